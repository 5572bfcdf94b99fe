/** The standard forms as data. Nothing here decides anything; the rooms that read and judge do. */
export * from './agencies.js';
export * from './applications.js';
export * from './codebook.js';
export * from './note-marks.js';
export * from './proactive.js';
export * from './remedies.js';
export * from './statements.js';
export * from './units.js';
