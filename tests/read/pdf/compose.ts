/** Composes small PDFs for the tests, so that each test shows what is drawn. Coordinates as in PDF: y upwards. */

export interface ComposeOptions {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  readonly title?: string;
}

/** One page per content stream. Fonts: `/L` Helvetica, `/C` a Chinese font that is not embedded, `/V` the same downwards. */
export function composePdf(contents: readonly string[], options: ComposeOptions = {}): Uint8Array {
  const { width = 400, height = 300, rotate = 0, title } = options;
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const latin = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  const chinese = add(chineseFont('H'));
  const vertical = add(chineseFont('V'));
  const pagesNumber = objects.length + contents.length * 2 + 1;
  const kids = contents.map((content) => {
    const stream = add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    const fonts = `/L ${latin} 0 R/C ${chinese} 0 R/V ${vertical} 0 R`;
    return add(
      `<</Type/Page/Parent ${pagesNumber} 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Contents ${stream} 0 R/Resources<</Font<<${fonts}>>>>>>`,
    );
  });
  add(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  const catalog = add(`<</Type/Catalog/Pages ${pagesNumber} 0 R>>`);
  const info = add(title === undefined ? '<<>>' : `<</Title(${title})>>`);
  return assemble(objects, catalog, info);
}

function chineseFont(direction: 'H' | 'V'): string {
  const descendant =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 800/StemV 80>>>>';
  return `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-${direction}/DescendantFonts[${descendant}]>>`;
}

function assemble(objects: readonly string[], root: number, info: number): Uint8Array {
  let file = '%PDF-1.5\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Text at a place: ASCII in Helvetica, anything else in the Chinese font. */
export function text(x: number, y: number, value: string, size = 10): string {
  const ascii = /^[ -~]*$/.test(value);
  const shown = ascii ? `(${value.replace(/[()\\]/g, '\\$&')})` : `<${hex(value)}>`;
  return `BT /${ascii ? 'L' : 'C'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET\n`;
}

export function hex(value: string): string {
  return [...value].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
}

export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`;
}

/** A ruled grid with the texts of its cells, row by row; `columns` and `rows` are the positions of the rules. */
export function grid(
  columns: readonly number[],
  rows: readonly number[],
  cells: readonly (readonly string[])[],
): string {
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const rules = [
    ...rows.map((y) => line(left, y, right, y)),
    ...columns.map((x) => line(x, bottom, x, top)),
  ].join('');
  return rules + texts(columns, rows, cells);
}

/** The texts of a grid alone. */
export function texts(
  columns: readonly number[],
  rows: readonly number[],
  cells: readonly (readonly string[])[],
): string {
  return cells
    .flatMap((row, r) =>
      row.map((value, c) => (value === '' ? '' : text((columns[c] ?? 0) + 3, (rows[r + 1] ?? 0) + 5, value))),
    )
    .join('');
}
