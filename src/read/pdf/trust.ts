/** Whether the text of a PDF is what a reader sees: the poor words of a scanner and fonts with a wrong map are not. */

import { APPLICATION_ITEMS, PROACTIVE_ITEMS, REMEDY_RESULTS } from '../../form/index.js';
import type { PageContent } from './geometry.js';

/** Labels of the form that must stand in the text; a report has nearly all of some forty. */
const FEWEST_LABELS = 6;
/** Shorter labels (其他, 总计) stand in every text. */
const SHORTEST_LABEL = 4;

const LABELS = [...APPLICATION_ITEMS, ...PROACTIVE_ITEMS, ...REMEDY_RESULTS]
  .map(({ zh }) => zh.replace(/（[^）]*）/g, ''))
  .filter((label) => label.length >= SHORTEST_LABEL);
/** The same in traditional characters: their first parts that are written alike. */
const ANYWAY = /公[开開]|申[请請]|行政[诉訴][讼訟]|[规規]章|[许許]可|[处處][罚罰]/g;
const FEWEST_WORDS = 15;

/** Whether these pages speak the language of the form. */
export function isReportText(pages: readonly PageContent[]): boolean {
  const text = pages.map(({ glyphs }) => glyphs.map((glyph) => glyph.text).join('')).join('');
  const found = LABELS.filter((label) => text.includes(label)).length;
  return found >= FEWEST_LABELS || (text.match(ANYWAY)?.length ?? 0) >= FEWEST_WORDS;
}

/** Words of any official text; a font with a wrong map spells none of them. */
const PLAIN_WORDS =
  /行政|信息|公[开開]|[项項]目|[数數]量|[总總][计計]|[规規]章|[许許]可|[处處][罚罰]|年度|[报報]告|申[请請]|工作|政府|其他|情[况況]|本年|[单單]位|合[计計]/g;
const FEWEST_PLAIN_WORDS = 3;

/** Whether a page spells words at all, whatever it is about. */
export function spellsWords({ glyphs }: PageContent): boolean {
  const text = glyphs.map((glyph) => glyph.text).join('');
  return new Set(text.match(PLAIN_WORDS)).size >= FEWEST_PLAIN_WORDS;
}
