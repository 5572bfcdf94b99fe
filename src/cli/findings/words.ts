import { RULES } from '../../audit/index.js';

/** The demand of a rule in both languages; empty for a rule of another version. */
export function ruleWords(id: string): { readonly zh: string; readonly en: string } {
  return RULES.find((rule) => rule.id === id) ?? { zh: '', en: '' };
}
