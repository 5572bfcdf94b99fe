import { crc32, deflateRawSync } from 'node:zlib';
import type { Block, Document, Table } from '../../src/model/document.js';

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block: Block): block is Table => block.kind === 'table');
}

/** Texts of the paragraphs, without empty lines. */
export function paragraphsOf(document: Document): string[] {
  return linesOf(document).filter((text) => text !== '');
}

/** Texts of the paragraphs, empty lines included. */
export function linesOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

/** A table as text: one line per row, every slot once, cells with their spans where they have any. */
export function printed(table: Table | undefined): string[] {
  if (table === undefined) return [];
  const rows = Array.from({ length: table.rowCount }, (): string[] => []);
  for (const { text, row, col, rowSpan, colSpan } of table.cells) {
    const span = rowSpan > 1 || colSpan > 1 ? `[${rowSpan}x${colSpan}]` : '';
    rows[row]?.push(`${col}:${text}${span}`);
  }
  return rows.map((row) => row.join(' '));
}

interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  /** Overrides the size that the directory declares. */
  readonly declared?: number;
}

/** Writes a ZIP file; sizes may be falsified to build damaged archives. */
export function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared } of parts) {
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x800, 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(declared ?? data.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="xml" ContentType="application/xml"/></Types>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
  'Target="word/document.xml"/></Relationships>';

/** A DOCX with this body (elements in the prefix `w`). */
export function docx(body: string, extra: readonly Part[] = []): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
  return zip([
    { name: '[Content_Types].xml', data: bytesOf(TYPES) },
    { name: '_rels/.rels', data: bytesOf(RELS) },
    { name: 'word/document.xml', data: bytesOf(xml) },
    ...extra,
  ]);
}

/** A Word table cell; `properties` is the inside of `w:tcPr`. */
export function tc(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
}

/** A Word table row; `properties` is the inside of `w:trPr`. */
export function tr(cells: string, properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
}
