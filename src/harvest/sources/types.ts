/** A source as the researcher wrote it, checked. */

export const SOURCE_KINDS = ['report', 'list', 'query'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface Source {
  /** 1-based line of the file on which the source begins; it names the source everywhere. */
  readonly line: number;
  readonly agency: string;
  /** GB/T 2260: six digits, nine or twelve for towns; or empty. */
  readonly regionCode: string;
  readonly level: string;
  readonly kind: SourceKind;
  readonly url: string;
  /** Titles of links that lead to reports; the tolerant default when absent. */
  readonly titlePattern?: string;
  /** First and last report year that the source is asked for. */
  readonly yearFrom?: number;
  readonly yearTo?: number;
  /** Milliseconds between two requests to the host, instead of `--delay` when that is shorter. */
  readonly delay?: number;
  /** Encoding of its pages, where they declare a wrong one. */
  readonly encoding?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** CSS selector of the link to the next list page. */
  readonly pagination?: string;
  /** How many list pages deep a list may nest; pages of one list count once. */
  readonly maxDepth?: number;
  /** Pages of one list. */
  readonly maxPages?: number;
  /** Parameters added to the URL; `{year}` in a value stands for each year asked for. */
  readonly params?: Readonly<Record<string, string>>;
}

/** A fault of the sources file, to be shown with its place. */
export interface SourceProblem {
  readonly line: number;
  /** 1-based; 0 when only the line is known. */
  readonly column: number;
  readonly message: string;
}

export interface SourceList {
  readonly sources: readonly Source[];
  readonly problems: readonly SourceProblem[];
}
