/** A written dataset as the reports the audit asks for, one after the other. */

import type { AuditCell, AuditReport } from '../audit/index.js';
import type { CellState, FormTable, ReportEdition } from '../model/report.js';
import { restoreText } from '../write/index.js';
import { TableFile } from './table-file.js';

export interface StoredReport {
  /** Its row of reports.csv as it stands there. */
  readonly row: readonly string[];
  /** Null when the report could not be read. */
  readonly report: AuditReport | null;
}

const REPORT_COLUMNS = [
  'report_id',
  'agency',
  'year',
  'edition',
  'period_start',
  'period_end',
  'published_on',
  'status',
  'sha256',
  'findings',
] as const;
const CELL_COLUMNS = ['report_id', 'edition', 'value', 'state', 'locator'] as const;

/** Row and column of a cell by file. */
const AXES: Readonly<Record<FormTable, readonly [row: string, column: string]>> = {
  proactive: ['item', 'measure'],
  applications: ['item', 'applicant'],
  remedies: ['path', 'result'],
};
const TABLES = ['proactive', 'applications', 'remedies'] as const satisfies readonly FormTable[];

export class DatasetReader {
  readonly #reports: TableFile;
  readonly #cells: readonly CellFile[];
  readonly #statements: TableFile | null;
  readonly #narratives: TableFile | null;

  private constructor(
    reports: TableFile,
    cells: readonly CellFile[],
    statements: TableFile | null,
    narratives: TableFile | null,
  ) {
    this.#reports = reports;
    this.#cells = cells;
    this.#statements = statements;
    this.#narratives = narratives;
  }

  /** @throws {RunError} when a file or column that the audit needs is missing */
  static async open(folder: string): Promise<DatasetReader> {
    const reports = await TableFile.open(folder, 'reports.csv', REPORT_COLUMNS);
    const cells: CellFile[] = [];
    for (const table of TABLES) cells.push(await CellFile.open(folder, table));
    const statements = ['report_id', 'subject', 'value', 'sentence'];
    const narratives = ['report_id', 'characters', 'simhash', 'digest'];
    return new DatasetReader(
      reports,
      cells,
      await TableFile.openIfThere(folder, 'statements.csv', statements),
      await TableFile.openIfThere(folder, 'narratives.csv', narratives),
    );
  }

  /** Whether the dataset keeps what the running texts say. */
  get hasTexts(): boolean {
    return this.#statements !== null && this.#narratives !== null;
  }

  /** @throws {RunError} when the files do not fit together */
  async *reports(): AsyncGenerator<StoredReport> {
    for (let row = await this.#reports.next(); row !== null; row = await this.#reports.next()) {
      yield { row, report: await this.#reportOf(row) };
    }
    for (const { file } of this.#cells) await file.expectEnd();
    await this.#statements?.expectEnd();
    await this.#narratives?.expectEnd();
  }

  async close(): Promise<void> {
    const files = [this.#reports, ...this.#cells.map(({ file }) => file), this.#statements, this.#narratives];
    for (const file of files) await file?.close();
  }

  async #reportOf(row: readonly string[]): Promise<AuditReport | null> {
    const get = (column: string): string => row[this.#reports.column(column)] ?? '';
    const id = get('report_id');
    const cells: AuditCell[] = [];
    for (const file of this.#cells) for (const cell of await file.cellsOf(id)) cells.push(cell);
    const statements = await takeAs(this.#statements, id, ['subject', 'value', 'sentence']);
    const [text] = await takeAs(this.#narratives, id, ['characters', 'simhash', 'digest']);
    if (get('status') === 'failed') return null;
    return {
      id,
      agency: restoreText(get('agency')),
      agencyId: restoreText(get('agency_id')),
      year: get('year'),
      edition: get('edition') as ReportEdition,
      periodStart: get('period_start'),
      periodEnd: get('period_end'),
      publishedOn: get('published_on'),
      status: get('status'),
      sha256: get('sha256'),
      cells,
      statements: statements.map(([subject = '', value = '', sentence = '']) => ({
        subject,
        value,
        sentence: restoreText(sentence),
      })),
      text:
        text === undefined
          ? null
          : { characters: Number(text[0]), simhash: text[1] ?? '', digest: text[2] ?? '' },
    };
  }
}

async function takeAs(file: TableFile | null, id: string, columns: readonly string[]): Promise<string[][]> {
  if (file === null) return [];
  const places = columns.map((column) => file.column(column));
  return (await file.takeOf(id)).map((record) => places.map((at) => record[at] ?? ''));
}

class CellFile {
  private constructor(
    readonly file: TableFile,
    readonly table: FormTable,
  ) {}

  static async open(folder: string, table: FormTable): Promise<CellFile> {
    const columns = [...CELL_COLUMNS, ...AXES[table], ...(table === 'proactive' ? ['unit'] : [])];
    return new CellFile(await TableFile.open(folder, `${table}.csv`, columns), table);
  }

  async cellsOf(id: string): Promise<AuditCell[]> {
    const [row, column] = AXES[this.table].map((name) => this.file.column(name)) as [number, number];
    const [edition, value, state, locator] = (['edition', 'value', 'state', 'locator'] as const).map((name) =>
      this.file.column(name),
    ) as [number, number, number, number];
    const unit = this.table === 'proactive' ? this.file.column('unit') : -1;
    return (await this.file.takeOf(id)).map((record) => ({
      table: this.table,
      row: record[row] ?? '',
      column: record[column] ?? '',
      edition: (record[edition] ?? '') as ReportEdition,
      value: record[value] ?? '',
      state: (record[state] ?? '') as CellState,
      unit: record[unit] === '10k_cny' ? '10k_cny' : 'count',
      locator: record[locator] ?? '',
    }));
  }
}
