/** Which pictures of a file are opaque, from their dictionaries alone: pictures are never decoded here. */

/** A picture is painted with its own proportions, give or take this share. */
const SAME_SHAPE = 0.03;
/** A dictionary of a picture is shorter than this, on either side of its subtype. */
const DICTIONARY = 1_200;

/**
 * Tells whether the file has an opaque picture of a shape. Streams stand in the file in plain, so their dictionaries
 * can be found without following references; the search is made when it is first asked for.
 */
export function opaquePictures(bytes: Uint8Array): (width: number, height: number) => boolean {
  let shapes: readonly number[] | undefined;
  return (width, height) => {
    shapes ??= opaqueShapes(bytes);
    const shape = width / height;
    return shapes.some((other) => Math.abs(other - shape) <= SAME_SHAPE * shape);
  };
}

/** Width by height of every picture without mask. */
function opaqueShapes(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const shapes: number[] = [];
  for (const { index } of text.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const dictionary = dictionaryAround(text, index);
    const width = Number(/\/Width\s+(\d+)/.exec(dictionary)?.[1]);
    const height = Number(/\/Height\s+(\d+)/.exec(dictionary)?.[1]);
    if (!/\/(?:SMask|Mask|ImageMask\s+true)\b/.test(dictionary) && width > 0 && height > 0)
      shapes.push(width / height);
  }
  return shapes;
}

function dictionaryAround(text: string, at: number): string {
  const start = text.lastIndexOf(' obj', at);
  const end = text.indexOf('stream', at);
  return text.slice(Math.max(start, at - DICTIONARY), Math.min(end < 0 ? text.length : end, at + DICTIONARY));
}
