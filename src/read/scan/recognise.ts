/**
 * The lines of all pages of a document → their text. Every number is read twice, by the engine and by a net of our
 * own, and counts only when both agree; so do the lines that can name the agency and the year.
 */

import type { Recognition } from '../../model/document.js';
import { blackCrop, greyCrop } from './crops.js';
import { leadingNumber, looksLikeNumber, readNumber } from './digits/number.js';
import type { Engine, EngineText } from './engine.js';
import type { Cutting } from './page.js';

/** A line to recognise, and what became of it. */
export interface Line {
  readonly cutting: Cutting;
  /** Size of the page's characters in pixels. */
  readonly textSize: number;
  /**
   * - `cell`: the only line of a cell, a number perhaps
   * - `label`: a line of a cell with several
   * - `text`: outside of the tables
   */
  readonly kind: 'cell' | 'label' | 'text';
  /** Text that can name the agency or the year, where one wrong character would be a wrong name. */
  readonly isTelling?: boolean;
}

export interface ReadLine extends Recognition {
  readonly text: string;
}

/** Heights of ideographs that the engine is given; digits have three quarters of them. */
const DIGIT_HEIGHT = 53;
const SECOND_DIGIT_HEIGHT = 40;
const TEXT_HEIGHT = 36;
const SECOND_TEXT_HEIGHT = 46;
/** Characters of numbers, and of the marks that stand for none. */
const NUMERIC = '0123456789.,-/';
/** The net's least probability for a reading that counts against one of the engine. */
const SURE = 0.75;
/** … and for one that counts with a second, weaker one of the engine after the first differed. */
const VERY_SURE = 0.95;

/** Recognises lines; the result has their order. */
export async function recognise(lines: readonly Line[], engine: Engine): Promise<ReadLine[]> {
  const results = new Array<ReadLine>(lines.length);
  const at = lines.map((_, i) => i);
  const isNumber = (i: number): boolean => {
    const line = lines[i];
    return line !== undefined && line.kind === 'cell' && looksLikeNumber(line.cutting, line.textSize);
  };
  const numbers = at.filter(isNumber);
  const texts = at.filter((i) => !numbers.includes(i));
  const pick = (list: readonly number[]): Line[] => list.map((i) => lines[i] as Line);
  (await readNumbers(pick(numbers), engine)).forEach((result, i) => {
    results[numbers[i] ?? 0] = result;
  });
  (await readTexts(pick(texts), engine)).forEach((result, i) => {
    results[texts[i] ?? 0] = result;
  });
  return results;
}

async function readNumbers(lines: readonly Line[], engine: Engine): Promise<ReadLine[]> {
  const first = await readDigits(lines, engine, false);
  const nets = lines.map(({ cutting, textSize }) => readNumber(cutting, textSize));
  const open = lines.flatMap((_, i) => (first[i]?.text === nets[i]?.text ? [] : [i]));
  const again = await readDigits(
    open.map((i) => lines[i] as Line),
    engine,
    true,
  );
  return lines.map((_, i) => {
    const second = open.includes(i) ? again[open.indexOf(i)] : undefined;
    return decide(nets[i] ?? null, first[i], second);
  });
}

function readDigits(lines: readonly Line[], engine: Engine, again: boolean): Promise<EngineText[]> {
  const pictures = lines.map(({ cutting, textSize }) =>
    again ? greyCrop(cutting, textSize, SECOND_DIGIT_HEIGHT) : blackCrop(cutting, textSize, DIGIT_HEIGHT),
  );
  return engine.read({ pictures, language: 'eng', segmentation: 7, only: NUMERIC });
}

/** What two or three readings of a number are worth together. */
export function decide(
  net: { readonly text: string; readonly probability: number } | null,
  first: EngineText | undefined,
  second: EngineText | undefined,
): ReadLine {
  const [a, b] = [compact(first?.text), compact(second?.text)];
  const own = net?.text ?? '';
  const readings = [...new Set([own, a, b].filter((text) => text !== ''))];
  const confidence = Math.round(100 * (net?.probability ?? 0));
  const byFirst = own !== '' && own === a && (net?.probability ?? 0) >= SURE;
  const bySecond = own !== '' && own === b && (net?.probability ?? 0) >= VERY_SURE;
  if (byFirst || bySecond) return { text: own, readings, confidence, agreed: true };
  return { text: readings.join(' | ') || UNREAD, readings, confidence, agreed: false };
}

/** Stands for ink that nobody could read. */
export const UNREAD = '?';

function compact(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}

async function readTexts(lines: readonly Line[], engine: Engine): Promise<ReadLine[]> {
  const grey = lines.map((line) => greyCrop(line.cutting, sizeOf(line), TEXT_HEIGHT));
  const first = await engine.read({ pictures: grey, language: 'chi_sim', segmentation: 7 });
  const doubtful = lines.flatMap((line, i) => (needsSecond(line, first[i]?.text ?? '') ? [i] : []));
  const black = doubtful.map((i) => {
    const line = lines[i] as Line;
    return blackCrop(line.cutting, sizeOf(line), SECOND_TEXT_HEIGHT);
  });
  const second = await engine.read({ pictures: black, language: 'chi_sim', segmentation: 7 });
  return lines.map((line, i) => {
    const at = doubtful.indexOf(i);
    if (at < 0) return single(first[i]);
    const read = compare(first[i], second[at]);
    return line.kind === 'text' || read.agreed ? read : withRemark(line, read);
  });
}

/** Lines of a title are higher than those of the text. */
function sizeOf({ cutting: { line }, kind, textSize }: Line): number {
  return kind === 'text' ? Math.max(textSize, line.bottom - line.top) : textSize;
}

/** What names the agency or the year, and what could be taken for a figure, must be read twice. */
function needsSecond({ kind, isTelling }: Line, text: string): boolean {
  const even = text.replace(/\s+/g, '');
  if (kind === 'text') return isTelling === true && TELLING.test(even);
  return FIGURE_LIKE.test(even);
}

const TELLING = /20\d|年|报告|公开|政府|局|办|委/;
/** A figure with a remark, or a mark that stands for none; 1. and 1、 begin a label. */
const FIGURE_LIKE = /^[-+−]?\d+(?![\d]*[.、．]\D)|^.{0,2}$|^[-—/\\无空]/;

function single(read: EngineText | undefined): ReadLine {
  const text = tidy(read?.text);
  return { text, readings: [text], confidence: Math.round(read?.confidence ?? 0), agreed: false };
}

function compare(first: EngineText | undefined, second: EngineText | undefined): ReadLine {
  const [a, b] = [tidy(first?.text), tidy(second?.text)];
  const agreed = a !== '' && a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
  const confidence = Math.round(Math.min(first?.confidence ?? 0, second?.confidence ?? 0));
  return { text: a, readings: agreed ? [a] : [a, b], confidence, agreed };
}

/** A figure, and the bracket that opens its remark. */
const REMARK = /^(\d+)(?:件|条|个)?（/;

/**
 * A figure with a remark of which two readings differ in the remark alone: the figure counts when the net reads it
 * as both of them do.
 */
function withRemark({ cutting, textSize }: Line, read: ReadLine): ReadLine {
  const figures = read.readings.map((text) => REMARK.exec(text.replace(/\s+/g, ''))?.[1]);
  const own = leadingNumber(cutting, textSize);
  const agreed = own !== null && own.probability >= SURE && figures.every((figure) => figure === own.text);
  return agreed ? { ...read, agreed, confidence: Math.round(100 * own.probability) } : read;
}

/** Brackets come out of the engine in all forms, and doubled. */
function tidy(text: string | undefined): string {
  return (text ?? '')
    .replace(/[〈《<({【[「『（]+/g, '（')
    .replace(/[〉》>)}】\]」』）]+/g, '）')
    .replace(/\s+/g, ' ')
    .trim();
}
