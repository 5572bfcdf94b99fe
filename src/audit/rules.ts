/** All rules of the audit, in the order in which findings of a report are listed. */

import { COPY_RULES } from './copies/rules.js';
import type { Rule } from './rule.js';
import { SOURCE_RULES } from './source-rules.js';
import { TEXT_RULES } from './text/rules.js';
import { WITHIN_RULES } from './within/rules.js';
import { YEAR_RULES } from './years/rules.js';

export type { Rule } from './rule.js';

export const RULES = [...WITHIN_RULES, ...TEXT_RULES, ...YEAR_RULES, ...COPY_RULES, ...SOURCE_RULES] as const;

export type RuleId = (typeof RULES)[number]['id'];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
const ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, at) => [id, at]));

export function ruleOf(id: RuleId): Rule {
  return BY_ID.get(id) as Rule;
}

export const isRule = (id: string): id is RuleId => BY_ID.has(id);

/** Place of a rule in the list; findings of one report stand in this order. */
export const orderOf = (id: string): number => ORDER.get(id) ?? RULES.length;
