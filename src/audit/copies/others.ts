/** Whether two reports should differ: those of two agencies, or of two years. */

import type { ReportHead } from '../attached.js';
import type { Words } from '../words.js';

/** Null when they are, or may be, the same report: one agency and one year, or an agency that is not known. */
export function relationOf(a: ReportHead, b: ReportHead): Words | null {
  if (isAnotherAgency(a, b)) {
    return { zh: `另一机关（${a.agency}）的`, en: `of another agency (${a.agency})` };
  }
  const isSame = a.key !== '' && a.key === b.key;
  if (!isSame || a.year === '' || b.year === '' || a.year === b.year) return null;
  return { zh: '同一机关另一年度的', en: 'of the same agency on another year' };
}

/** Names of one agency contain each other (洪泽区水利局, 淮安市洪泽区水利局); those of two do not. */
function isAnotherAgency(a: ReportHead, b: ReportHead): boolean {
  if (a.agency === '' || b.agency === '' || (a.key !== '' && a.key === b.key)) return false;
  if (a.key !== '' && b.key !== '') return true;
  return !a.agency.includes(b.agency) && !b.agency.includes(a.agency);
}
