/** Decisions over a store, with extractions made up. */

import { extractorVersion } from '../../src/batch/version.js';
import { Extractions } from '../../src/collect/extractions.js';
import { History } from '../../src/collect/history.js';
import { judge, type Lead } from '../../src/collect/judge.js';
import { COLLECT_TABLES } from '../../src/collect/tables.js';
import { beginRun, FetchLog, type Source, Store } from '../../src/harvest/index.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const SOURCE: Source = {
  line: 2,
  agency: 'A',
  regionCode: '',
  level: '',
  kind: 'report',
  url: 'http://a.cn/1.html',
};
const LEAD: Lead = {
  source: SOURCE,
  url: SOURCE.url,
  title: '',
  year: null,
  listed: true,
  walkComplete: true,
  known: null,
};
const DOC = 'http://a.cn/1.doc';

/** A store with an article and its attachment; runs follow each other. */
function bench() {
  const store = Store.open(folder());
  store.addTables(COLLECT_TABLES);
  const history = new History(store);
  let run = 0;
  const say = (sha256: string, cells: number, fingerprint: string): void => {
    store.run(
      `INSERT OR REPLACE INTO extractions (key, version, status, cells, year, agency, fingerprint, error_code, error_message, packed)
       VALUES (?, ?, ?, ?, '2022', 'A', ?, '', ?, x'00')`,
      sha256,
      extractorVersion(),
      cells > 0 ? 'complete' : fingerprint === 'unread' ? 'failed' : 'no_tables',
      cells,
      fingerprint,
      fingerprint === 'unread' ? 'not read' : '',
    );
  };
  const put = async (log: FetchLog, url: string, text: string): Promise<string> => {
    const sha256 = await store.blobs.put(Buffer.from(text));
    const outcome = { ok: true, url, finalUrl: url, fetchId: null, sha256, contentType: 'text/html' };
    log.conclude({ ...outcome, errorCode: '', errorMessage: '', retryAt: null, attempts: 1 }, 2);
    return sha256;
  };
  return {
    store,
    say,
    /** One run with these bytes; the verdict is kept as the job keeps it. */
    async run(page: string, doc: string, extract: (page: string, doc: string) => void) {
      const log = new FetchLog(store, beginRun(store, `run ${++run}`, Date.now()).id);
      const pageHash = await put(log, SOURCE.url, `<a href="1.doc">附件.doc</a>${page}`);
      extract(pageHash, await put(log, DOC, doc));
      const known = history.known(SOURCE, log.runId)[0] ?? null;
      const verdict = judge({ ...LEAD, known }, { log, history, extractions: new Extractions(store) });
      history.keepReport(SOURCE, log.runId, {
        url: SOURCE.url,
        title: '',
        year: null,
        presence: 'listed',
        firstRun: log.runId,
      });
      if (verdict.isNew && verdict.version !== null) history.keepVersion(SOURCE.url, verdict.version);
      return {
        fate: verdict.fate,
        source: verdict.version?.source,
        number: verdict.version?.number,
        reason: verdict.reason,
      };
    },
  };
}

test('new, unchanged under a clock, revised in the attachment', async () => {
  const { store, say, run } = bench();
  const figures = (print: string) => (page: string, doc: string) => {
    say(page, 0, 'text');
    say(doc, 200, print);
  };
  expect(await run('12:00', 'v1', figures('one'))).toMatchObject({ fate: 'new', source: DOC, number: 1 });
  expect(await run('12:01', 'v1', figures('one'))).toMatchObject({
    fate: 'unchanged',
    source: DOC,
    number: 1,
  });
  expect(await run('12:02', 'v1 saved again', figures('one'))).toMatchObject({
    fate: 'unchanged',
    number: 1,
  });
  expect(await run('12:03', 'v2', figures('two'))).toMatchObject({ fate: 'revised', source: DOC, number: 2 });
  store.close();
});

test('a document that a later extractor can read is no revision', async () => {
  const { store, say, run } = bench();
  const before = await run('page', 'doc', (page, doc) => {
    say(page, 0, 'text');
    say(doc, 0, 'unread');
  });
  expect(before).toMatchObject({ fate: 'failed', source: SOURCE.url, number: 1, reason: `${DOC}: not read` });
  const after = await run('page', 'doc', (page, doc) => {
    say(page, 0, 'text');
    say(doc, 200, 'figures');
  });
  expect(after).toMatchObject({ fate: 'unchanged', source: DOC, number: 1, reason: '' });
  store.close();
});

test('a page that shows other tables than before is revised; one that shows none is not believed', async () => {
  const { store, say, run } = bench();
  const page = (cells: number, print: string) => (hash: string, doc: string) => {
    say(hash, cells, print);
    say(doc, 0, 'text');
  };
  expect(await run('one', 'x', page(200, 'one'))).toMatchObject({
    fate: 'new',
    source: SOURCE.url,
    number: 1,
  });
  expect(await run('two', 'x', page(0, 'none'))).toMatchObject({ fate: 'failed', number: 1 });
  expect(await run('three', 'x', page(199, 'three'))).toMatchObject({ fate: 'revised', number: 2 });
  store.close();
});
