/** The sources file as JSON Schema: the one place that says what may stand in it. CSV columns have the same names. */

import { SOURCE_KINDS } from './types.js';

const MILLISECONDS_PER_DAY = 86_400_000;
/** The regulation came into force on 2008-05-01; nobody reports before that year. */
const FIRST_YEAR = 2008;
const LAST_YEAR = 2100;

const year = { type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR };

const PROPERTIES = {
  agency: { type: 'string', minLength: 1, description: 'Name of the agency, as the researcher knows it.' },
  region_code: {
    type: 'string',
    pattern: '^(?:\\d{6}|\\d{9}|\\d{12})?$',
    description: 'GB/T 2260 code: 6, 9 or 12 digits, or empty.',
  },
  level: {
    type: 'string',
    description: 'Level of the agency in the words of the researcher, such as county.',
  },
  kind: {
    enum: SOURCE_KINDS,
    description: 'report: a page or file; list: pages with links to reports; query: one page per year.',
  },
  url: {
    type: 'string',
    pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/]+',
    description: 'http or https. {year} stands for each year from year_from to year_to.',
  },
  title_pattern: {
    type: 'string',
    minLength: 1,
    format: 'regex',
    description: 'Regular expression for the titles of links to reports.',
  },
  year_from: { ...year, description: 'First report year wanted.' },
  year_to: { ...year, description: 'Last report year wanted.' },
  delay: {
    type: 'integer',
    minimum: 0,
    maximum: MILLISECONDS_PER_DAY,
    description: 'Milliseconds between two requests to the host; the longer of this and --delay holds.',
  },
  encoding: { type: 'string', format: 'encoding', description: 'Encoding of the pages, such as gbk.' },
  headers: {
    type: 'object',
    additionalProperties: { type: 'string' },
    propertyNames: { pattern: '^[A-Za-z0-9-]+$' },
    description: 'Request headers for the host of the URL. In CSV a JSON object.',
  },
  pagination: {
    type: 'string',
    minLength: 1,
    format: 'selector',
    description: 'CSS selector of the link to the next page of the list.',
  },
  max_depth: { type: 'integer', minimum: 0, maximum: 5, description: 'Lists within lists (default 1).' },
  max_pages: { type: 'integer', minimum: 1, maximum: 1000, description: 'Pages of one list (default 50).' },
  params: {
    type: 'object',
    additionalProperties: { type: ['string', 'number'] },
    description: 'Parameters of the URL. In CSV a JSON object or area=A&fbtime={year}.',
  },
} as const;

export type SourceField = keyof typeof PROPERTIES;
export const SOURCE_FIELDS = Object.keys(PROPERTIES) as SourceField[];
/** Columns that a CSV file must have. */
export const REQUIRED_FIELDS = ['agency', 'region_code', 'kind', 'url'] as const;

const sourceItem = {
  type: 'object',
  required: ['agency', 'kind', 'url'],
  additionalProperties: false,
  properties: PROPERTIES,
} as const;

/** One source; what a line of a CSV file becomes. */
export const SOURCE_SCHEMA = { $schema: 'http://json-schema.org/draft-07/schema#', ...sourceItem } as const;

const items = { type: 'array', minItems: 1, items: { $ref: '#/$defs/source' } } as const;
const { agency: _agency, url: _url, kind: _kind, ...DEFAULTABLE } = PROPERTIES;

/** A YAML file: a list of sources, or defaults and a list. */
export const FILE_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Sources of nianbao harvest',
  description:
    'Where annual reports on government information disclosure are published. A CSV file has the same names as columns.',
  $defs: { source: sourceItem },
  oneOf: [
    items,
    {
      type: 'object',
      required: ['sources'],
      additionalProperties: false,
      properties: {
        defaults: {
          type: 'object',
          description: 'Holds for each source that does not say otherwise.',
          additionalProperties: false,
          properties: DEFAULTABLE,
        },
        sources: items,
      },
    },
  ],
} as const;
