/** Pages of a PDF → pictures, for pages that hold no text or text that cannot be trusted. */

import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paper } from '../scan/decode.js';
import type { Box } from './geometry.js';
import type { OperatorList } from './interpret.js';
import { type OpenPdf, openPdf } from './open.js';
import { pixelsPerPoint } from './pictures.js';

/** Dots per point. A scan is rendered as it was scanned, so that nothing is smoothed; within these bounds. */
const LEAST_SCALE = 150 / 72;
const USUAL_SCALE = 200 / 72;
const MOST_SCALE = 300 / 72;
/** Longest side of a rendered page in pixels: A3 at 300 dpi. */
const MOST_PIXELS = 5_000;

/** Renders pages of one PDF. `close` must be called. */
export class PageRenderer {
  private constructor(
    private readonly pdf: OpenPdf,
    private readonly densityOf: (boxes: readonly Box[]) => number | null,
  ) {}

  static async open(bytes: Uint8Array): Promise<PageRenderer> {
    const densityOf = pixelsPerPoint(bytes);
    return new PageRenderer(await openPdf(bytes, 'pictures'), densityOf);
  }

  /**
   * The page as shown.
   * @param pictures boxes of the pictures on it, if they are known, in points
   */
  async render(number: number, pictures: readonly Box[] = []): Promise<Canvas> {
    const page = await this.pdf.document.getPage(number);
    try {
      // Asking for the operators decodes every picture once more.
      const density = this.densityOf(pictures) ?? this.largest(page, await page.getOperatorList());
      const viewport = page.getViewport({ scale: scaleFor(page, density) });
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

  /** Pixels per point of the largest picture on the page; 0 without any. */
  private largest(page: PDFPageProxy, { fnArray, argsArray }: OperatorList): number {
    const { width, height } = page.getViewport({ scale: 1 });
    const { paintImageXObject } = this.pdf.ops;
    let density = 0;
    fnArray.forEach((fn, i) => {
      if (fn !== paintImageXObject) return;
      const [, w, h] = (argsArray[i] as readonly unknown[]).map(Number);
      if (w === undefined || h === undefined) return;
      density = Math.max(density, w > h ? w / Math.min(width, height) : h / Math.max(width, height));
    });
    return density;
  }
}

function scaleFor(page: PDFPageProxy, density: number): number {
  const { width, height } = page.getViewport({ scale: 1 });
  const bounded = density === 0 ? USUAL_SCALE : Math.min(MOST_SCALE, Math.max(LEAST_SCALE, density));
  return Math.min(bounded, MOST_PIXELS / Math.max(width, height));
}
