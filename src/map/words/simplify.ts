/** Traditional to simplified characters, for matching only: what is printed stays as printed. */

import type { Document } from '../../model/document.js';
import type { Simplify } from './text.js';

/** Characters of the form's labels that differ; a document without any of them needs no conversion. */
const TRADITIONAL =
  /[開請數關機構處總計業應發會織務與復訴訟製網頁報規範檔條項採購強許費檢單內認獲據範圍證複]/;

let converter: Simplify | undefined;

/** A converter for documents in traditional characters, the identity for all others. */
export async function simplifierFor(document: Document): Promise<Simplify> {
  if (!document.blocks.some(isTraditional)) return (text) => text;
  const { Converter } = await import('opencc-js/t2cn');
  const simplify = converter ?? Converter({ from: 't', to: 'cn' });
  converter = simplify;
  return simplify;
}

function isTraditional(block: Document['blocks'][number]): boolean {
  return block.kind === 'paragraph'
    ? TRADITIONAL.test(block.text)
    : block.cells.some(({ text }) => TRADITIONAL.test(text));
}
