/**
 * Writes a dataset of made-up agencies over several years, figures drawn as in `scripts/compose`, with planted errors that
 * the audit then finds, missing years, and reports that could not be read. For tests and benchmarks of the site.
 */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CellState, FormCell, FormTable, MappedReport, ReportResult } from '../../src/model/report.js';
import { DatasetWriter, renderReport, reportId } from '../../src/write/index.js';
import type { AgencyKind } from '../compose/agencies.js';
import { drawFigures } from '../compose/figures.js';
import { createRandom, type Random } from '../compose/random.js';

export interface SyntheticOptions {
  readonly agencies: number;
  readonly years: readonly number[];
  readonly seed?: number;
}

const PLACES = [
  ['110000', '北京市'],
  ['220000', '吉林省'],
  ['320000', '江苏省'],
  ['330000', '浙江省'],
  ['420000', '湖北省'],
  ['440000', '广东省'],
  ['610000', '陕西省'],
] as const;
const SYLLABLES = [...'安平永宁清河长兴东西南北新城大石临江青龙白云'];
const KINDS: readonly (readonly [AgencyKind, string, string])[] = [
  ['county', '人民政府', 'government'],
  ['county_bureau', '自然资源局', 'bureau'],
  ['county_bureau', '教育局', 'bureau'],
  ['county_bureau', '公安局', 'bureau'],
  ['street', '街道办事处', 'street_office'],
];

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Shares of what goes wrong. */
const MISSING = 0.07;
const FAILED = 0.02;
const SCANNED = 0.02;
const PLANTED = 0.08;
const BLANKS = 0.1;

/** Writes the dataset to `outDir`; the same options give the same bytes. */
export function writeSynthetic(outDir: string, { agencies, years, seed = 1 }: SyntheticOptions): void {
  const random = createRandom(seed);
  const writer = new DatasetWriter(outDir);
  for (let at = 0; at < agencies; at++) {
    const agency = drawAgency(random.fork(`agency ${at}`), at);
    for (const year of years) {
      const own = random.fork(`report ${at} ${year}`);
      if (own.chance(MISSING)) continue;
      const result = drawResult(own, agency, year);
      writer.append(renderReport(result));
    }
  }
  writer.commit();
  execFileSync(process.execPath, [CLI, 'audit', outDir, '--format', 'csv'], { stdio: 'ignore' });
}

interface MadeAgency {
  readonly name: string;
  readonly draws: AgencyKind;
  readonly kind: string;
  readonly id: string;
  readonly regionCode: string;
  readonly regionPath: string;
  readonly slug: string;
}

function drawAgency(random: Random, at: number): MadeAgency {
  const [province, provinceName] = random.pick(PLACES);
  const [draws, ending, kind] = random.pick(KINDS);
  const place = `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}${kind === 'street_office' ? '' : '县'}`;
  const code = province.slice(0, 2) + String(100 + (at % 9000)).padStart(4, '0');
  return {
    name: place + ending,
    draws,
    kind,
    id: `${code}/${kind === 'bureau' ? ending : kind}`,
    regionCode: code,
    regionPath: `${provinceName}/${place}`,
    slug: `${code}-${at}`,
  };
}

function drawResult(random: Random, agency: MadeAgency, year: number): ReportResult {
  const source = `https://www.example.gov.cn/${agency.slug}/${year}.html`;
  const base = { source, mediaType: 'text/html', sha256: reportId(source).padEnd(64, '0'), bytes: 24_000 };
  if (random.chance(FAILED)) {
    const message = `The PDF is encrypted; save it without a password and read it again.`;
    return { ...base, report: null, error: { code: 'encrypted', message } };
  }
  const cells = random.chance(SCANNED) ? [] : drawCells(random, agency, year);
  return { ...base, report: mapped(agency, year, cells), error: null };
}

function drawCells(random: Random, agency: MadeAgency, year: number): FormCell[] {
  const edition = year >= 2021 ? '2021' : '2019';
  const figures = drawFigures(random.fork('figures'), agency.draws, edition, edition === '2019');
  const keys = [...figures.keys()];
  if (random.chance(PLANTED)) {
    const key = random.pick(
      keys.filter((one) => one.startsWith('applications') || one.startsWith('remedies')),
    );
    figures.set(key, String(Number(figures.get(key)) + random.int(1, 9)));
  }
  const withBlanks = random.chance(BLANKS);
  return keys.map((key, at): FormCell => {
    const [table, row = '', column = ''] = key.split('/') as [FormTable, string, string];
    const value = figures.get(key) ?? '';
    const isBlank = withBlanks && value === '0' && random.chance(0.3);
    const state: CellState = isBlank ? 'blank' : 'reported';
    return {
      table,
      row,
      column,
      edition,
      value: isBlank ? '' : value,
      state,
      raw: isBlank ? '' : value,
      locator: { kind: 'table', table: 2, row: 1 + Math.floor(at / 7), col: 4 + (at % 7) },
      unit: column === 'amount_10k_cny' ? '10k_cny' : 'count',
    };
  });
}

const found = (value: string): { value: string; rule: string } => ({ value, rule: 'made up' });

function mapped(agency: MadeAgency, year: number, cells: readonly FormCell[]): MappedReport {
  return {
    metadata: {
      title: found(`${agency.name}${year}年政府信息公开工作年度报告`),
      agency: found(agency.name),
      year: found(String(year)),
      periodStart: found(`${year}-01-01`),
      periodEnd: found(`${year}-12-31`),
      publishedOn: found(`${year + 1}-01-20`),
    },
    identity: {
      agencyId: agency.id,
      regionCode: agency.regionCode,
      regionPath: agency.regionPath,
      kind: agency.kind,
      candidates: [],
      rule: 'made up',
    },
    edition: cells[0]?.edition ?? '',
    status: cells.length === 0 ? 'needs_ocr' : 'complete',
    cells,
    unmapped: [],
    cellsExpected: cells.length,
    cellsRead: cells.length,
    attention: '',
    narrative: { statements: [], characters: 0, simhash: '', digest: '' },
  };
}
