/** Whether the text of a PDF is what a reader sees: the poor words of a scanner and fonts with a wrong map are not. */

import { APPLICATION_ITEMS, PROACTIVE_ITEMS, REMEDY_RESULTS } from '../../form/index.js';
import type { PageContent } from './geometry.js';
import { uprightLines } from './parts.js';
import { toFlowLine } from './segments.js';

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

/**
 * Letters and signs that no Chinese text holds in number: those behind ASCII, as a font with half of a map spells
 * ideographs and digits, control and private characters, and the sign for what has no map.
 */
const FOREIGN = /[\p{Cc}\p{Co}\u00a0-\u00b6\u00b8-\u00d6\u00d8-\u02af\ufffd]/gu;
const FOREIGN_ONLY = new RegExp(`^(?:${FOREIGN.source}|[.,])+$`, 'u');
/** Bullets of symbol fonts and a name or two stay below these. */
const FEWEST_FOREIGN = 5;
const FOREIGN_SHARE = 0.03;
/** Where so many of the characters are foreign, labels cannot be told any more. */
const UNTOLD_SHARE = 0.25;
/** Texts that stand alone and hold foreign letters only, where figures should be. */
const FEWEST_GARBLED_FIGURES = 5;

/** Share of foreign letters among them and ideographs; 0 where there are only a few. */
function foreignShare({ glyphs }: PageContent): number {
  const text = glyphs.map((glyph) => glyph.text).join('');
  const foreign = text.match(FOREIGN)?.length ?? 0;
  if (foreign < FEWEST_FOREIGN) return 0;
  return foreign / (foreign + (text.match(/\p{Script=Han}/gu)?.length ?? 0));
}

/** Whether a font spells a part of the page wrongly. */
export function isGarbled(page: PageContent): boolean {
  return foreignShare(page) >= FOREIGN_SHARE;
}

/** Whether the page's figures or most of its labels are among what is spelled wrongly. */
export function hasGarbledFigures(page: PageContent): boolean {
  const share = foreignShare(page);
  if (share < FOREIGN_SHARE) return false;
  if (share >= UNTOLD_SHARE) return true;
  const segments = uprightLines(page.glyphs).flatMap((line) => toFlowLine(line, page.number, 0).segments);
  return segments.filter(({ text }) => FOREIGN_ONLY.test(text)).length >= FEWEST_GARBLED_FIGURES;
}
