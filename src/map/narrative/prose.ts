/** The prose of a report without the page around it, to tell whether the report itself was changed. */

import type { Document } from '../../model/document.js';

/** Where the report begins; what stands before is the portal's head or the preface of the report. */
const FIRST_SECTION = /^[（(]?[一1壹][）)、.．：:\s]|总体情况|總體情況/;
/** Prose has sentences; menus, counters and clocks have none. */
const SENTENCE = /[。；]/;
const MIN_CHARS = 12;
/** Sentences in which a page speaks of its visitors or of this moment. */
const OF_THE_MOMENT =
  /位访(?:问者|客)|您是第|当前(?:时间|在线)|现在(?:时间|是)|今天是|在线人数|(?:浏览|访问|点击)(?:次数|量|数)[:：]/;

/** Whether a text speaks of the moment of the visit rather than of the year of the report. */
export const isOfTheMoment = (text: string): boolean => OF_THE_MOMENT.test(text);

/** Paragraphs of prose in reading order, white space taken out. */
export function narrativeOf(document: Document): string[] {
  const { blocks } = document;
  const start = blocks.findIndex((block) => block.kind === 'paragraph' && FIRST_SECTION.test(block.text));
  return blocks
    .slice(Math.max(0, start))
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text.replace(/\s+/g, '')] : []))
    .filter((text) => text.length >= MIN_CHARS && SENTENCE.test(text) && !isOfTheMoment(text));
}
