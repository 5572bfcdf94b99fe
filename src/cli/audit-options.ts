/** Options that both commands with an audit understand. */

import { InvalidArgumentError } from 'commander';
import { isRule, RULES } from '../audit/index.js';
import type { Severity } from '../model/finding.js';
import { UsageError } from './exit-codes.js';

/** The rules to leave out, as one list; also `a,b`. Unknown ones are a usage error that names the known. */
export function disabledRules(named: readonly string[] = []): string[] {
  const ids = named.flatMap((text) => text.split(',')).filter((id) => id !== '');
  const unknown = ids.filter((id) => !isRule(id));
  if (unknown.length > 0) {
    const known = RULES.map(({ id }) => id).join(', ');
    throw new UsageError(`There is no rule ${unknown.join(', ')}; the rules are ${known}.`);
  }
  return ids;
}

/** Options of `nianbao audit` as commander gives them. */
export interface AuditCommandOptions {
  readonly disable?: readonly string[];
  readonly failOn: Severity | 'none';
  readonly since?: string;
  readonly baseline?: string;
  readonly format: 'summary' | 'csv' | 'json' | 'sarif' | 'markdown';
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/;

/** A year stands for its first day. */
export function parseSince(text: string): string {
  if (!DAY.test(text)) throw new InvalidArgumentError('Expected a day such as 2024-01-31, or a year.');
  return text.length === 4 ? `${text}-01-01` : text;
}
