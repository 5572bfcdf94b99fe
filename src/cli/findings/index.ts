/** Findings for whoever reads them: a person, a table, a program, a code host, a wiki. */
export { csvFormat } from './csv.js';
export type { FindingFormat } from './format.js';
export { jsonFormat } from './json.js';
export { markdownFormat } from './markdown.js';
export { sarifFormat } from './sarif.js';
export { summaryFormat } from './summary.js';
