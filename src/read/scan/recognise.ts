/**
 * The lines of all pages of a document → their text. Every number is read twice, by the engine and by a net of our
 * own, and counts only when both agree; so do the lines that can name the agency and the year.
 */

import { OTHER_READING } from '../../model/document.js';
import { blackCrop, greyCrop, tripled } from './crops.js';
import { leadingNumber, type NumberReading, readNumber, readTouching } from './digits/number.js';
import { strokeFinder } from './digits/strokes.js';
import type { Engine, EngineTask, EngineText } from './engine.js';
import { isOddLabel, nearest, picturesAgain, readingsAgain } from './labels.js';
import type { Line, ReadLine } from './line.js';
import type { Raster } from './raster.js';

/** Heights of ideographs that the engine is given; digits have three quarters of them. */
const DIGIT_HEIGHT = 53;
const SECOND_DIGIT_HEIGHT = 40;
const BARE_DIGIT_HEIGHT = 44;
const TEXT_HEIGHT = 36;
const SECOND_TEXT_HEIGHT = 46;
/** Characters of numbers, and of the marks that stand for none. */
const NUMERIC = '0123456789.,-/';
/** The net's least probability for a reading that counts against one of the engine. */
const SURE = 0.75;
/** … and for one that counts with the engine's second reading after its first was another. */
const VERY_SURE = 0.95;
/** … and for one that both readings of the engine confirm; a typeface the net does not know makes it unsure of all. */
const LIKELY = 0.5;

interface NumberLine extends Line {
  /** The net's reading. */
  readonly net: NumberReading;
}

/** What a dash alone in its cell is read as; there is nothing in it to recognise. */
const DASH: ReadLine = { text: '-', readings: ['-'], confidence: 100, agreed: true };

/** Recognises lines; the result has their order. */
export async function recognise(lines: readonly Line[], engine: Engine): Promise<ReadLine[]> {
  const isMark = ({ cutting }: Line): boolean => cutting.isDash === true;
  const read = (
    await readInk(
      lines.filter((line) => !isMark(line)),
      engine,
    )
  ).values();
  return lines.map((line) => (isMark(line) ? DASH : (read.next().value as ReadLine)));
}

async function readInk(lines: readonly Line[], engine: Engine): Promise<ReadLine[]> {
  const nets = lines.map(({ kind, cutting, textSize }) =>
    kind === 'cell' ? (readNumber(cutting, textSize) ?? readTouching(cutting, textSize)) : null,
  );
  const numbers = lines.flatMap((line, i): NumberLine[] => {
    const net = nets[i];
    return net ? [{ ...line, net }] : [];
  });
  const isStruck = strokeFinder(numbers.flatMap(({ net }) => net.digits));
  const readOfNumbers = (await readNumbers(numbers, engine)).map((read, i) =>
    isStruck(numbers[i]?.net.digits ?? []) ? { ...read, agreed: false } : read,
  );
  const readOfTexts = await readTexts(
    lines.filter((_, i) => !nets[i]),
    engine,
    isStruck,
  );
  const [byNumber, byText] = [readOfNumbers.values(), readOfTexts.values()];
  return lines.map((_, i) => (nets[i] ? byNumber : byText).next().value as ReadLine);
}

/**
 * A lone digit is too little for the engine: it is given three times side by side, longer numbers once; in the second
 * reading it is the other way round. What has no layout that the engine knows, as many a 1 or 8, is read without one.
 */
async function readNumbers(lines: readonly NumberLine[], engine: Engine): Promise<ReadLine[]> {
  const task = { language: 'eng', segmentation: 7, only: NUMERIC } as const;
  const once = ({ cutting, textSize }: Line): Raster => blackCrop(cutting, textSize, DIGIT_HEIGHT);
  const thrice = ({ cutting, textSize }: Line): Raster => tripled(cutting, textSize, SECOND_DIGIT_HEIGHT);
  const bare = ({ cutting, textSize }: Line): Raster => greyCrop(cutting, textSize, BARE_DIGIT_HEIGHT);
  const isLone = ({ net }: NumberLine): boolean => net.text.length === 1;
  const second = (line: NumberLine): Raster => (isLone(line) ? once(line) : thrice(line));
  const early = lines.filter(({ net }) => net.probability < SURE);
  const first = (line: NumberLine): Raster => (isLone(line) ? thrice(line) : once(line));
  const { firsts, seconds } = await readFirst(lines, early, engine, task, { first, second });
  const firstOf = new Map(
    [...firsts].map(([line, text]) => [line, isLone(line) ? oneOfThree(text) : text] as const),
  );
  const isOpen = (line: NumberLine): boolean =>
    // Below that no reading of the engine makes the net's count.
    line.net.probability >= LIKELY && compact(firstOf.get(line)?.text) !== line.net.text;
  const late = lines.filter((line) => !early.includes(line) && isOpen(line));
  const isUnseen = (line: NumberLine): boolean =>
    isLone(line) && line.net.probability >= VERY_SURE && compact(firstOf.get(line)?.text) === '';
  const unseen = late.filter(isUnseen);
  const others = late.filter((line) => !isUnseen(line));
  const put = (those: readonly NumberLine[], texts: readonly EngineText[]): void =>
    those.forEach((line, i) => {
      seconds.set(line, texts[i]);
    });
  put(others, await engine.read({ ...task, pictures: others.map(second) }));
  const inBothWays = unseen.flatMap((line) => [bare(line), thrice(line)]);
  const without = await engine.read({ ...task, segmentation: 13, pictures: inBothWays });
  put(
    unseen,
    unseen.map((_, i) => {
      const [alone = NOTHING_READ, threefold = NOTHING_READ] = without.slice(2 * i, 2 * i + 2);
      return compact(alone.text) === '' ? oneOfThree(threefold) : alone;
    }),
  );
  return lines.map((line) => {
    const found = seconds.get(line);
    const isThrice = found !== undefined && !isLone(line);
    return decide(line.net, firstOf.get(line), isThrice ? oneOfThree(found) : found);
  });
}

/**
 * Reads all lines once, and those that are sure to need a second reading a second time at once: starting the engine is
 * costly.
 */
async function readFirst<T extends Line>(
  lines: readonly T[],
  early: readonly T[],
  engine: Engine,
  task: Omit<EngineTask, 'pictures'>,
  { first, second }: { readonly first: (line: T) => Raster; readonly second: (line: T) => Raster },
): Promise<{ firsts: ReadonlyMap<T, EngineText>; seconds: Map<T, EngineText | undefined> }> {
  const read = await engine.read({ ...task, pictures: [...lines.map(first), ...early.map(second)] });
  return {
    firsts: new Map(lines.map((line, i) => [line, read[i] ?? NOTHING_READ])),
    seconds: new Map(early.map((line, i) => [line, read[lines.length + i]])),
  };
}

const NOTHING_READ: EngineText = { text: '', confidence: 0 };

function oneOfThree({ text, confidence }: EngineText): EngineText {
  return { text: third(compact(text)), confidence };
}

/** What stands three times in a text; nothing when it does not. */
function third(text: string): string {
  const one = text.slice(0, text.length / 3);
  return one.repeat(3) === text ? one : '';
}

/** What two or three readings of a number are worth together. */
export function decide(
  net: { readonly text: string; readonly probability: number } | null,
  first: EngineText | undefined,
  second: EngineText | undefined,
): ReadLine {
  const [a, b] = [compact(first?.text), compact(second?.text)];
  const own = net?.text ?? '';
  const probability = net?.probability ?? 0;
  const readings = [...new Set([own, a, b].filter((text) => text !== ''))];
  const confidence = Math.round(100 * probability);
  const byFirst = own !== '' && own === a && probability >= (own === b ? LIKELY : SURE);
  const bySecond = own !== '' && own === b && probability >= (a === '' ? SURE : VERY_SURE);
  if (byFirst || bySecond) return { text: own, readings, confidence, agreed: true };
  return { text: readings.join(OTHER_READING) || UNREAD, readings, confidence, agreed: false };
}

/** Stands for ink that nobody could read. */
export const UNREAD = '?';

function compact(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}

async function readTexts(
  lines: readonly Line[],
  engine: Engine,
  isStruck: ReturnType<typeof strokeFinder>,
): Promise<ReadLine[]> {
  const task = { language: 'chi_sim', segmentation: 7 } as const;
  const second = (line: Line): Raster => blackCrop(line.cutting, sizeOf(line), SECOND_TEXT_HEIGHT);
  const early = lines.filter((line) => line.isTelling === true || isShort(line));
  const first = (line: Line): Raster => greyCrop(line.cutting, sizeOf(line), TEXT_HEIGHT);
  const { firsts: firstOf, seconds } = await readFirst(lines, early, engine, task, { first, second });
  const open = lines.filter((line) => needsSecond(line, firstOf.get(line)?.text ?? ''));
  const late = open.filter((line) => !early.includes(line));
  const odd = lines.filter((line) => {
    const text = firstOf.get(line)?.text ?? '';
    return (text === '' || !open.includes(line)) && isOddLabel(line, text);
  });
  // Second readings and labels that are read again go in together: starting the engine is costly.
  const again = await engine.read({
    ...task,
    pictures: [...late.map(second), ...odd.flatMap(picturesAgain)],
  });
  for (const [i, line] of late.entries()) seconds.set(line, again[i]);
  const others = again.slice(late.length);
  const labels = new Map(
    odd.map((line, i) => [line, nearest(firstOf.get(line) ?? NOTHING_READ, readingsAgain(others, i))]),
  );
  return lines.map((line) => {
    const first = firstOf.get(line) ?? NOTHING_READ;
    const label = labels.get(line) ?? first;
    if (labels.has(line) || !open.includes(line)) {
      return single(line.cutting.joined ? withoutEnd(label) : label);
    }
    const both = compare(first, seconds.get(line));
    if (line.kind === 'text') return both;
    const figure = line.cutting.joined === 'spread' ? null : leadingNumber(line.cutting, line.textSize);
    if (figure !== null && isStruck(figure.digits)) return { ...both, agreed: false };
    return both.agreed ? both : withRemark(figure, both);
  });
}

/** The engine likes to end what was set side by side with a comma; no label does. */
function withoutEnd(read: EngineText): EngineText {
  return { ...read, text: read.text.replace(/[，,、。.]+$/, '') };
}

/** A cell with so little in it (text sizes) holds a mark, a unit or what is left of a figure. */
const SHORT = 1.5;

function isShort({ kind, cutting: { line }, textSize }: Line): boolean {
  return kind === 'cell' && line.right - line.left < SHORT * textSize;
}

/** Lines of a title are higher than those of the text. */
function sizeOf({ cutting: { line }, kind, textSize }: Line): number {
  return kind === 'text' ? Math.max(textSize, line.bottom - line.top) : textSize;
}

/** What names the agency or the year, and what could be taken for a figure, must be read twice. */
function needsSecond({ kind, isTelling }: Line, text: string): boolean {
  const even = text.replace(/\s+/g, '');
  if (kind === 'text') return DATE.test(even) || (isTelling === true && TELLING.test(even));
  return FIGURE_LIKE.test(even);
}

/** A date, which may be that of the report wherever it stands. */
const DATE = /20\d\d[-年./]\d/;
const TELLING = /20\d|年|报告|公开|政府|局|办|委/;
/** A figure with a remark, or a mark that stands for none; 1. and 1、 begin a label, and other ideographs are words. */
const FIGURE_LIKE =
  /^[-+−]?\d+(?![\d]*[.、．]\D)|^[^\u4e00-\u9fff]{0,2}$|^[零一二三四五六七八九十]{1,2}$|^[-—/\\无空]/;

function single(read: EngineText | undefined): ReadLine {
  const text = tidy(read?.text);
  return { text, readings: [text], confidence: Math.round(read?.confidence ?? 0), agreed: false };
}

function compare(first: EngineText | undefined, second: EngineText | undefined): ReadLine {
  const [a, b] = [tidy(first?.text), tidy(second?.text)];
  // Bare figures are read by the net too; where it saw none, two readings of one engine are not independent.
  const agreed = a !== '' && a.replace(/\s+/g, '') === b.replace(/\s+/g, '') && !/^[\d.,\s]+$/.test(a);
  const confidence = Math.round(Math.min(first?.confidence ?? 0, second?.confidence ?? 0));
  return { text: a, readings: agreed ? [a] : [a, b], confidence, agreed };
}

/** A figure, and the bracket that opens its remark. */
const REMARK = /^(\d+)(?:件|条|个)?（/;

/**
 * A figure with a remark of which two readings differ in the remark alone: the figure counts when the net reads it
 * as both of them do.
 */
function withRemark(own: NumberReading | null, read: ReadLine): ReadLine {
  const figures = read.readings.map((text) => REMARK.exec(text.replace(/\s+/g, ''))?.[1]);
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
