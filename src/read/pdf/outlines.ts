/**
 * Keeps pdf.js from working out the outline of every glyph that a page shows, which it does where fonts cannot be
 * loaded for display: it is told that they can, by a document that only takes them in. Nothing is displayed here.
 */

/** The part of the browser's class that pdf.js uses. */
class FontFace {
  readonly loaded = Promise.resolve();
}

/** Defines the class; pdf.js looks for it at the first font. */
export function provideFontFaces(): void {
  Object.defineProperty(globalThis, 'FontFace', { value: FontFace, writable: true, configurable: true });
}

/** Options of a document that is only read. */
export function withoutOutlines(): { readonly disableFontFace: false; readonly ownerDocument: never } {
  return { disableFontFace: false, ownerDocument: { fonts: new Set<FontFace>() } as never };
}
