/**
 * What a browser gives to pdf.js for pictures, made of the drawing library: JPEGs are decoded by it in a tenth of the time
 * that the decoder in pdf.js takes, and pictures go to the page without a detour through arrays of pixels.
 */

import { loadCanvas } from '../scan/decode.js';

/** Pixels that pdf.js may put into one picture before it makes it smaller; larger ones are left out before. */
export const LARGEST_PICTURE_BYTES = 80_000_000 * 4;

const JPEG = 'image/jpeg';

let library: Awaited<ReturnType<typeof loadCanvas>> | undefined;

/** Loads the drawing library; must have ended before pdf.js is asked to render. */
export async function loadBitmaps(): Promise<void> {
  library = await loadCanvas();
}

/** The part of the browser's class that pdf.js uses. What it cannot decode, pdf.js decodes itself. */
class ImageDecoder {
  private readonly data: Uint8Array;

  constructor({ data }: { data: Uint8Array }) {
    this.data = data;
  }

  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === JPEG);
  }

  async decode(): Promise<{ image: unknown }> {
    const { loadImage } = await loadCanvas();
    const image = await loadImage(Buffer.from(this.data.buffer, this.data.byteOffset, this.data.byteLength));
    return { image: closable(image) };
  }

  close(): void {}
}

function OffscreenCanvas(width: number, height: number): unknown {
  if (library === undefined) throw new Error('the drawing library is not loaded');
  const canvas = library.createCanvas(width, height);
  return closable(Object.assign(canvas, { transferToImageBitmap: () => canvas }));
}

/** pdf.js closes bitmaps; here the garbage collector does. */
function closable<T extends object>(bitmap: T): T {
  return Object.assign(bitmap, { close: () => undefined });
}

/** Defines the classes; pdf.js looks for them when it is imported. */
export function provideBitmaps(): void {
  for (const [name, value] of Object.entries({ ImageDecoder, OffscreenCanvas }))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
