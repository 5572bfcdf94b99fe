/** Writes the dataset: rows, CSV files, their description, and the replacement of what was there. */
export { type ReportLines, renderReport } from './csv.js';
export { csvLines } from './csv-lines.js';
export { DatasetUpdate } from './dataset-update.js';
export { DatasetWriter } from './dataset-writer.js';
export { findingLines } from './findings.js';
export { HARVEST_RESOURCES } from './harvest-schema.js';
export { makeFolders } from './leftovers.js';
export { type Row, reportId } from './rows.js';
export { RunError } from './run-error.js';
export { restoreText, textCell } from './text.js';
