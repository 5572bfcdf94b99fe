import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../random.js';
import { run } from './programs.js';

/** How a page is scanned. */
export interface ScanWear {
  dpi: number;
  /** JPEG quality. */
  quality: number;
  /** Further options of ImageMagick, applied to the page before it is compressed. */
  wear: readonly string[];
  colour: boolean;
}

interface JpegFrame {
  width: number;
  height: number;
  colorSpace: 'DeviceGray' | 'DeviceRGB';
}

/** Size and colours out of the start-of-frame segment of a JPEG. */
function jpegFrame(bytes: Buffer): JpegFrame {
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc2) {
      return {
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        colorSpace: bytes[at + 9] === 1 ? 'DeviceGray' : 'DeviceRGB',
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error('the JPEG has no frame header');
}

function stream(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A picture as it stands in a PDF. */
export interface PdfPicture {
  width: number;
  height: number;
  /** Entries of its dictionary beside its size: colours, depth, filter. */
  entries: string;
  bytes: Buffer;
}

/** A PDF whose pages are JPEGs and nothing else, as large as they are at `dpi`. */
export function pdfOfImages(images: Buffer[], dpi: number): Buffer {
  const pictures = images.map((bytes): PdfPicture => {
    const { width, height, colorSpace } = jpegFrame(bytes);
    const entries = `/ColorSpace /${colorSpace} /BitsPerComponent 8 /Filter /DCTDecode`;
    return { width, height, entries, bytes };
  });
  return pdfOfPictures(pictures, dpi);
}

/** A PDF with a page for each picture. */
export function pdfOfPictures(pictures: readonly PdfPicture[], dpi: number): Buffer {
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`),
  ];
  for (const [at, { width, height, entries, bytes }] of pictures.entries()) {
    const first = 3 + at * 3;
    const [wide, high] = [width, height].map((pixels) => ((pixels * 72) / dpi).toFixed(2));
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${first + 1} 0 R /Resources << /XObject << /Im ${first + 2} 0 R >> >> >>`,
      ),
      stream('', Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /Im Do Q`)),
      stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`, bytes),
    );
  }
  return assemble(objects);
}

function assemble(objects: Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [at, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Replaces a PDF by a scan of itself: page pictures without any text. */
export async function scanPdf(path: string, { dpi, quality, wear, colour }: ScanWear): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'compose-scan-'));
  try {
    await run('pdftoppm', [...(colour ? [] : ['-gray']), '-r', String(dpi), path, join(folder, 'page')]);
    const names = (await readdir(folder)).sort();
    const images: Buffer[] = [];
    for (const name of names) {
      const worn = join(folder, `${name}.jpg`);
      await run('convert', [join(folder, name), ...wear, '-quality', String(quality), worn]);
      images.push(await readFile(worn));
    }
    await writeFile(path, pdfOfImages(images, dpi));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Wear of the kinds of scan; `random` decides how askew and how dirty. */
export function wearOf(format: 'scan-clean' | 'scan-rough' | 'scan-seal', random: Random): ScanWear {
  if (format === 'scan-clean') return { dpi: 200, quality: 85, wear: [], colour: false };
  const askew = (most: number): string => String(random.int(-100 * most, 100 * most) / 100);
  if (format === 'scan-seal') {
    const wear = [...seal(random), '-background', 'white', '-rotate', askew(0.5)];
    return { dpi: 200, quality: 75, wear, colour: true };
  }
  const noise = ['-attenuate', String(random.int(5, 30) / 100), '+noise', 'Gaussian', '-blur', '0x0.4'];
  const light = ['-level', `-${random.int(0, 8)}%,${random.int(98, 106)}%`];
  return {
    dpi: 150,
    quality: 45,
    wear: ['-background', 'white', '-rotate', askew(1), ...noise, ...light],
    colour: false,
  };
}

/** A round red stamp somewhere over the page, with a star in it. */
function seal(random: Random): string[] {
  const [x, y] = [random.int(500, 1200), random.int(400, 1900)];
  const radius = random.int(140, 170);
  const paint = ['-fill', 'none', '-stroke', 'rgba(215,30,35,0.8)', '-strokewidth', '7'];
  const circle = ['-draw', `circle ${x},${y} ${x + radius},${y}`];
  const star = ['-fill', 'rgba(215,30,35,0.8)', '-draw', `polygon ${starPoints(x, y, radius * 0.35)}`];
  return [...paint, ...circle, ...star];
}

function starPoints(x: number, y: number, radius: number): string {
  return Array.from({ length: 10 }, (_, i) => {
    const reach = i % 2 === 0 ? radius : radius * 0.4;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return `${Math.round(x + reach * Math.cos(angle))},${Math.round(y + reach * Math.sin(angle))}`;
  }).join(' ');
}
