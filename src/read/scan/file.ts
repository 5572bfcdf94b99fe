/** A picture file given as a report: PNG, JPEG, GIF, BMP, WebP, or a TIFF with its pages. */

import type { Block, Document, MediaType } from '../../model/document.js';
import { decodePicture } from './decode.js';
import { Engine } from './engine.js';
import type { PictureOptions } from './options.js';
import { readPictures } from './pictures.js';

/**
 * Reads a picture file. Without an engine the document is empty and says that it holds a picture.
 * @throws ReadError `damaged` or `too_large`
 */
export async function readPicture(
  bytes: Uint8Array,
  mediaType: MediaType,
  options: PictureOptions = {},
): Promise<Document> {
  const engine = await Engine.find(options.watch);
  const canvases = await decodePicture(bytes);
  if (engine !== null) options.expect?.(canvases.length);
  const blocks: Block[] = engine === null ? [] : await readPictures(canvases, engine);
  return {
    mediaType,
    blocks,
    metadata: { tags: {} },
    pictures: {
      embedded: canvases.length,
      linked: 0,
      ...(engine === null ? {} : { recognized: canvases.length }),
    },
  };
}
