/** The audit: which reports contradict themselves or each other, and where. It reports and never repairs. */
export type { Attached, ReportHead } from './attached.js';
export {
  bandsOf,
  copiedTable,
  copiedTexts,
  isComparable,
  type TableOf,
  type TextOf,
} from './copies/index.js';
export { type Facts, factsOf, type YearFacts } from './facts.js';
export { packFacts, unpackFacts } from './facts-text.js';
export { auditReport } from './judge.js';
export { prepare } from './prepared.js';
export type { AuditCell, AuditReport, AuditStatement, TextPrint } from './report.js';
export { isRule, orderOf, RULES, type Rule } from './rules.js';
export { type SourceClaim, sourceFindings } from './source.js';
export { yearFindings } from './years/index.js';
