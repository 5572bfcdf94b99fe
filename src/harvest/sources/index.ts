/** Sources file → checked sources. */

import { parseCsvSources } from './csv.js';
import type { SourceList } from './types.js';
import { parseYamlSources } from './yaml.js';

export { FILE_SCHEMA, SOURCE_FIELDS } from './schema.js';
export { SOURCE_KINDS, type Source, type SourceKind, type SourceList, type SourceProblem } from './types.js';

/** Reads a sources file; YAML by the ending of its name (.yaml, .yml, .json), CSV otherwise. Faults are values. */
export function parseSources(text: string, fileName: string): SourceList {
  return /\.(?:ya?ml|json)$/i.test(fileName) ? parseYamlSources(text) : parseCsvSources(text);
}
