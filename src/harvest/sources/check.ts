/** Checks values against the schema and says in plain words what is wrong and what to write. */

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { load } from 'cheerio/slim';
import { SOURCE_SCHEMA } from './schema.js';
import type { Source } from './types.js';

/** A fault within one source: the field, empty for the source as a whole. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

let validator: ValidateFunction | undefined;

function validate(): ValidateFunction {
  if (validator !== undefined) return validator;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.addFormat('regex', (text) => succeeds(() => new RegExp(text, 'u')));
  ajv.addFormat('encoding', (text) => succeeds(() => new TextDecoder(text)));
  ajv.addFormat('selector', (text) => succeeds(() => load('<p></p>')(text)));
  validator = ajv.compile(SOURCE_SCHEMA);
  return validator;
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

/** Faults of one source given as plain values under the names of the schema. */
export function faultsOf(value: Readonly<Record<string, unknown>>): Fault[] {
  const check = validate();
  if (check(value)) return crossFaults(value);
  return (check.errors ?? []).map((error) => ({ field: fieldOf(error), message: messageOf(error, value) }));
}

function crossFaults({ year_from: from, year_to: to, url }: Readonly<Record<string, unknown>>): Fault[] {
  const faults: Fault[] = [];
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    faults.push({ field: 'year_to', message: `year_to ${to} lies before year_from ${from}` });
  if (!URL.canParse(String(url).replaceAll(/[{}]/g, '')))
    faults.push({ field: 'url', message: `${JSON.stringify(url)} is no URL` });
  return faults;
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const [, first = ''] = instancePath.split('/');
  return first || String(params.missingProperty ?? params.additionalProperty ?? '');
}

function messageOf(error: ErrorObject, value: Readonly<Record<string, unknown>>): string {
  const field = fieldOf(error);
  const got = JSON.stringify(value[field]);
  switch (error.keyword) {
    case 'required':
      return `${field} is missing`;
    case 'additionalProperties':
      return `there is no field ${JSON.stringify(field)}; nianbao harvest --schema lists them`;
    case 'enum':
      return `${field} is ${got}; it must be one of ${(error.params.allowedValues as string[]).join(', ')}`;
    case 'pattern':
      return `${field} is ${got}; expected ${field === 'url' ? 'an address that begins with http:// or https://' : '6, 9 or 12 digits'}`;
    case 'format':
      return `${field} is ${got}, which is no valid ${String(error.params.format)}`;
    case 'minLength':
      return `${field} is empty`;
    default:
      return `${field} is ${got}; it ${error.message ?? 'is not allowed'}`;
  }
}

const RENAMED = {
  titlePattern: 'title_pattern',
  yearFrom: 'year_from',
  yearTo: 'year_to',
  delay: 'delay',
  encoding: 'encoding',
  headers: 'headers',
  pagination: 'pagination',
  maxDepth: 'max_depth',
  maxPages: 'max_pages',
} as const;

/** A source of checked values. */
export function toSource(line: number, value: Readonly<Record<string, unknown>>): Source {
  const optional = Object.fromEntries(
    Object.entries(RENAMED).flatMap(([to, from]) => (value[from] === undefined ? [] : [[to, value[from]]])),
  );
  const params = Object.entries((value.params ?? {}) as Record<string, string | number>);
  return {
    line,
    agency: String(value.agency),
    regionCode: String(value.region_code ?? ''),
    level: String(value.level ?? ''),
    kind: value.kind as Source['kind'],
    url: String(value.url),
    ...optional,
    ...(params.length === 0
      ? {}
      : { params: Object.fromEntries(params.map(([name, text]) => [name, String(text)])) }),
  };
}
