import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PrintedRow, tablesOf } from '../compose/printed.js';
import type { Composed } from './documents.js';
import type { GivenReport } from './output.js';
import { judge } from './score.js';

const run = promisify(execFile);

/** Another program that turns PDFs into text, one text per file name. */
interface Peer {
  name: string;
  read(folder: string, files: readonly string[]): Promise<Map<string, string>>;
}

const pdftotext: Peer = {
  name: 'pdftotext',
  async read(folder, files) {
    const texts = new Map<string, string>();
    for (const file of files) {
      const { stdout } = await run('pdftotext', ['-layout', join(folder, file), '-']);
      texts.set(file, stdout);
    }
    return texts;
  },
};

/**
 * Where `npm install @opendataloader/pdf` was run: it ships its engine (Apache-2.0, 24 MB of Java), which is nothing
 * that nianbao needs, so it is installed outside the repository.
 */
const PEER_DIR = process.env.PEER_DIR ?? '';
const OPENDATALOADER = join(PEER_DIR, 'node_modules/.bin/opendataloader-pdf');
/** Java starts anew for each batch; more files in one would make the command line too long. */
const FILES_AT_ONCE = 100;
const PEER_TIMEOUT_MS = 600_000;

const opendataloader: Peer = {
  name: 'opendataloader',
  async read(folder, files) {
    const java = await run('java', ['-version']).catch(() => undefined);
    if (!java || PEER_DIR === '' || !existsSync(OPENDATALOADER)) {
      throw new Error(
        'this peer needs Java 11 or later and PEER_DIR=DIR, a folder where `npm install @opendataloader/pdf` was run',
      );
    }
    const out = await mkdtemp(join(tmpdir(), 'peer-'));
    try {
      for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
        const paths = files.slice(at, at + FILES_AT_ONCE).map((file) => join(folder, file));
        await run(OPENDATALOADER, ['--quiet', '--format', 'markdown', '--output-dir', out, ...paths], {
          timeout: PEER_TIMEOUT_MS,
        });
      }
      const texts = new Map<string, string>();
      for (const name of await readdir(out, { recursive: true })) {
        if (name.endsWith('.md'))
          texts.set(name.replace(/\.md$/, '.pdf'), await readFile(join(out, name), 'utf8'));
      }
      return texts;
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  },
};

const PEERS: readonly Peer[] = [pdftotext, opendataloader];

/** As much of a label as a peer must keep on the line of its figures. */
const LABEL_START = 4;

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s|]+/g, '');
}

/** Whether one line has the label's start and, behind it, every figure of the row in order. */
function rowStands(row: PrintedRow, lines: readonly string[], translate: (text: string) => string): boolean {
  const label = row.cells.filter((cell) => cell.key === undefined && cell.text !== '').at(-1);
  const start = plain(translate(label?.text ?? '')).slice(0, LABEL_START);
  const values = row.cells.flatMap((cell) => (cell.key && cell.text !== '' ? [cell.text.trim()] : []));
  return lines.some((line) => {
    if (!plain(line).includes(start)) return false;
    let next = 0;
    for (const token of line.split(/[\s|]+/)) if (token === values[next]) next += 1;
    return next === values.length;
  });
}

function ourRowStands(row: PrintedRow, document: Composed, report: GivenReport | undefined): boolean {
  return row.cells.every(
    ({ key }) =>
      key === undefined || judge(document.printed.truth.get(key), report?.cells.get(key)) === 'right',
  );
}

interface Side {
  rows: number;
  ours: number;
  theirs: number;
}

/** Rows of table 三 that came out whole, side by side, by dialect and format; judged in the peer's favour. */
export async function compareWithPeer(
  name: string,
  folder: string,
  documents: readonly Composed[],
  given: ReadonlyMap<string, GivenReport>,
): Promise<string> {
  const peer = PEERS.find((candidate) => candidate.name === name);
  if (!peer)
    throw new Error(`no peer "${name}"; there are: ${PEERS.map((candidate) => candidate.name).join(', ')}`);
  const pdfs = documents.filter((document) => document.file.endsWith('.pdf'));
  const texts = await peer.read(
    folder,
    pdfs.map((document) => document.file),
  );
  const sides = new Map<string, Side>();
  for (const document of pdfs) {
    const lines = (texts.get(document.file) ?? '').split('\n');
    const id = `${document.label} ${document.format}`;
    const side = sides.get(id) ?? { rows: 0, ours: 0, theirs: 0 };
    sides.set(id, side);
    for (const table of tablesOf(document.printed, 'applications')) {
      for (const row of table.rows.filter((candidate) => candidate.item !== undefined)) {
        side.rows += 1;
        if (ourRowStands(row, document, given.get(document.file))) side.ours += 1;
        if (rowStands(row, lines, document.printed.translate)) side.theirs += 1;
      }
    }
  }
  return sideBySide(peer.name, sides);
}

function sideBySide(name: string, sides: ReadonlyMap<string, Side>): string {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(8);
  const width = Math.max(5, ...[...sides.keys()].map((id) => id.length));
  const total: Side = { rows: 0, ours: 0, theirs: 0 };
  const lines = [...sides]
    .sort(([, left], [, right]) => left.ours / left.rows - right.ours / right.rows)
    .map(([id, { rows, ours, theirs }]) => {
      total.rows += rows;
      total.ours += ours;
      total.theirs += theirs;
      return `${id.padEnd(width)}  ${share(ours, rows)}  ${share(theirs, rows)}`;
    });
  return [
    `rows of table 三 that came out whole, in PDF documents (left nianbao, right ${name} with its rows found for it):`,
    ...lines,
    `${'all'.padEnd(width)}  ${share(total.ours, total.rows)}  ${share(total.theirs, total.rows)}`,
  ].join('\n');
}
