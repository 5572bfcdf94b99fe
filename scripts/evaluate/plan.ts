import { DIALECTS, type Dialect, findDialect, fits } from '../compose/dialects/index.js';
import { HEADS } from '../compose/dialects/meta.js';
import { createRandom, type Random } from '../compose/random.js';
import { ALL_FORMATS, FORMATS, type Format, printedAs, SCAN_FORMATS } from '../compose/render/formats.js';

/** One document to compose. */
export interface PlanEntry {
  seed: string;
  dialects: readonly Dialect[];
  format: Format;
  /** What the scores are gathered under: a dialect's id, or `mixed`. */
  label: string;
  /** File name in the folder that is evaluated; unique. */
  file: string;
}

export interface PlanWishes {
  n: number;
  seed: string;
  dialect?: string | undefined;
  format?: string | undefined;
}

/** Every sixth document has a head as agencies really print them, so that metadata are measured too. */
const HEADS_EVERY = 6;
/** Every third document speaks several dialects at once. */
const MIXED_EVERY = 3;
const MIXED_FEWEST = 2;
const MIXED_MOST = 4;
/** Draws of a mixture that fits a format before a plain one is taken. */
const MIXED_TRIES = 20;

/** All formats of text, one format of any kind, or with `scans` all documents that show pictures. */
function wantedFormats(name: string | undefined): readonly Format[] {
  if (name === undefined) return ALL_FORMATS;
  if (name === 'scans') return SCAN_FORMATS;
  const known = [...ALL_FORMATS, ...SCAN_FORMATS];
  const format = known.find((candidate) => candidate === name);
  if (!format)
    throw new Error(`no format "${name}"; there are: ${known.join(', ')}, and scans for the last five`);
  return [format];
}

/** Dialects of different groups that one document can speak at once. */
function drawMixture(random: Random, format: Format): readonly Dialect[] {
  const able = DIALECTS.filter(
    (dialect) =>
      dialect.kind === 'complete' &&
      dialect.combines !== false &&
      dialect.formats.includes(printedAs(format)),
  );
  for (let attempt = 0; attempt < MIXED_TRIES; attempt += 1) {
    const chosen: Dialect[] = [];
    for (const dialect of random.shuffle(able).slice(0, random.int(MIXED_FEWEST, MIXED_MOST))) {
      if (!chosen.some((other) => other.group === dialect.group)) chosen.push(dialect);
    }
    if (chosen.length >= MIXED_FEWEST) return chosen;
  }
  return [findDialect('plain')];
}

/** Every dialect in every format it applies to; `a+b` names a mixture, `a,b` two that are tried in turn. */
function pairs(wishes: PlanWishes): { dialects: readonly Dialect[]; format: Format; label: string }[] {
  const formats = wantedFormats(wishes.format);
  const wanted =
    wishes.dialect === undefined
      ? DIALECTS.map((dialect) => [dialect])
      : wishes.dialect.split(',').map((mixture) => mixture.split('+').map(findDialect));
  return wanted.flatMap((dialects) =>
    formats
      .filter((format) => fits(dialects, format))
      .map((format) => ({ dialects, format, label: dialects.map((dialect) => dialect.id).join('+') })),
  );
}

/** The document at this place if it is not the next of the pairs: a mixture, or a head. */
function drawShare(at: number, random: Random, format: Format) {
  if (at % MIXED_EVERY === MIXED_EVERY - 1)
    return { dialects: drawMixture(random, format), format, label: 'mixed' };
  return at % HEADS_EVERY === 0 ? { dialects: [findDialect(HEADS)], format, label: HEADS } : null;
}

/** What to compose: all pairs in turn, shuffled by the seed, with mixtures in between. */
export function makePlan(wishes: PlanWishes): PlanEntry[] {
  const random = createRandom(`plan:${wishes.seed}`);
  const all = random.shuffle(pairs(wishes));
  if (all.length === 0) throw new Error('no dialect applies to this format');
  const mixing = wishes.dialect === undefined;
  const formats = wantedFormats(wishes.format);
  let turn = 0;
  return Array.from({ length: wishes.n }, (_, at) => {
    const format = random.pick(formats);
    const share = mixing ? drawShare(at, random, format) : null;
    const chosen = share ?? (all[turn++ % all.length] as (typeof all)[number]);
    const file = `${String(at).padStart(4, '0')}-${chosen.label}-${chosen.format}.${FORMATS[chosen.format]}`;
    return { ...chosen, seed: `${wishes.seed}:${at}`, file };
  });
}
