/** The files that a harvest adds to the dataset, as data. No times stand in them: the same pages give the same bytes. */

import { agency, count, oneOf, optionalOneOf, reportId, required, text, year } from './fields.js';
import type { Resource } from './schema.js';

/** What a report's address is to its source now. */
export const PRESENCES = ['listed', 'unlisted', 'gone'] as const;
export const SOURCE_STATES = ['ok', 'partial', 'failed'] as const;
export const CHANGES = ['changed', 'added', 'removed'] as const;

const SOURCE_KINDS = ['report', 'list', 'query'] as const;

const harvest: Resource = {
  name: 'harvest',
  title: 'What the last run found, source by source',
  primaryKey: ['line'],
  fields: [
    { ...count('line', 'Line of the source in the sources file.'), constraints: required },
    text('agency', 'Agency as the sources file names it.'),
    { name: 'region_code', type: 'string', description: 'Region code of the sources file.' },
    text('level', 'Level of the sources file.'),
    oneOf('kind', 'Kind of the source.', SOURCE_KINDS),
    text('url', 'Address of the source.'),
    oneOf(
      'status',
      'ok: everything was seen; partial: something failed, see reason; failed: nothing was found because of a failure.',
      SOURCE_STATES,
    ),
    count('found', 'Reports that the source led to, those of earlier runs included.'),
    count('new', 'Of them, seen for the first time.'),
    count('revised', 'Of them, published with other figures or words than before; see revisions.csv.'),
    count('unchanged', 'Of them, as before.'),
    count('failed', 'Of them, not fetched or not readable in this run.'),
    count('unlisted', 'Reports that the source no longer links to; kept.'),
    count('gone', 'Reports whose page is gone (404, 410); kept.'),
    {
      name: 'missing_years',
      type: 'string',
      description:
        'Years without a report, parted by blanks: from year_from to year_to where the source gives them, else the gaps between the first and the last year found.',
    },
    text('reason', 'What failed and why.'),
  ],
};

const harvestReports: Resource = {
  name: 'harvest_reports',
  title: 'How each report was found, and what became of it since',
  primaryKey: ['report_id'],
  fields: [
    reportId,
    { ...count('line', 'Line of its source in the sources file.'), constraints: required },
    text(
      'article',
      'Address of the page that the source led to; source in reports.csv may be its attachment.',
    ),
    text('link_title', 'Title of the link to it.'),
    { ...year, name: 'link_year', description: 'Year that the link or the query names.' },
    oneOf(
      'presence',
      'listed: the source still leads to it; unlisted: it does not any more; gone: the page is gone.',
      PRESENCES,
    ),
    count(
      'version',
      'Version in this dataset: 1, and one more with each revision; 0 when it never could be fetched.',
    ),
    optionalOneOf(
      'region_from',
      'source: region_code of reports.csv comes from the sources file; else report.',
      ['report', 'source'],
    ),
    text('level', 'Level of the sources file.'),
    count('attachments', 'Documents of the page that were compared with it.'),
    count('pictures', 'Pictures of the page at hand.'),
    text('note', 'Why the figures of an earlier run still stand, or what could not be fetched.'),
  ],
};

const revisions: Resource = {
  name: 'revisions',
  title: 'Cells, metadata and sentences that changed after publication',
  primaryKey: [],
  fields: [
    reportId,
    agency,
    year,
    { ...count('version', 'The version that brought the change.'), constraints: required },
    { name: 'table', type: 'string', description: 'Table of the form, metadata, or narrative.' },
    { name: 'item', type: 'string', description: 'Row of the table, or name of the metadata field.' },
    { name: 'column', type: 'string', description: 'Column of the table.' },
    oneOf('change', 'changed, added or removed.', CHANGES),
    text('old_value', 'Value before.'),
    text('new_value', 'Value after.'),
    { name: 'old_state', type: 'string', description: 'State of the cell before.' },
    { name: 'new_state', type: 'string', description: 'State of the cell after.' },
    text('old_raw', 'Text as it was printed before.'),
    text('new_raw', 'Text as it is printed since.'),
    { name: 'old_sha256', type: 'string', description: 'SHA-256 of the bytes before.' },
    { name: 'new_sha256', type: 'string', description: 'SHA-256 of the bytes since.' },
  ],
};

export const HARVEST_RESOURCES = [harvest, harvestReports, revisions] as const;
