/** What the dataset is made from, beside the tables of the harvest. Everything here can be made again from the log. */

export const COLLECT_TABLES = `
-- Results by input and extractor. The key is the SHA-256 of the bytes, or of these with those of its companions.
CREATE TABLE IF NOT EXISTS extractions (
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  status TEXT NOT NULL,
  cells INTEGER NOT NULL,
  year TEXT NOT NULL,
  agency TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  error_code TEXT NOT NULL,
  error_message TEXT NOT NULL,
  packed BLOB NOT NULL,
  PRIMARY KEY (key, version)
) WITHOUT ROWID;
-- Reports by the address of their article.
CREATE TABLE IF NOT EXISTS reports (
  url TEXT PRIMARY KEY,
  source_key TEXT NOT NULL,
  source_agency TEXT NOT NULL,
  first_run INTEGER NOT NULL,
  presence TEXT NOT NULL,
  seen_run INTEGER NOT NULL,
  title TEXT NOT NULL,
  year INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reports_by_source ON reports(source_key);
CREATE TABLE IF NOT EXISTS versions (
  url TEXT NOT NULL,
  number INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  -- Article or attachment, whichever holds the tables.
  source TEXT NOT NULL,
  input TEXT NOT NULL,
  -- SHA-256 of everything it was chosen from, as JSON.
  parts TEXT NOT NULL,
  PRIMARY KEY (url, number)
) WITHOUT ROWID;
`;
