/** Documents that an article links to: where the page has no table of the form, its report is one of them. */

import { type DomElement, type DomNode, rawText, walk } from './dom.js';
import { ARCHIVE_FILE, DOCUMENT_FILE, OTHER_PAPER, withoutQuery } from './papers.js';
import { inChrome } from './pictures.js';

const MAX_NAME = 200;
/** More are a library, not a report. */
const MAX_DOCUMENTS = 20;

/** Their addresses as the page gives them, each once, in reading order. */
export function attachedDocuments(root: DomNode): string[] {
  const found = new Set<string>();
  walk(root, {
    text: () => undefined,
    enter: (element) => {
      const link = element.name === 'a' ? documentLink(element) : null;
      if (link !== null) found.add(link);
      return 'into';
    },
    leave: () => undefined,
    done: () => found.size >= MAX_DOCUMENTS,
  });
  return [...found];
}

function documentLink(anchor: DomElement): string | null {
  const link = (anchor.attribs.href ?? '').trim();
  const name = rawText(anchor, MAX_NAME).trim();
  const isDocument = [withoutQuery(link), name].some(
    (file) => DOCUMENT_FILE.test(file) || ARCHIVE_FILE.test(file),
  );
  return isDocument && !OTHER_PAPER.test(name) && !inChrome(anchor) ? link : null;
}
