/** A table of many rows: TanStack sorts and pages, the address keeps both, the markup is a plain table. */

import {
  type ColumnDef,
  createPaginatedRowModel,
  createSortedRowModel,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/preact-table';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useWords } from '../i18n/index.js';
import { Pager } from './pager.js';
import { ScrollBox } from './scroll-box.js';

const features = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
});

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** What it is sorted by; a column without it cannot be sorted by. */
  readonly sort?: (row: Row) => string | number;
  readonly cell: (row: Row) => ComponentChildren;
  /** `num` for figures, `name` for names of agencies, `head` for the column that names the row. */
  readonly kind?: 'num' | 'name' | 'head';
}

/** How the rows are shown: column and direction, and the page from 1. */
export interface Showing {
  readonly sort: string;
  readonly isDescending: boolean;
  readonly page: number;
}

interface DataTableProps<Row extends object> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly showing: Showing;
  readonly onShow: (showing: Showing) => void;
}

/** Few enough to scroll through, many enough to compare. */
const PAGE_SIZE = 50;

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, showing, onShow } = props;
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, showing.page), pages);
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    autoResetPageIndex: false,
    state: {
      sorting: showing.sort === '' ? [] : [{ id: showing.sort, desc: showing.isDescending }],
      pagination: { pageIndex: page - 1, pageSize: PAGE_SIZE },
    },
  });
  return (
    <>
      <ScrollBox label={caption}>
        <table class="data">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.id} column={column} showing={showing} onShow={onShow} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <Body key={column.id} column={column} row={row.original} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Pager page={page} pages={pages} onPage={(to) => onShow({ ...showing, page: to })} />
    </>
  );
}

function definitionOf<Row extends object>({ id, sort }: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id,
    accessorFn: (row: Row) => sort?.(row) ?? '',
    enableSorting: sort !== undefined,
    sortFn: (a, b) => compare(sort?.(a.original) ?? '', sort?.(b.original) ?? ''),
  };
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly showing: Showing;
  readonly onShow: (showing: Showing) => void;
}

function Head<Row>({ column: { id, title, sort, kind }, showing, onShow }: HeadProps<Row>) {
  const words = useWords();
  const isSorted = showing.sort === id;
  if (sort === undefined)
    return (
      <th scope="col" class={kind}>
        {title}
      </th>
    );
  const isDescending = isSorted ? !showing.isDescending : kind === 'num';
  return (
    <th
      scope="col"
      class={kind}
      aria-sort={isSorted ? (showing.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort"
        title={words.sortBy(title)}
        onClick={() => onShow({ sort: id, isDescending, page: 1 })}
      >
        {title}
        <span aria-hidden="true" class="arrow">
          {isSorted ? (showing.isDescending ? '↓' : '↑') : '↕'}
        </span>
      </button>
    </th>
  );
}

function Body<Row>({ column: { cell, kind }, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (kind === 'head') return <th scope="row">{cell(row)}</th>;
  return <td class={kind}>{cell(row)}</td>;
}
