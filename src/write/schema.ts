/**
 * The files of the dataset as data: their columns, keys and meaning. The CSV headers, the rows and
 * `datapackage.json` all come from here, so they cannot disagree.
 */

import {
  AGENCY_KINDS,
  APPLICANTS,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  REMEDY_PATHS,
  REMEDY_RESULTS,
  STATEMENT_SUBJECTS,
} from '../form/index.js';
import { READ_ERROR_CODES } from '../model/errors.js';
import { SEVERITIES } from '../model/finding.js';
import {
  agency,
  cellHead,
  cellTail,
  codes,
  count,
  date,
  EDITIONS,
  type Field,
  FORM_TABLES,
  item,
  locator,
  oneOf,
  optionalOneOf,
  raw,
  reportId,
  required,
  text,
  value,
  year,
} from './fields.js';

export interface Resource {
  /** Name of the resource; its file is `<name>.csv`. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
}

/** Makes Excel take a CSV file for UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** The CSV files in the order in which they are listed and written. */
export const DATA_FILES = [
  'reports',
  'applications',
  'applications_wide',
  'proactive',
  'remedies',
  'findings',
  'unmapped',
  'statements',
  'narratives',
  'codebook',
] as const;
export type DataFile = (typeof DATA_FILES)[number];

const STATUSES = ['complete', 'partial', 'no_tables', 'needs_ocr', 'failed'] as const;
const UNITS = ['count', '10k_cny'] as const;

const reports: Resource = {
  name: 'reports',
  title: 'Reports: one row per input, failed ones too',
  primaryKey: ['report_id'],
  fields: [
    reportId,
    {
      ...text(
        'source',
        'Path below the input folder, or URL. report_id is made from the name without that mark.',
      ),
      constraints: required,
    },
    {
      name: 'media_type',
      type: 'string',
      description: 'Format by content; empty when it was not recognised.',
    },
    {
      name: 'sha256',
      type: 'string',
      description: 'SHA-256 of the bytes; empty when they could not be read.',
    },
    count('bytes', 'Size of the source in bytes.'),
    text('title', 'Title of the report.'),
    agency,
    year,
    optionalOneOf(
      'edition',
      'Edition of the form; mixed when blocks of both stand in one report, empty when no table was recognised.',
      EDITIONS,
    ),
    date('period_start', 'First day of the statistics period.'),
    date('period_end', 'Last day of the statistics period.'),
    date('published_on', 'Day of publication.'),
    oneOf(
      'status',
      'complete: every cell of the edition accounted for; partial: something of the form is missing or unreadable; no_tables: text but no form table; needs_ocr: a scan or pictures; failed: see error_code.',
      STATUSES,
    ),
    count('cells_expected', 'Cells that the edition asks for.'),
    count('cells_read', 'Those of them with a value or an honest blank.'),
    count(
      'findings',
      'Rows of findings.csv about this report; empty when no audit was made or the report failed.',
    ),
    optionalOneOf('error_code', 'Why the report failed.', READ_ERROR_CODES),
    text('error_message', 'What happened and what to do.'),
    text(
      'agency_id',
      'The same for one agency in all years and spellings: code of its region (its latest one, where the place got another) and what it is there, such as 320813/government, 320813/水利局; national bodies 000000/…; empty when the region is not certain.',
    ),
    {
      name: 'region_code',
      type: 'string',
      description:
        'GB/T 2260 code of the region: six digits, nine for towns and streets that the lists have; the code that held at the end of the year of the report where that is known, else the one of 2023. Empty when the document leaves it open, and for national bodies.',
    },
    {
      name: 'region_path',
      type: 'string',
      description: 'Names of the region from the province down, parted by slashes.',
    },
    optionalOneOf('agency_kind', 'Kind of the agency; empty when there is no name.', codes(AGENCY_KINDS)),
  ],
};

const applications: Resource = {
  name: 'applications',
  title: 'Cells of table 三, the handling of applications',
  primaryKey: ['report_id', 'item', 'applicant'],
  fields: [
    ...cellHead,
    item,
    oneOf('applicant', 'Column of table 三, the kind of applicant.', codes(APPLICANTS)),
    value,
    ...cellTail,
  ],
};

const applicationsWide: Resource = {
  name: 'applications_wide',
  title: 'Rows of table 三, the seven applicant columns side by side (values only)',
  primaryKey: ['report_id', 'item'],
  fields: [
    ...cellHead,
    item,
    ...APPLICANTS.map(
      ({ code, zh, en }): Field => ({ name: code, type: 'number', description: `${zh} ${en}` }),
    ),
  ],
};

const proactive: Resource = {
  name: 'proactive',
  title: 'Cells of table 二, proactive disclosure',
  primaryKey: ['report_id', 'item', 'measure'],
  fields: [
    ...cellHead,
    oneOf('item', 'Row of table 二.', codes(PROACTIVE_ITEMS)),
    oneOf('measure', 'What is counted.', codes(PROACTIVE_MEASURES)),
    value,
    oneOf('unit', 'Unit of the value: count, or 10k_cny (万元).', UNITS),
    ...cellTail,
  ],
};

const remedies: Resource = {
  name: 'remedies',
  title: 'Cells of table 四, administrative review and litigation',
  primaryKey: ['report_id', 'path', 'result'],
  fields: [
    ...cellHead,
    oneOf('path', 'Road taken: review, or litigation.', codes(REMEDY_PATHS)),
    oneOf('result', 'Result.', codes(REMEDY_RESULTS)),
    value,
    ...cellTail,
  ],
};

const findings: Resource = {
  name: 'findings',
  title: 'Inconsistencies found by the audit; no rows when no audit was made',
  primaryKey: ['finding_id'],
  fields: [
    {
      name: 'finding_id',
      type: 'string',
      description: 'Stable for the same report, rule and cells.',
      constraints: required,
    },
    reportId,
    agency,
    year,
    {
      name: 'rule',
      type: 'string',
      description: 'Rule that was broken, see nianbao rules.',
      constraints: required,
    },
    oneOf(
      'severity',
      'error: arithmetic that the form requires; warning: contradiction with another year or report, or arithmetic that rests on an inferred cell; notice: practice.',
      SEVERITIES,
    ),
    optionalOneOf('table', 'Table of the form.', FORM_TABLES),
    { name: 'item', type: 'string', description: 'Row of the table at which the finding is shown.' },
    { name: 'column', type: 'string', description: 'Column of the table, likewise.' },
    { name: 'expected', type: 'number', description: 'Value that the rule asks for.' },
    { name: 'actual', type: 'number', description: 'Value that was printed.' },
    { name: 'difference', type: 'number', description: 'actual − expected.' },
    {
      name: 'cells',
      type: 'string',
      description:
        'Cells that take part, as table/item/column=value@locator parted by a semicolon and a blank; those of another report begin with its report_id and a colon.',
    },
    text('message', 'The finding in a sentence, Chinese, then English behind a slash between blanks.'),
  ],
};

const statements: Resource = {
  name: 'statements',
  title:
    'Figures in the running text whose subject the form counts too; what is open to another reading is left out',
  primaryKey: ['report_id', 'number'],
  fields: [
    reportId,
    agency,
    year,
    { ...count('number', 'Running number in the report, as they stand in the text.'), constraints: required },
    oneOf('subject', 'What is counted, see the codebook.', codes(STATEMENT_SUBJECTS)),
    {
      name: 'value',
      type: 'number',
      description: 'The number; amounts in 万元 for fees, in 元 for processing_fee.',
      constraints: required,
    },
    text('sentence', 'The sentence as printed, cut when it is very long.'),
    locator,
  ],
};

const narratives: Resource = {
  name: 'narratives',
  title: 'Fingerprints of the running texts, by which copies are found',
  primaryKey: ['report_id'],
  fields: [
    reportId,
    agency,
    year,
    count('characters', 'Chinese characters of the text without names and boilerplate.'),
    {
      name: 'simhash',
      type: 'string',
      description:
        'SimHash (64 bits, hexadecimal) of the text without names and figures: like texts differ in few bits.',
    },
    {
      name: 'digest',
      type: 'string',
      description:
        'First 16 hexadecimal digits of the SHA-256 of the text without names but with its figures.',
    },
  ],
};

const unmapped: Resource = {
  name: 'unmapped',
  title: 'Rows or tables that look like part of the form and were not mapped',
  primaryKey: ['report_id', 'locator'],
  fields: [
    reportId,
    optionalOneOf('table', 'Table of the form to which it seems to belong.', FORM_TABLES),
    {
      ...locator,
      description: `${locator.description} A second entry for the same place ends in #2.`,
      constraints: required,
    },
    raw,
    text('reason', 'Why it was not mapped.'),
  ],
};

const codebook: Resource = {
  name: 'codebook',
  title: 'Codes used in the files, with Chinese and English labels',
  primaryKey: ['table', 'axis', 'code'],
  fields: [
    {
      name: 'table',
      type: 'string',
      description: 'File or table in which the code is used.',
      constraints: required,
    },
    { name: 'axis', type: 'string', description: 'Column in which it is used.', constraints: required },
    { name: 'code', type: 'string', description: 'The code.', constraints: required },
    { name: 'zh', type: 'string', description: 'Chinese label as in the form.' },
    { name: 'en', type: 'string', description: 'English label.' },
  ],
};

export const RESOURCES = {
  reports,
  applications,
  applications_wide: applicationsWide,
  proactive,
  remedies,
  findings,
  unmapped,
  statements,
  narratives,
  codebook,
} as const satisfies Record<DataFile, Resource>;

/** Column names of a file, in order. */
export const headerOf = (file: DataFile): string[] => RESOURCES[file].fields.map(({ name }) => name);
