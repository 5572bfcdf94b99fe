import { InvalidArgumentError } from 'commander';
import type { FormTable } from '../model/report.js';

/** A report has some hundred kilobytes, with pictures some megabytes. */
export const DEFAULT_MAX_BYTES = '100M';
/** A report takes well under a second; only a broken file takes a minute. */
export const DEFAULT_TIME_LIMIT = '60';

/** Options of `nianbao extract` as commander gives them. */
export interface ExtractOptions {
  readonly out: string;
  readonly strict?: true;
  readonly log?: 'json';
  readonly bom?: true;
  /** False with `--no-audit`. */
  readonly audit: boolean;
  readonly disable?: readonly string[];
  readonly jobs: number;
  readonly timeLimit: number;
  readonly maxBytes: number;
  readonly quiet?: true;
}

/** Options of `nianbao explain` as commander gives them. */
export interface ExplainOptions {
  readonly item?: readonly string[];
  readonly table?: FormTable;
  readonly format: 'text' | 'html' | 'json';
  readonly out?: string;
  readonly timeLimit: number;
  readonly maxBytes: number;
}

/** Options of `nianbao report` as commander gives them. */
export interface ReportOptions {
  readonly out: string;
  readonly quiet?: true;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `104857600`, `500k`, `100M`, `1G` as a number of bytes. */
export function parseBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([kmg]?)b?$/i.exec(text.trim());
  const bytes = Number(match?.[1]) * (UNITS[(match?.[2] ?? '').toLowerCase()] ?? Number.NaN);
  if (!(bytes >= 1)) throw new InvalidArgumentError('Expected a size such as 500k, 100M or 1G.');
  return Math.floor(bytes);
}

/** Longest time limit that a timer can hold. */
const MAX_SECONDS = 2 ** 31 / 1000 - 1;

export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !(seconds > 0 && seconds <= MAX_SECONDS)) {
    throw new InvalidArgumentError('Expected a number of seconds greater than 0.');
  }
  return seconds;
}

/** More threads than this only cost memory. */
const MAX_JOBS = 256;

export function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > MAX_JOBS) {
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${MAX_JOBS}.`);
  }
  return jobs;
}
