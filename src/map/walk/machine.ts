/**
 * The standard form as a state machine. Rows and headings of a document are its events; it walks
 * table 二 → 三 (intake → outcomes by group → total → carried over) → 四, and tells apart labels that
 * mean different things in different places (`其他`, `总计`, `3.其他`).
 *
 * Real reports change the order, double tables and leave parts out, so every table can be entered from
 * everywhere; what a state decides is the meaning of ambiguous rows and where unmatched rows belong.
 */

import { setup } from 'xstate';
import { ITEM_GROUP } from '../place/groups.js';
import type { Draft } from './draft.js';
import { isAmbiguous, type RowReading } from './reading.js';
import { hasColumns, rowText, type SourceRow } from './rows.js';

export type FormEvent =
  | { readonly type: 'ROW'; readonly reading: RowReading }
  | { readonly type: 'HEADING'; readonly section: Section | null; readonly year: string | null };

export type Section = 'proactive' | 'applications' | 'remedies' | 'other';

type RowEvent = Extract<FormEvent, { type: 'ROW' }>;
type HeadingEvent = Extract<FormEvent, { type: 'HEADING' }>;
interface Args {
  readonly context: { readonly draft: Draft };
  readonly event: FormEvent;
}

/** Two applicants in one row without figures (自然人 … 总计) cannot be anything but the header of table 三. */
const HEADER_APPLICANTS = 2;
const HEADER_RESULTS = 3;
/** A row cut off from its header by a page break is one of table 四 only when it carries a whole path. */
const FIGURES_WITHOUT_HEADER = 5;

const row = (event: FormEvent): RowReading => (event as RowEvent).reading;
const heading = (event: FormEvent): HeadingEvent => event as HeadingEvent;

/** Guards are named after what they recognise; each looks at the row alone. */
export const guards = {
  namesProactive: ({ event }: Args) => heading(event).section === 'proactive',
  namesApplications: ({ event }: Args) => heading(event).section === 'applications',
  namesRemedies: ({ event }: Args) => heading(event).section === 'remedies',
  namesOther: ({ event }: Args) => heading(event).section === 'other',
  isClause: ({ event }: Args) => row(event).clause !== null,
  isMeasureHeader: ({ event }: Args) => {
    const { heads, proactiveItem, figures } = row(event);
    return (heads.proactive || heads.measures > 0) && (heads.proactive || !proactiveItem) && figures === 0;
  },
  isProactiveRow: ({ event }: Args) => row(event).proactiveItem !== null,
  isApplicantHeader: ({ event }: Args) => {
    const { heads, figures } = row(event);
    return figures === 0 && (heads.applications || heads.applicants >= HEADER_APPLICANTS);
  },
  isHeaderRest: ({ event }: Args) => {
    const { figures, item } = row(event);
    return figures === 0 && (item === null || isAmbiguous(item));
  },
  isIntake: ({ event }: Args) => inGroup(event, 'intake'),
  isOutcome: ({ event }: Args) => inGroup(event, 'outcomes'),
  isDenied: ({ event }: Args) => inGroup(event, 'denied'),
  isUnavailable: ({ event }: Args) => inGroup(event, 'unavailable'),
  isRejected: ({ event }: Args) => inGroup(event, 'rejected'),
  isOther: ({ event }: Args) => inGroup(event, 'other'),
  isOtherGroup: ({ event }: Args) => row(event).group === 'other' && row(event).item === null,
  isTotal: ({ event }: Args) =>
    row(event).item?.code === 'outcome_total' && row(event).heads.remedies < HEADER_RESULTS,
  isOtherRemaining: ({ event }: Args) =>
    row(event).item?.code === 'other_remaining' && row(event).heads.applicants < HEADER_APPLICANTS,
  isRemedyHeader: ({ event }: Args) => {
    const { heads, figures } = row(event);
    return (
      figures === 0 &&
      (heads.remedies >= HEADER_RESULTS ||
        heads.litigation ||
        (heads.remedies > 0 && row(event).filled <= HEADER_RESULTS))
    );
  },
  isLitigationHeader: ({ event }: Args) => {
    const { heads, figures } = row(event);
    return figures === 0 && (heads.litigation || heads.remedies >= HEADER_RESULTS);
  },
  isRemedyFigures: ({ context, event }: Args) => {
    const { row: source, figures, filled } = row(event);
    const header = context.draft.headerFor('remedies')?.rows ?? [];
    if (header.at(-1)?.table !== source.table) return figures >= FIGURES_WITHOUT_HEADER;
    return figures > 0 || (filled === 0 && header.some(namesResults) && !reachedInto(source));
  },
  /** A word of the header can be cut over two rows, so that 其他 and 总计 are all that is left of one. */
  isRestOfRemedyHeader: ({ context, event }: Args) => {
    const { row: source, figures, heads, item, filled } = row(event);
    const last = context.draft.headerFor('remedies')?.rows.at(-1);
    const ofTable = last !== undefined && hasColumns(source) && last.table === source.table;
    return (
      ofTable && figures === 0 && filled > 0 && !heads.applications && (item === null || isAmbiguous(item))
    );
  },
  isBlankRow: ({ event }: Args) => row(event).filled === 0,
};

/** Whether a label from above reaches into the row: the header goes on. */
function reachedInto({ cells }: SourceRow): boolean {
  return cells.some(({ inherited, text }) => inherited && text !== '');
}

/** Whether a row of a header of table 四 is the one that names the results, or one of those. */
function namesResults(header: SourceRow): boolean {
  return /[维維纠糾]/.test(rowText(header));
}

function inGroup(event: FormEvent, group: string): boolean {
  const { item } = row(event);
  return item !== null && !isAmbiguous(item) && ITEM_GROUP.get(item.code) === group;
}

/** Actions only take notes; nothing is computed here. */
const actions = {
  noteHeading: ({ context, event }: Args) => context.draft.noteHeading(heading(event).year),
  closeHeader: ({ context }: Args) => context.draft.closeHeader(),
  headProactive: ({ context, event }: Args) => {
    if (row(event).heads.proactive && !context.draft.isHeadedBy(row(event).row)) context.draft.closeHeader();
    context.draft.addHeader('proactive', row(event).row);
  },
  headApplications: ({ context, event }: Args) => context.draft.addHeader('applications', row(event).row),
  headRemedies: ({ context, event }: Args) => context.draft.addHeader('remedies', row(event).row),
  placeProactive: ({ context, event }: Args) => {
    const match = row(event).proactiveItem;
    if (match) context.draft.place('proactive', match.code, match.kind, row(event));
  },
  placeApplication: ({ context, event }: Args) => {
    const match = row(event).item;
    if (match) context.draft.place('applications', match.code, match.kind, row(event));
  },
  placeRemedies: ({ context, event }: Args) =>
    context.draft.place('remedies', 'remedies', 'exact', row(event)),
  keepProactive: ({ context, event }: Args) => context.draft.keepUnmatched('proactive', row(event)),
  keepApplication: ({ context, event }: Args) => context.draft.keepUnmatched('applications', row(event)),
  keepRemedies: ({ context, event }: Args) => context.draft.keepUnmatched('remedies', row(event)),
};

const skipBlank = { guard: 'isBlankRow' } as const;

/**
 * A further row of the group in which the machine is, as most rows of table 三 are. Its parent would say the same, after
 * more guards and by leaving the state and entering it again, which took half of the machine's time.
 */
const stayIn = <G extends keyof typeof guards>(guard: G) =>
  [
    { guard: 'isApplicantHeader', target: 'header', actions: 'headApplications' },
    { guard, actions: 'placeApplication' },
  ] as const;

export const formMachine = setup({
  types: {
    context: {} as { draft: Draft },
    input: {} as { draft: Draft },
    events: {} as FormEvent,
  },
  guards,
  actions,
}).createMachine({
  id: 'form',
  description: 'One report, from its title to its last section.',
  context: ({ input }) => ({ draft: input.draft }),
  initial: 'prose',
  on: {
    HEADING: [
      { guard: 'namesProactive', target: '.proactive', actions: 'noteHeading' },
      { guard: 'namesApplications', target: '.applications', actions: 'noteHeading' },
      { guard: 'namesRemedies', target: '.remedies', actions: 'noteHeading' },
      { guard: 'namesOther', target: '.prose', actions: 'noteHeading' },
      { actions: 'noteHeading' },
    ],
    ROW: [
      skipBlank,
      { guard: 'isClause', target: '.proactive', actions: 'closeHeader' },
      { guard: 'isApplicantHeader', target: '.applications', actions: 'headApplications' },
      { guard: 'isIntake', target: '.applications.intake', actions: 'placeApplication' },
      { guard: 'isOutcome', target: '.applications.outcomes', actions: 'placeApplication' },
      { guard: 'isDenied', target: '.applications.denied', actions: 'placeApplication' },
      { guard: 'isUnavailable', target: '.applications.unavailable', actions: 'placeApplication' },
      { guard: 'isRejected', target: '.applications.rejected', actions: 'placeApplication' },
      { guard: 'isOther', target: '.applications.other', actions: 'placeApplication' },
      { guard: 'isRemedyHeader', target: '.remedies', actions: 'headRemedies' },
      { guard: 'isMeasureHeader', target: '.proactive.block', actions: 'headProactive' },
    ],
  },
  states: {
    prose: { description: 'Outside the form: title, 一、总体情况, 五、六, navigation and footers.' },
    proactive: {
      description: '二、主动公开政府信息情况: blocks, each headed by 第二十条第（…）项 and a row 信息内容.',
      initial: 'between',
      states: {
        between: { description: 'A block is announced; its header row comes next.' },
        block: {
          description: 'Rows 规章 … 政府集中采购 under the columns of the header row.',
          on: {
            ROW: [
              skipBlank,
              { guard: 'isClause', target: 'between', actions: 'closeHeader' },
              { guard: 'isMeasureHeader', actions: 'headProactive' },
              { guard: 'isApplicantHeader', target: '#form.applications', actions: 'headApplications' },
              { guard: 'isProactiveRow', actions: 'placeProactive' },
              { guard: 'isIntake', target: '#form.applications.intake', actions: 'placeApplication' },
              { guard: 'isRemedyHeader', target: '#form.remedies', actions: 'headRemedies' },
              { actions: 'keepProactive' },
            ],
          },
        },
      },
    },
    applications: {
      description: '三、收到和处理政府信息公开申请情况.',
      initial: 'header',
      on: {
        ROW: [
          skipBlank,
          { guard: 'isApplicantHeader', target: '.header', actions: 'headApplications' },
          { guard: 'isTotal', target: '.closing', actions: 'placeApplication' },
          { guard: 'isIntake', target: '.intake', actions: 'placeApplication' },
          { guard: 'isOutcome', target: '.outcomes', actions: 'placeApplication' },
          { guard: 'isDenied', target: '.denied', actions: 'placeApplication' },
          { guard: 'isUnavailable', target: '.unavailable', actions: 'placeApplication' },
          { guard: 'isRejected', target: '.rejected', actions: 'placeApplication' },
          { guard: 'isOther', target: '.other', actions: 'placeApplication' },
          { guard: 'isOtherGroup', target: '.other', actions: 'keepApplication' },
          { guard: 'isClause', target: '#form.proactive', actions: 'closeHeader' },
          { guard: 'isRemedyHeader', target: '#form.remedies', actions: 'headRemedies' },
          { guard: 'isMeasureHeader', target: '#form.proactive.block', actions: 'headProactive' },
          { actions: 'keepApplication' },
        ],
      },
      states: {
        header: {
          description: '申请人情况: columns 自然人, five kinds of organization, 总计, in one to three rows.',
          on: {
            ROW: [
              skipBlank,
              { guard: 'isApplicantHeader', actions: 'headApplications' },
              { guard: 'isIntake', target: 'intake', actions: 'placeApplication' },
              { guard: 'isLitigationHeader', target: '#form.remedies', actions: 'headRemedies' },
              { guard: 'isHeaderRest', actions: 'headApplications' },
            ],
          },
        },
        intake: {
          description: '一、本年新收; 二、上年结转; 四、结转下年度继续办理.',
          on: { ROW: stayIn('isIntake') },
        },
        outcomes: {
          description: '三、本年度办理结果: （一）予以公开, （二）部分公开.',
          on: { ROW: stayIn('isOutcome') },
        },
        denied: {
          description: '（三）不予公开, eight rows.',
          on: { ROW: stayIn('isDenied') },
        },
        unavailable: {
          description: '（四）无法提供, three rows.',
          on: { ROW: stayIn('isUnavailable') },
        },
        rejected: {
          description: '（五）不予处理, five rows.',
          on: { ROW: stayIn('isRejected') },
        },
        other: {
          description: '（六）其他处理: one row (2019 form) or three; here `其他` is the third of them.',
          on: {
            ROW: [{ guard: 'isOtherRemaining', actions: 'placeApplication' }, ...stayIn('isOther')],
          },
        },
        closing: { description: '（七）总计 has been read; 四、结转下年度继续办理 is still to come.' },
      },
    },
    remedies: {
      description: '四、行政复议、行政诉讼: header rows, then one row of figures.',
      initial: 'header',
      states: {
        header: {
          on: {
            ROW: [
              { guard: 'isRemedyHeader', actions: 'headRemedies' },
              { guard: 'isRestOfRemedyHeader', actions: 'headRemedies' },
              { guard: 'isIntake', target: '#form.applications.intake', actions: 'placeApplication' },
              { guard: 'isApplicantHeader', target: '#form.applications', actions: 'headApplications' },
              { guard: 'isClause', target: '#form.proactive', actions: 'closeHeader' },
              { guard: 'isRemedyFigures', target: 'figures', actions: 'placeRemedies' },
              { guard: 'isHeaderRest', actions: 'headRemedies' },
            ],
          },
        },
        figures: {
          description: 'The figures have been read; a further header begins the rest of a divided table.',
          on: {
            ROW: [
              skipBlank,
              { guard: 'isRemedyHeader', target: 'header', actions: 'headRemedies' },
              { guard: 'isIntake', target: '#form.applications.intake', actions: 'placeApplication' },
              { guard: 'isApplicantHeader', target: '#form.applications', actions: 'headApplications' },
              { guard: 'isClause', target: '#form.proactive', actions: 'closeHeader' },
              { guard: 'isRemedyFigures', actions: 'placeRemedies' },
            ],
          },
        },
      },
    },
  },
});
