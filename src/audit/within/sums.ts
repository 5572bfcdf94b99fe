/** Broken identities as findings, each with its sum spelled out and the cell that most likely is at fault. */

import type { Finding } from '../../model/finding.js';
import { provisos, severityOn } from '../provisos.js';
import { exact } from '../report.js';
import { ruleOf } from '../rules.js';
import { explain, placeOf, type Words } from '../words.js';
import type { Identity, Term } from './identities.js';
import { type Diagnosis, diagnose } from './repair.js';

/** Findings of all identities of a report. */
export function sumFindings(identities: readonly Identity[]): Finding[] {
  if (identities.every(({ residual }) => residual === 0)) return [];
  const tables = new Set(identities.map(({ table }) => table));
  return [...tables].flatMap((table) => {
    const diagnoses = diagnose(identities.filter((identity) => identity.table === table));
    return diagnoses.flatMap((diagnosis) =>
      diagnosis.broken.map((identity) => findingOf(identity, diagnosis)),
    );
  });
}

function findingOf(identity: Identity, diagnosis: Diagnosis): Finding {
  const { terms, pivot, residual } = identity;
  const rule = ruleOf(identity.rule);
  const actual = Number(pivot.value);
  const cells = terms.map(({ cell }) => cell);
  const parts: Words[] = [
    { zh: `${rule.zh}：${spelled(terms)}`, en: `${rule.en}: ${spelled(terms)}` },
    ...provisos(cells),
    explain(diagnosis, pivot),
  ];
  const place = placeOf(pivot);
  return {
    rule: rule.id,
    severity: severityOn(rule.severity, cells),
    table: pivot.table,
    item: pivot.row,
    column: pivot.column,
    expected: String(exact(actual - residual)),
    actual: pivot.value,
    difference: String(residual),
    cells,
    zh: `${place.zh}：${parts.map(({ zh }) => zh).join('；')}。`,
    en: `${place.en}: ${parts.map(({ en }) => en).join('; ')}.`,
  };
}

/** More terms than this are shown without their zeros. */
const MOST_SHOWN_WITH_ZEROS = 6;

/** `10+1+0+0 = 11 ≠ 0`; both sides spelled out where both are sums. */
function spelled(terms: readonly Term[]): string {
  const [parts, totals] = [-1, 1].map((side) => terms.filter(({ sign }) => sign === side));
  return `${sumText(parts ?? [])} ≠ ${sumText(totals ?? [])}`;
}

function sumText(terms: readonly Term[]): string {
  const values = terms.map(({ value }) => value);
  const sum = exact(values.reduce((total, value) => total + value, 0));
  const shown = values.length > MOST_SHOWN_WITH_ZEROS ? values.filter((value) => value !== 0) : values;
  return shown.length < 2 ? String(sum) : `${shown.join('+')} = ${sum}`;
}
