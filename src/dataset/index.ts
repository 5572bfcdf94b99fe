/** Datasets on disk: read again, audited, their findings replaced. */
export { type AuditOptions, type AuditRun, auditDataset, isDataset } from './audit-dataset.js';
export { type AuditedReport, auditedLines, withFindings } from './audit-rows.js';
export { completeAudit } from './complete.js';
export { CrossAudit } from './cross-audit.js';
export { recordBatches } from './csv.js';
export { type Review, reviewReport } from './review.js';
export { type StoredFinding, storedFindings } from './stored-findings.js';
export { TableFile } from './table-file.js';
