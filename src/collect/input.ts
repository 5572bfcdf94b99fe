/** What the extractor is given: bytes with their companions, under one key. */

import { createHash } from 'node:crypto';

export interface Input {
  /** SHA-256 of the bytes, or of these and what else the result depends on. */
  readonly key: string;
  readonly sha256: string;
  /** Declared encoding, where the source gives one. */
  readonly encoding: string;
  readonly companions: readonly { readonly url: string; readonly sha256: string }[];
}

/** An input whose key is the bytes' own hash unless something is added to them. */
export function inputOf(sha256: string, encoding = '', companions: Input['companions'] = []): Input {
  const bare = encoding === '' && companions.length === 0;
  const parts = [sha256, encoding, ...companions.map((companion) => companion.sha256)];
  const key = bare ? sha256 : createHash('sha256').update(parts.join('\n')).digest('hex');
  return { key, sha256, encoding, companions };
}

/** Inputs survive in the store as JSON. */
export const packInput = (input: Input): string => JSON.stringify(input);
export const unpackInput = (text: string): Input => JSON.parse(text) as Input;
