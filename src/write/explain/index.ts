/** Shows why the cells of a report are what they are: pure functions from an explanation to a text. */
export { renderHtml } from './html/page.js';
export { renderJson } from './json.js';
export { coloured, plain } from './paint.js';
export { type Selection, type ShownReport, tablesWithItem } from './select.js';
export { renderText } from './text.js';
