/** Facts of the form that several steps of the mapping look up by code. */

import { APPLICATION_ITEMS } from '../../form/index.js';

export const ITEM_GROUP: ReadonlyMap<string, string> = new Map(
  APPLICATION_ITEMS.map(({ code, group }) => [code, group]),
);

const SUB_ROWS_OF_OTHER: ReadonlySet<string> = new Set([
  'other_uncorrected',
  'other_unpaid_fee',
  'other_remaining',
]);

/** 其他处理 is one row (2019 form, also met in 2021-form reports) or three; a report is held to the kind it prints. */
export function itemsOf(printed: ReadonlySet<string>, edition: '2019' | '2021'): readonly string[] {
  const three =
    [...SUB_ROWS_OF_OTHER].some((code) => printed.has(code)) || (!printed.has('other') && edition === '2021');
  return APPLICATION_ITEMS.map(({ code }) => code).filter((code) =>
    three ? code !== 'other' || printed.has('other') : !SUB_ROWS_OF_OTHER.has(code),
  );
}

/** The three sub-rows of 其他处理 exist in the 2021 form only. */
export function hasSubRows(printed: ReadonlySet<string>): boolean {
  return [...SUB_ROWS_OF_OTHER].some((code) => printed.has(code));
}
