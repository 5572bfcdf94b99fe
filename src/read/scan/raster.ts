/** The plain pictures that pass between the steps of this reader: bytes row by row from the top left. */

/** A grey picture; 0 is black, 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What is ink and what is paper; 1 is ink. */
export type Mask = Raster;

/** A box in pixels, `right` and `bottom` outside of it. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cuts a box out of a picture; the box is clipped to it. */
export function cut(raster: Raster, area: Area): Raster {
  const left = Math.max(0, Math.floor(area.left));
  const top = Math.max(0, Math.floor(area.top));
  const width = Math.max(0, Math.min(raster.width, Math.ceil(area.right)) - left);
  const height = Math.max(0, Math.min(raster.height, Math.ceil(area.bottom)) - top);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * raster.width + left;
    data.set(raster.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

/** The picture with rows and columns exchanged. */
export function transpose({ width, height, data }: Raster): Raster {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) turned[x * height + y] = data[at] ?? 0;
  }
  return { width: height, height: width, data: turned };
}

/** Turns a picture by quarter turns clockwise. */
export function turned(raster: Raster, quarters: 0 | 1 | 2 | 3): Raster {
  if (quarters === 0) return raster;
  if (quarters === 2) return { ...raster, data: Uint8Array.from(raster.data).reverse() };
  const { width, height, data } = transpose(raster);
  const mirrored = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    if (quarters === 1) mirrored.set(Uint8Array.from(row).reverse(), y * width);
    else mirrored.set(row, (height - 1 - y) * width);
  }
  return { width, height, data: mirrored };
}

/** Average grey of a box; null for one without pixels. */
export function meanGrey({ width, height, data }: Raster, area: Area): number | null {
  const [left, right] = [Math.max(0, Math.ceil(area.left)), Math.min(width, Math.floor(area.right))];
  const [top, bottom] = [Math.max(0, Math.ceil(area.top)), Math.min(height, Math.floor(area.bottom))];
  if (right <= left || bottom <= top) return null;
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x] ?? 0;
  return sum / ((right - left) * (bottom - top));
}
