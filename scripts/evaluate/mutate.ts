import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom, type Random } from '../compose/random.js';
import { composeDocuments } from './documents.js';
import { readDataset, runCli } from './output.js';
import { makePlan } from './plan.js';

/** Documents that are composed; every mutant is made of one of them. */
const SOURCES = 24;
/** Bounds of one mutant: a hang must show, a slow machine must not. */
const SECONDS_PER_MUTANT = 10;
const START_SECONDS = 60;

type Mutation = (bytes: Buffer, random: Random) => Buffer;

function asText(change: (text: string, random: Random) => string): Mutation {
  return (bytes, random) => Buffer.from(change(bytes.toString('latin1'), random), 'latin1');
}

function flipBytes(bytes: Buffer, random: Random): Buffer {
  const mutant = Buffer.from(bytes);
  for (let count = random.int(1, 40); count > 0 && mutant.length > 0; count -= 1) {
    mutant[random.int(0, mutant.length - 1)] = random.int(0, 255);
  }
  return mutant;
}

function cutPiece(bytes: Buffer, random: Random): Buffer {
  const from = random.int(0, Math.max(0, bytes.length - 1));
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.int(1, 2000))]);
}

function repeatPiece(bytes: Buffer, random: Random): Buffer {
  const from = random.int(0, Math.max(0, bytes.length - 1));
  const piece = bytes.subarray(from, from + random.int(10, 4000));
  return Buffer.concat([
    bytes.subarray(0, from),
    ...Array.from({ length: random.int(2, 50) }, () => piece),
    bytes.subarray(from),
  ]);
}

/** Rows of markup, or lines of text where there are none. */
function shuffleRows(text: string, random: Random): string {
  const separator = text.includes('<tr') ? /(?=<tr)/ : /(?<=\n)/;
  return random.shuffle(text.split(separator)).join('');
}

const MUTATIONS: Record<string, Mutation> = {
  'bytes flipped': flipBytes,
  truncated: (bytes, random) => bytes.subarray(0, random.int(0, bytes.length)),
  'piece cut out': cutPiece,
  'piece repeated': repeatPiece,
  'tags dropped': asText((text, random) =>
    text.replace(/<[^>]{1,60}>/g, (tag) => (random.chance(0.15) ? '' : tag)),
  ),
  'tags opened': asText((text, random) =>
    text.replace(/<\/t[dr]>/g, (tag) => (random.chance(0.2) ? '<table><tr><td>' : tag)),
  ),
  'spans grown': asText((text, random) =>
    text.replace(/(row|col)span="\d+"/g, (span) =>
      random.chance(0.3) ? span.replace(/\d+/, String(random.pick([0, 7, 99, 65536, 4294967297]))) : span,
    ),
  ),
  'rows shuffled': asText(shuffleRows),
  emptied: () => Buffer.alloc(0),
  zeros: (bytes) => Buffer.alloc(bytes.length),
};

async function writeMutants(count: number, seed: string, work: string): Promise<Map<string, string>> {
  const [sources, mutants] = [join(work, 'sources'), join(work, 'mutants')];
  await mkdir(sources, { recursive: true });
  await mkdir(mutants, { recursive: true });
  const composed = await composeDocuments(makePlan({ n: SOURCES, seed }), sources);
  const originals = await Promise.all(composed.map(({ file }) => readFile(join(sources, file))));
  const kinds = new Map<string, string>();
  for (let at = 0; at < count; at += 1) {
    const random = createRandom(`mutate:${seed}:${at}`);
    const source = random.int(0, composed.length - 1);
    const kind = random.pick(Object.keys(MUTATIONS));
    const file = `m${String(at).padStart(5, '0')}-${composed[source]?.file ?? ''}`;
    await writeFile(
      join(mutants, file),
      MUTATIONS[kind]?.(originals[source] ?? Buffer.alloc(0), random) ?? Buffer.alloc(0),
    );
    kinds.set(file, kind);
  }
  return kinds;
}

/** Damaged documents must each get a row, crash nothing, and end in bounded time. Returns whether they did. */
export async function mutate(
  count: number,
  seed: string,
  work: string,
  say: (text: string) => void,
): Promise<boolean> {
  const kinds = await writeMutants(count, seed, work);
  const limit = (START_SECONDS + SECONDS_PER_MUTANT * count) * 1000;
  const ran = await runCli(join(work, 'mutants'), join(work, 'dataset'), limit);
  const given = await readDataset(join(work, 'dataset'));
  const tally = new Map<string, number>();
  const complaints: string[] = [];
  for (const [file, kind] of kinds) {
    const fields = given.get(file)?.fields;
    const status = fields?.status ?? 'lost';
    tally.set(`${kind}: ${status}`, (tally.get(`${kind}: ${status}`) ?? 0) + 1);
    if (!fields) complaints.push(`${file} (${kind}) has no row in reports.csv`);
    else if (fields.error_code === 'internal') complaints.push(`${file} (${kind}): ${fields.error_message}`);
  }
  if (ran.timedOut) complaints.push(`not finished after ${limit / 1000} s`);
  if (ran.exitCode === null) complaints.push(`ended by a signal: ${ran.stderr.slice(0, 500)}`);
  for (const [name, number] of [...tally].sort()) say(`${String(number).padStart(6)}  ${name}`);
  for (const complaint of complaints) say(`fault: ${complaint}`);
  say(
    `${count} mutants in ${ran.seconds.toFixed(1)} s, exit code ${ran.exitCode}, ${complaints.length} faults`,
  );
  return complaints.length === 0;
}
