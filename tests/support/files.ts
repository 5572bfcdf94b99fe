/** Makes the bad and large files of the tests; nothing of them is committed. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A PDF with real text on every page, written by hand: `pages` pages of one line each. */
export function manyPagePdf(pages: number): Buffer {
  const FIRST_PAGE = 4;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${FIRST_PAGE + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let page = 1; page <= pages; page++) {
    const content = `BT /F1 12 Tf 72 720 Td (page ${page}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  return assemblePdf(objects);
}

function assemblePdf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`,
    'latin1',
  );
}

export interface ZipEntry {
  readonly name: string;
  readonly deflated: Buffer;
  /** As the directory of the archive tells it, true or not. */
  readonly declaredSize: number;
  readonly crc: number;
}

/** An entry with honest sizes. */
export function zipEntry(name: string, content: string | Uint8Array): ZipEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { name, deflated: deflateRawSync(bytes), declaredSize: bytes.length, crc: crc32(bytes) };
}

/** An entry of `megabytes` MB of blanks in a few kilobytes: one packed block, repeated. */
export function bombEntry(name: string, megabytes: number, declaredSize = megabytes * 1024 * 1024): ZipEntry {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const deflated = Buffer.concat([...Array.from({ length: megabytes }, () => block), end]);
  return { name, deflated, declaredSize, crc: 0 };
}

/** A ZIP archive of the entries. */
export function zip(
  entries: readonly ZipEntry[],
  encodeName = (name: string): Buffer => Buffer.from(name, 'utf8'),
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = encodeName(entry.name);
    const fields = entryFields(entry, name.length);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, entry.deflated]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

/** What a local header and a directory entry have in common: version to extra length. */
function entryFields(entry: ZipEntry, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  const DEFLATE = 8;
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt32LE(entry.crc, 10);
  fields.writeUInt32LE(entry.deflated.length, 14);
  fields.writeUInt32LE(entry.declaredSize, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A DOCX whose main part is the given entry. */
export function docxAround(document: ZipEntry): Buffer {
  return zip([zipEntry('[Content_Types].xml', TYPES), zipEntry('_rels/.rels', RELATIONS), document]);
}

/** A DOCX with the paragraphs. */
export function docx(...paragraphs: string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return docxAround(zipEntry('word/document.xml', xml));
}
