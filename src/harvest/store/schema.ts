/** Tables of the store. `fetches` is append-only, and the database itself refuses to change or delete a line of it. */

/** Raised with every change of the tables; a store of a later version is refused, not damaged. */
export const STORE_VERSION = 1;

export const TABLES = `
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  -- running, finished, abandoned
  state TEXT NOT NULL,
  sources_sha256 TEXT NOT NULL,
  summary TEXT
);
-- One line per request that was sent, redirects and failures included.
CREATE TABLE IF NOT EXISTS fetches (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs(id),
  source_line INTEGER NOT NULL,
  role TEXT NOT NULL,
  url TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  milliseconds INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  status INTEGER,
  request_headers TEXT NOT NULL,
  response_headers TEXT,
  sha256 TEXT,
  bytes INTEGER,
  error_code TEXT,
  error_message TEXT
);
CREATE INDEX IF NOT EXISTS fetches_by_url ON fetches(url, id);
CREATE INDEX IF NOT EXISTS fetches_by_run ON fetches(run_id);
CREATE TRIGGER IF NOT EXISTS fetches_keep BEFORE UPDATE ON fetches
BEGIN SELECT RAISE(ABORT, 'the log of fetches is append-only'); END;
CREATE TRIGGER IF NOT EXISTS fetches_stay BEFORE DELETE ON fetches
BEGIN SELECT RAISE(ABORT, 'the log of fetches is append-only'); END;
-- What became of a URL in a run, once its redirects and retries are over.
CREATE TABLE IF NOT EXISTS outcomes (
  run_id INTEGER NOT NULL REFERENCES runs(id),
  url TEXT NOT NULL,
  source_line INTEGER NOT NULL,
  ok INTEGER NOT NULL,
  fetch_id INTEGER,
  final_url TEXT NOT NULL,
  sha256 TEXT,
  content_type TEXT,
  error_code TEXT,
  error_message TEXT,
  retry_at INTEGER,
  attempts INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  PRIMARY KEY (run_id, url)
) WITHOUT ROWID;
-- The last good bytes of a URL.
CREATE TABLE IF NOT EXISTS latest (
  url TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL,
  final_url TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content_type TEXT NOT NULL
) WITHOUT ROWID;
-- What a conditional request is made with; by the URL that answered, behind all redirects.
CREATE TABLE IF NOT EXISTS validators (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  content_type TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hosts (
  host TEXT PRIMARY KEY,
  -- No request before this time: the delay after the last one, or what Retry-After asked for.
  next_at INTEGER NOT NULL DEFAULT 0,
  -- Failures in a row, and until when the host is set aside.
  failures INTEGER NOT NULL DEFAULT 0,
  aside_until INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS robots (
  origin TEXT PRIMARY KEY,
  fetched_at INTEGER NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
-- What the pages of given bytes lead to: parsed once.
CREATE TABLE IF NOT EXISTS discoveries (
  key TEXT PRIMARY KEY,
  links TEXT NOT NULL
) WITHOUT ROWID;
-- Reports that a source led to in a run.
CREATE TABLE IF NOT EXISTS listings (
  run_id INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER,
  PRIMARY KEY (run_id, source_line, url)
) WITHOUT ROWID;
-- Sources whose walk was finished in a run, with what went wrong on the way to the reports.
CREATE TABLE IF NOT EXISTS walks (
  run_id INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  source_key TEXT NOT NULL,
  complete INTEGER NOT NULL,
  problems TEXT NOT NULL,
  finished_at INTEGER NOT NULL,
  PRIMARY KEY (run_id, source_line)
) WITHOUT ROWID;
`;
