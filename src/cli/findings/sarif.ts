/** SARIF 2.1.0 (OASIS), which code hosts and editors show: a report is the artifact, a rule of the audit the rule. */

import { RULES } from '../../audit/index.js';
import type { StoredFinding } from '../../dataset/index.js';
import type { Severity } from '../../model/finding.js';
import { cellsOf, type FindingFormat } from './format.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };
const FINGERPRINT = 'nianbaoFindingId/v1';

/** The head and the tail are one object around the results, which come one by one. */
export function sarifFormat(version: string): FindingFormat {
  let count = 0;
  const frame = JSON.stringify(
    { $schema: SCHEMA, version: '2.1.0', runs: [{ ...run(version), results: [] }] },
    null,
    2,
  );
  const at = frame.indexOf('"results": []') + '"results": ['.length;
  return {
    begin: () => frame.slice(0, at),
    finding: (finding) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(result(finding))}`,
    end: () => `${count === 0 ? '' : '\n'}${frame.slice(at)}\n`,
  };
}

function run(version: string): object {
  const rules = RULES.map(({ id, severity, zh, en, source }) => ({
    id,
    shortDescription: { text: `${zh} / ${en}` },
    fullDescription: { text: `${zh} / ${en}. Source: ${source}` },
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  return { tool: { driver: { name: 'nianbao', version, rules } }, columnKind: 'utf16CodeUnits' };
}

const RULE_INDEX: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, at) => [id, at]));

function result(finding: StoredFinding): object {
  const { report, rule, severity, message, id } = finding;
  const index = RULE_INDEX.get(rule);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[severity as Severity] ?? 'warning',
    message: { text: message },
    locations: [location(finding)],
    partialFingerprints: { [FINGERPRINT]: id },
    properties: {
      reportId: report.id,
      agency: report.agency,
      year: report.year,
      expected: finding.expected,
      actual: finding.actual,
      difference: finding.difference,
      cells: cellsOf(finding.cells),
    },
  };
}

const LINE = /^line (\d+)$/;

/** The file, the line where the source has lines, and the cell of the form. */
function location({ report, table, item, column, cells }: StoredFinding): object {
  const shown = cellsOf(cells).find((cell) => cell.item === item && cell.column === column);
  const line = LINE.exec(shown?.locator ?? '')?.[1];
  const name = [table, item, column].filter((part) => part !== '').join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(report.source) },
      ...(line === undefined ? {} : { region: { startLine: Number(line) } }),
    },
    ...(name === ''
      ? {}
      : {
          logicalLocations: [
            { fullyQualifiedName: name, kind: 'element', ...(shown ? { decoratedName: shown.locator } : {}) },
          ],
        }),
  };
}

/** Half a character, as a damaged file name may hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Names of files become relative references; addresses stay. */
function uriOf(source: string): string {
  if (/^https?:\/\//.test(source)) return encodeURI(source);
  return source.replace(LONE_SURROGATE, '\ufffd').split('/').map(encodeURIComponent).join('/');
}
