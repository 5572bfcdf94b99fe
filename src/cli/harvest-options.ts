import { InvalidArgumentError } from 'commander';

/** Options of `nianbao harvest` as commander gives them. */
export interface HarvestCliOptions {
  readonly store?: string;
  readonly out?: string;
  readonly dryRun?: true;
  readonly offline?: true;
  readonly refresh?: true;
  readonly schema?: true;
  readonly delay: number;
  readonly concurrency: number;
  readonly perHost: number;
  readonly contact?: string;
  readonly userAgent?: string;
  readonly allowPrivateHosts?: true;
  /** Milliseconds. */
  readonly maxTime?: number;
  readonly maxTotal?: number;
  readonly maxBytes: number;
  readonly timeout: number;
  readonly timeLimit: number;
  readonly jobs: number;
  readonly strict?: true;
  readonly log?: 'json';
  readonly audit: boolean;
  readonly bom?: true;
  readonly quiet?: true;
}

const MAX_DELAY = 86_400_000;

export function parseMilliseconds(text: string): number {
  const milliseconds = Number(text);
  if (!/^\d+$/.test(text) || milliseconds > MAX_DELAY)
    throw new InvalidArgumentError(`Expected milliseconds from 0 to ${MAX_DELAY}.`);
  return milliseconds;
}

const MAX_COUNT = 1000;

export function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MAX_COUNT)
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${MAX_COUNT}.`);
  return count;
}

const UNITS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000 };
/** The longest time that a timer can hold. */
const MAX_TIMER = 2 ** 31 - 1;

/** `90`, `90s`, `30m`, `6h` in milliseconds. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smh]?)$/i.exec(text.trim());
  const milliseconds = Number(match?.[1]) * (UNITS[(match?.[2] ?? '').toLowerCase()] ?? Number.NaN);
  if (!(milliseconds > 0 && milliseconds <= MAX_TIMER))
    throw new InvalidArgumentError('Expected a time such as 90s, 30m or 6h, at most 596h.');
  return Math.round(milliseconds);
}
