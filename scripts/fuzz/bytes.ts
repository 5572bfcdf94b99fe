import type { Random } from '../compose/random.js';

/** Damage to a file's bytes that knows nothing of what they mean. */
export type Damage = (bytes: Buffer, random: Random) => Buffer;

const MOST_FLIPS = 40;
const MOST_COPIES = 50;
const LONGEST_PIECE = 4000;
/** A file that damage made larger than this says nothing more than a smaller one, and costs time. */
const MOST_BYTES = 4 * 1024 * 1024;
const BIG_SPANS = [0, 7, 99, 65_536, 4_294_967_297];

const place = (bytes: Buffer, random: Random): number => random.int(0, Math.max(0, bytes.length - 1));

function flipBytes(bytes: Buffer, random: Random): Buffer {
  const damaged = Buffer.from(bytes);
  for (let count = random.int(1, MOST_FLIPS); count > 0 && damaged.length > 0; count -= 1)
    damaged[place(damaged, random)] = random.int(0, 255);
  return damaged;
}

function cutPiece(bytes: Buffer, random: Random): Buffer {
  const from = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.int(1, LONGEST_PIECE))]);
}

function movePiece(bytes: Buffer, random: Random): Buffer {
  const damaged = Buffer.from(bytes);
  const from = place(bytes, random);
  damaged.copyWithin(place(bytes, random), from, from + random.int(1, LONGEST_PIECE));
  return damaged;
}

function repeatPiece(bytes: Buffer, random: Random): Buffer {
  const from = place(bytes, random);
  const piece = bytes.subarray(from, from + random.int(10, LONGEST_PIECE));
  const copies = Array.from({ length: random.int(2, MOST_COPIES) }, () => piece);
  return Buffer.concat([bytes.subarray(0, from), ...copies, bytes.subarray(from)]).subarray(0, MOST_BYTES);
}

/** For damage to characters: every byte stays one, so that the encoding does not matter. */
const asText =
  (change: (text: string, random: Random) => string): Damage =>
  (bytes, random) =>
    Buffer.from(change(bytes.toString('latin1'), random), 'latin1').subarray(0, MOST_BYTES);

/** Rows of markup, or lines of text where there are none. */
function shuffleRows(text: string, random: Random): string {
  const separator = text.includes('<tr') ? /(?=<tr)/ : /(?<=\n)/;
  return random.shuffle(text.split(separator)).join('');
}

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'bytes flipped': flipBytes,
  truncated: (bytes, random) => bytes.subarray(0, random.int(0, bytes.length)),
  'piece cut out': cutPiece,
  'piece moved': movePiece,
  'piece repeated': repeatPiece,
  'tags dropped': asText((text, random) =>
    text.replace(/<[^>]{1,60}>/g, (tag) => (random.chance(0.15) ? '' : tag)),
  ),
  'tags opened': asText((text, random) =>
    text.replace(/<\/t[dr]>/g, (tag) => (random.chance(0.2) ? '<table><tr><td>' : tag)),
  ),
  'tags doubled': asText((text, random) =>
    text.replace(/<[^>]{1,60}>/g, (tag) => (random.chance(0.1) ? tag.repeat(random.int(2, 9)) : tag)),
  ),
  'spans grown': asText((text, random) =>
    text.replace(/((?:row|col)span="|gridSpan w:val="|grid-(?:row|column):span )\d+/g, (span) =>
      random.chance(0.3) ? span.replace(/\d+$/, String(random.pick(BIG_SPANS))) : span,
    ),
  ),
  'numbers grown': asText((text, random) =>
    text.replace(/\d+/g, (digits) => (random.chance(0.03) ? digits.repeat(random.int(2, 40)) : digits)),
  ),
  'rows shuffled': asText(shuffleRows),
};
