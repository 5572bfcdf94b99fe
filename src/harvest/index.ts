/**
 * The harvest: from a list of sources to the bytes of reports, kept so that any dataset can be traced and rebuilt.
 *
 *     sources   a CSV or YAML file → sources with their lines; faults are values with a line number
 *     plan      source → the URLs to begin with (a query source gives one per year)
 *     fetch     URL → outcome: robots.txt, pace per host, guarded addresses, redirects by hand, limits, retries
 *     discover  page → links to reports, further list pages, attachments of an article; pure, runs no script
 *     store     content-addressed bytes and an append-only log of every request, in SQLite beside the blobs
 *     crawl     walks each source: list pages → articles → attachments; what it did is a function of the log
 *
 * The crawl keeps no queue on disk. An outcome is written once per run and URL; a run that was killed walks again,
 * takes every outcome that the log has, and asks the network only for the rest. So it ends where an undisturbed run
 * ends. The room `collect`, above `batch` and `write`, makes the dataset of it:
 *
 *     extract   bytes → report, in workers, cached by (sha256 of the input, version of the extractor)
 *     choose    article or attachment: whichever holds the tables
 *     history   a report whose cells, metadata or narrative changed is a new version; what is gone stays, marked
 *     dataset   the usual files, and harvest.csv, harvest_reports.csv, revisions.csv
 */
export {
  type Article,
  articleOf,
  type CrawlOptions,
  type CrawlResult,
  crawl,
  type Listing,
  Listings,
  type Part,
  sourceKey,
  type WalkRecord,
} from './crawl/index.js';
export { yearOfTitle } from './discover/index.js';
export { FETCH_ERRORS, isGone } from './fetch/index.js';
export { latestDueYear, seedsOf, yearsOf } from './plan.js';
export {
  FILE_SCHEMA,
  parseSources,
  type Source,
  type SourceList,
  type SourceProblem,
} from './sources/index.js';
export {
  beginRun,
  FetchLog,
  finishRun,
  type Outcome,
  type Run,
  Store,
  StoreError,
  StoreLocked,
  writerOf,
} from './store/index.js';
export { normalizeUrl } from './urls.js';
export { warcRecords } from './warc.js';
