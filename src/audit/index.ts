/** The audit: which reports contradict themselves or each other, and where. It reports and never repairs. */
export { auditReport } from './judge.js';
export type { AuditCell, AuditReport } from './report.js';
export { RULES, type Rule } from './rules.js';
export { type SourceClaim, sourceFindings } from './source.js';
