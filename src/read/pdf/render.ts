/** Pages of a PDF → pictures, for pages that hold no text or text that cannot be trusted. */

import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paper } from '../scan/decode.js';
import type { OperatorList } from './interpret.js';
import { type OpenPdf, openPdf } from './open.js';

/** Dots per point. A scan is rendered as it was scanned, so that nothing is smoothed; within these bounds. */
const LEAST_SCALE = 150 / 72;
const USUAL_SCALE = 200 / 72;
const MOST_SCALE = 300 / 72;
/** Longest side of a rendered page in pixels: A3 at 300 dpi. */
const MOST_PIXELS = 5_000;

/** Renders pages of one PDF. `close` must be called. */
export class PageRenderer {
  private constructor(private readonly pdf: OpenPdf) {}

  static async open(bytes: Uint8Array): Promise<PageRenderer> {
    return new PageRenderer(await openPdf(bytes, 'pictures'));
  }

  /** The page as shown. */
  async render(number: number): Promise<Canvas> {
    const page = await this.pdf.document.getPage(number);
    try {
      const list = (await page.getOperatorList()) as OperatorList;
      const viewport = page.getViewport({ scale: this.scaleFor(page, list) });
      // A damaged page can be a line without height, and no canvas is.
      const [width, height] = [viewport.width, viewport.height].map((side) => Math.max(1, Math.round(side)));
      const canvas = await paper(width ?? 1, height ?? 1, () => undefined);
      await page.render({ canvas: canvas as never, viewport }).promise;
      return canvas;
    } finally {
      page.cleanup();
    }
  }

  async close(): Promise<void> {
    await this.pdf.close();
  }

  /** The resolution of the largest picture on the page. */
  private scaleFor(page: PDFPageProxy, { fnArray, argsArray }: OperatorList): number {
    const { width, height } = page.getViewport({ scale: 1 });
    const { paintImageXObject } = this.pdf.ops;
    let scale = 0;
    fnArray.forEach((fn, i) => {
      if (fn !== paintImageXObject) return;
      const [, w, h] = (argsArray[i] as readonly unknown[]).map(Number);
      if (w === undefined || h === undefined) return;
      scale = Math.max(scale, w > h ? w / Math.min(width, height) : h / Math.max(width, height));
    });
    const bounded = scale === 0 ? USUAL_SCALE : Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale));
    return Math.min(bounded, MOST_PIXELS / Math.max(width, height));
  }
}
