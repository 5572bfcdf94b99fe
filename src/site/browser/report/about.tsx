/** What is known of the report itself: source, period, status, and why it failed if it did. */

import type { ComponentChildren } from 'preact';
import { grouped, labelIn, useSpeech, useWords } from '../i18n/index.js';
import { codeLabel } from '../labels.js';
import { Printed, Status } from '../ui/marks.js';
import { useReport } from './context.js';

/** Only addresses of the web are links; anything else that a dataset calls its source is text. */
export function webAddress(source: string): string | null {
  try {
    const url = new URL(source);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

export function SourceName({ source }: { readonly source: string }) {
  const address = webAddress(source);
  if (address === null) return <code class="path">{source}</code>;
  return (
    <a class="path" href={address} rel="noopener noreferrer nofollow external" target="_blank">
      {source}
    </a>
  );
}

export function About() {
  const { report } = useReport();
  const { words, language } = useSpeech();
  const { field } = report;
  const [start, end, kind] = [field('period_start'), field('period_end'), field('agency_kind')];
  return (
    <section class="card about" aria-labelledby="h-about">
      <h2 id="h-about">{words.metadata}</h2>
      <dl>
        <Line name={words.file}>
          <SourceName source={field('source')} />
        </Line>
        <Line name={words.statusLabel}>
          <Status status={field('status')} />{' '}
          {field('cells_expected') !== '0' && (
            <span class="faint">
              {words.cellsRead} {field('cells_read')}/{field('cells_expected')}
            </span>
          )}
        </Line>
        {field('edition') !== '' && (
          <Line name={words.edition}>{labelIn(language, codeLabel('edition', field('edition')))}</Line>
        )}
        {start + end !== '' && (
          <Line name={words.period}>
            {start || '…'} – {end || '…'}
          </Line>
        )}
        {field('published_on') !== '' && <Line name={words.published}>{field('published_on')}</Line>}
        {field('region_path') !== '' && (
          <Line name={words.region}>
            <Printed text={field('region_path').replaceAll('/', ' / ')} />{' '}
            <span class="faint">{field('region_code')}</span>
          </Line>
        )}
        {kind !== '' && (
          <Line name={words.agencyKind}>{labelIn(language, codeLabel('agency_kind', kind))}</Line>
        )}
        {field('media_type') !== '' && (
          <Line name={words.media}>
            <span class="path">{field('media_type')}</span>{' '}
            <span class="faint">{sizeOf(field('bytes'))}</span>
          </Line>
        )}
        <Line name={words.reportId}>
          <code>{field('report_id')}</code>
        </Line>
        {field('agency_id') !== '' && (
          <Line name={words.agencyId}>
            <code lang="zh-CN">{field('agency_id')}</code>
          </Line>
        )}
      </dl>
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const sizeOf = (bytes: string): string => {
  const number = Number(bytes);
  return number > 0 ? `${grouped(Math.max(1, Math.round(number / 1024)))} kB` : '';
};

/** Why there is little to see, in the words of the dataset. */
export function Trouble() {
  const { report } = useReport();
  const words = useWords();
  const status = report.field('status');
  const message = report.field('error_message');
  if (status === 'failed' || message !== '') {
    return (
      <div class="notice-box error" role="note">
        <p>
          <strong>{words.failedTitle}</strong> <code>{report.field('error_code')}</code>
        </p>
        <p lang="en">{message}</p>
      </div>
    );
  }
  if (report.cells.size > 0) return null;
  return (
    <div class="notice-box" role="note">
      <p>
        <strong>{words.noTablesTitle}</strong>
      </p>
      <p>{words.statusNote[status] ?? status}</p>
    </div>
  );
}
