/** Documents that an article links to: where the page has no table of the form, its report is one of them. */

import { type DomElement, type DomNode, rawText, walk } from './dom.js';
import { inChrome } from './pictures.js';

const DOCUMENT = /\.(?:pdf|docx?|wps|wpt|ofd|rtf|odt|xlsx?|et|zip|rar)$/i;
/** Papers that hang on every page of a portal. */
const OTHER_PAPER = /指南|申请表|申請表|流程|目录|目錄|承诺书|授权委托|说明书/;
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
  const isDocument = DOCUMENT.test(link.replace(/[?#].*$/s, '')) || DOCUMENT.test(name);
  return isDocument && !OTHER_PAPER.test(name) && !inChrome(anchor) ? link : null;
}
