export { copiedTable, type TableOf } from './tables.js';
export { bandsOf, copiedTexts, isComparable, type TextOf } from './texts.js';
