/** Filter, order and page of a list, read from the address and written to it. */

import type { ReportEntry, ReportIndex } from '../data/store.js';
import { type Filter, filterOf, filterParams } from '../filter.js';
import { go, href, type Route } from '../route.js';
import type { Showing } from '../ui/data-table.js';

export interface Listing {
  readonly filter: Filter;
  readonly showing: Showing;
  readonly onFilter: (filter: Filter, options?: { readonly replace?: boolean }) => void;
  readonly onShow: (showing: Showing) => void;
}

/** `usual` is the column by which the list is sorted until the reader chooses one. */
export function listingOf({ path, params }: Route, usual = ''): Listing {
  const filter = filterOf(params);
  const sort = params.get('sort') ?? usual;
  const showing = {
    sort: sort.replace(/^-/, ''),
    isDescending: sort.startsWith('-'),
    page: Number(params.get('page') ?? 1) || 1,
  };
  const address = (next: Filter, { sort: by, isDescending, page }: Showing): string =>
    href(path, {
      ...filterParams(next),
      sort: by === usual && !isDescending ? '' : `${isDescending ? '-' : ''}${by}`,
      page: page > 1 ? String(page) : '',
    });
  return {
    filter,
    showing,
    onFilter: (next, options) => go(address(next, { ...showing, page: 1 }), options),
    onShow: (next) => go(address(filter, next)),
  };
}

/** Key of the agency of a report. */
export const agencyKey =
  ({ agencies }: ReportIndex) =>
  (report: ReportEntry): string =>
    agencies[report.agency]?.key ?? '';
