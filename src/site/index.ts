/** The site of a dataset: made from its files alone, opened from disk. */
export { DatasetError, OutputError } from './build/dataset-error.js';
export { buildSite, type SiteSummary } from './build/site.js';
