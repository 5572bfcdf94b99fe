import type { ProcessWatch } from './engine.js';

/** What a reader needs to read pictures. */
export interface PictureOptions {
  /**
   * Gives the bytes of a picture that a page links to, or null when it is not at hand. A run over files looks beside the
   * page, a harvest asks the site; without it linked pictures are only counted.
   */
  readonly fetchPicture?: (link: string) => Promise<Uint8Array | null>;
  /** Told of each process of the recognition engine. */
  readonly watch?: ProcessWatch;
  /** Told how many pages or pictures are about to be recognised, which takes seconds for each. */
  readonly expect?: (count: number) => void;
}

/** What to say when there is more to look at than is looked at. */
export function tooMany(count: number, most: number, what: string): string {
  return `of ${count} ${what} only the first ${most} were read; cut out those of the report and give them as a file of their own`;
}
