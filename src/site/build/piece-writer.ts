import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REGISTER } from '../wire/pieces.js';

/** Signs that end a script or a line of one in some place where such a file might be pasted. */
const UNSAFE = /[<\u2028\u2029]/g;

/** Writes pieces of data as scripts below `data/`. Throws what the file system says. */
export class PieceWriter {
  readonly #folder: string;

  constructor(siteDir: string) {
    this.#folder = join(siteDir, 'data');
  }

  write(name: string, data: unknown): void {
    const path = join(this.#folder, `${name}.js`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, pieceScript(name, data));
  }
}

/** `nianbaoPiece("name", …)`. */
export function pieceScript(name: string, data: unknown): string {
  const json = JSON.stringify(data).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${REGISTER}(${JSON.stringify(name)},${json});\n`;
}
