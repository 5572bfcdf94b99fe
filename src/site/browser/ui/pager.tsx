import { grouped, useWords } from '../i18n/index.js';

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Steps through pages; nothing where there is one. */
export function Pager({ page, pages, onPage }: PagerProps) {
  const words = useWords();
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹ {words.previousPage}
      </button>
      <span aria-live="polite">{words.pageOf(grouped(page), grouped(pages))}</span>
      <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {words.nextPage} ›
      </button>
    </nav>
  );
}
