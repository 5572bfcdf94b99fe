/** Sources as YAML: a list, or `defaults` and `sources`. */

import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { faultsOf, toSource } from './check.js';
import type { Source, SourceList, SourceProblem } from './types.js';

/** Aliases of YAML that expand beyond this are an attack, not a list of sources. */
const MAX_ALIASES = 100;

/** Reads a YAML file. */
export function parseYamlSources(text: string): SourceList {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      sources: [],
      problems: document.errors.map(({ pos, message }) => ({
        ...at(pos[0]),
        message: `not well-formed YAML: ${message}`,
      })),
    };
  }
  const root = document.contents as Node | null;
  const list = isMap(root) ? root.get('sources', true) : root;
  const problems: SourceProblem[] = isMap(root) ? strangeKeys(root, at) : [];
  if (!isSeq(list) || list.items.length === 0) {
    problems.push({
      ...at(root?.range?.[0] ?? 0),
      message: 'expected a list of sources, or a list under "sources:"',
    });
    return { sources: [], problems };
  }
  const defaults = isMap(root) ? (root.toJS(document, { maxAliasCount: MAX_ALIASES }).defaults ?? {}) : {};
  const sources: Source[] = [];
  for (const item of list.items as Node[]) {
    const place = at(item.range?.[0] ?? 0);
    if (!isMap(item)) {
      problems.push({ ...place, message: 'expected a source: agency, kind, url and so on' });
      continue;
    }
    const own = withStrings(
      item.toJS(document, { maxAliasCount: MAX_ALIASES }) as Record<string, unknown>,
      item,
    );
    const value = { ...(defaults as Record<string, unknown>), ...own };
    const faults = faultsOf(value);
    problems.push(...faults.map(({ field, message }) => ({ ...placeOf(item, field, at, place), message })));
    if (faults.length === 0) sources.push(toSource(place.line, value));
  }
  return { sources, problems };
}

type Place = { line: number; column: number };

function strangeKeys(root: YAMLMap, at: (offset: number) => Place): SourceProblem[] {
  return root.items.flatMap(({ key }) => {
    if (!isScalar(key) || key.value === 'sources' || key.value === 'defaults') return [];
    return [
      {
        ...at(key.range?.[0] ?? 0),
        message: `expected "defaults" or "sources", not ${JSON.stringify(key.value)}`,
      },
    ];
  });
}

/** `region_code: 110000` is a number to YAML and a code to everybody else; leading zeros are kept as written. */
function withStrings(value: Record<string, unknown>, item: YAMLMap): Record<string, unknown> {
  const code = item.get('region_code', true);
  if (!isScalar(code) || typeof code.value !== 'number') return value;
  return { ...value, region_code: code.source ?? String(code.value) };
}

function placeOf(item: YAMLMap, field: string, at: (offset: number) => Place, whole: Place): Place {
  const pair = item.items.find(({ key }) => isScalar(key) && key.value === field);
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? at(range[0]) : whole;
}
