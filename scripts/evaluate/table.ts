import { FACT_NAMES, sumTallies, type Tally } from './score.js';

const WRONG_SHOWN = 20;
const WRONG_PER_GROUP = 3;

function percent(part: number, whole: number): string {
  if (whole === 0) return '-';
  const share = (100 * part) / whole;
  // A share just below the whole must not be rounded up to it.
  return part === whole ? '100' : Math.min(share, 99.9).toFixed(1);
}

function facts(tally: Tally): string[] {
  return FACT_NAMES.map((name) => {
    const { right, wrong, empty } = tally.facts[name];
    return `${right}/${wrong}/${empty}`;
  });
}

function line(tally: Tally): string[] {
  const status = [...tally.status].map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    tally.label + (tally.lossy === tally.documents ? ' (lossy)' : ''),
    tally.format,
    String(tally.documents),
    String(tally.cells),
    percent(tally.right, tally.cells),
    String(tally.wrong),
    String(tally.missed),
    String(tally.denied),
    String(tally.inferred),
    ...facts(tally),
    status,
  ];
}

const HEADER = [
  'dialect',
  'format',
  'docs',
  'cells',
  'right %',
  'wrong',
  'missed',
  'denied',
  'inferred',
  ...FACT_NAMES,
  'status',
];

function pad(rows: string[][]): string {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Wrong first, then the largest share of cells missed. */
function worstFirst(left: Tally, right: Tally): number {
  return (
    right.wrongs.length - left.wrongs.length ||
    right.missed / right.cells - left.missed / left.cells ||
    left.label.localeCompare(right.label)
  );
}

const EMPTY_SHOWN = 3;

/** The facts of documents that lost nothing, with some that were not found. */
function factLines({ facts, empties }: Tally): string[] {
  return FACT_NAMES.map((name) => {
    const { right, wrong, empty } = facts[name];
    const shown = empties
      .filter(({ key }) => key.startsWith(name))
      .slice(0, EMPTY_SHOWN)
      .map(({ file }) => file);
    const where = shown.length > 0 ? `, as in ${shown.join(', ')}` : '';
    return `${name.padEnd(10)} ${percent(right, right + wrong + empty)} % right, ${wrong} wrong, ${empty} empty${where}`;
  });
}

/** The whole result as text: a line per dialect and format, the first wrong cells, the total. */
export function resultTable(tallies: readonly Tally[]): string {
  const sorted = [...tallies].sort(worstFirst);
  const total = sumTallies(sorted);
  const shown = sorted.flatMap((tally) => tally.wrongs.slice(0, WRONG_PER_GROUP)).slice(0, WRONG_SHOWN);
  const wrongs = shown.map(
    ({ file, key, expected, got, raw }) =>
      `  ${file}: ${key}: expected ${expected}, got ${got}, raw "${raw}"`,
  );
  const complete = sumTallies(sorted.filter((tally) => tally.lossy === 0));
  return [
    pad([HEADER, ...sorted.map(line), line(total)]),
    `(${FACT_NAMES.join(', ')}: right/wrong/empty)`,
    ...factLines(complete),
    ...(wrongs.length > 0 ? ['', `wrong (${shown.length} of ${total.wrongs.length}):`, ...wrongs] : []),
    '',
    `${total.documents} documents, ${total.cells} cells: ${total.right} right, ${total.wrong} wrong, ${total.missed} missed; ` +
      `without lossy groups ${percent(complete.right, complete.cells)} % of ${complete.cells} right, ` +
      `${complete.denied} printed ones called blank or absent`,
  ].join('\n');
}

/** One line per printed cell without a value, for who wants to mend what was missed; lossy documents are left out. */
export function gapLines(tallies: readonly Tally[]): string[] {
  return sumTallies(tallies).gaps.map(
    ({ file, key, expected, got, raw }) =>
      `missed ${file}: ${key}: printed ${expected}, ${got}, raw "${raw}"`,
  );
}
