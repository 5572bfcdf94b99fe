import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './programs.js';

/** A4 in PDF points. */
const PAGE = { width: 595, height: 842 };
/** Enough to read by eye, small enough for a repository. */
const SCAN_DPI = 100;
const JPEG_QUALITY = 55;

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

/** A PDF whose pages are pictures and nothing else. */
export function pdfOfImages(images: Buffer[]): Buffer {
  const kids = images.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${images.length} >>`),
  ];
  for (const [at, image] of images.entries()) {
    const { width, height, colorSpace } = jpegFrame(image);
    const first = 3 + at * 3;
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 1} 0 R /Resources << /XObject << /Im ${first + 2} 0 R >> >> >>`,
      ),
      stream('', Buffer.from(`q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm /Im Do Q`)),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colorSpace} /BitsPerComponent 8 /Filter /DCTDecode`,
        image,
      ),
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
export async function scanPdf(path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'compose-scan-'));
  try {
    const options = ['-gray', '-jpeg', '-jpegopt', `quality=${JPEG_QUALITY}`, '-r', String(SCAN_DPI)];
    await run('pdftoppm', [...options, path, join(folder, 'page')]);
    const names = (await readdir(folder)).sort();
    const images = await Promise.all(names.map((name) => readFile(join(folder, name))));
    await writeFile(path, pdfOfImages(images));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
