/**
 * Opens a PDF with pdf.js: both halves of the library in this thread, nothing fetched over the network, fonts never
 * loaded for display and pictures never decoded. pdf.js itself is imported at the first PDF, not before.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../../model/errors.js';
import { LARGEST_PICTURE_BYTES, loadBitmaps, provideBitmaps } from './bitmaps.js';
import { InflateAtOnce } from './inflate.js';
import { provideFontFaces, withoutOutlines } from './outlines.js';
import { opaquePictures } from './pictures.js';
import { createPortPair } from './port.js';

/**
 * Pictures of more pixels than this are never decoded; pdf.js leaves them out of the operator list and
 * `interpret.ts` takes their box from the transformation that would have placed them. A handful of pixels is
 * allowed because single stretched pixels are used as ruling lines.
 */
const MAX_DECODED_PIXELS = 16;
/** When pages are rendered: a page of A3 at 600 dpi; larger pictures are left out. */
const MAX_RENDERED_PIXELS = 80_000_000;

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

interface Library {
  readonly pdfjs: Pdfjs;
  readonly startWorker: (port: unknown) => void;
  /** Directories of the installed package, with a trailing slash. */
  readonly folders: {
    readonly cMapUrl: string;
    readonly standardFontDataUrl: string;
    readonly wasmUrl: string;
  };
}

let library: Promise<Library> | undefined;

function loadLibrary(): Promise<Library> {
  library ??= importLibrary();
  return library;
}

async function importLibrary(): Promise<Library> {
  const push = Array.prototype.push;
  provideBitmaps();
  provideFontFaces();
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // The legacy build replaces `push` for the whole process to work around a flaw of arrays with a read-only length.
  // Nothing here has such arrays, and the replacement took a tenth of all time.
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  // pdf.js takes the class from the global scope; nothing else here uses it.
  Object.defineProperty(globalThis, 'DecompressionStream', {
    value: InflateAtOnce,
    writable: true,
    configurable: true,
  });
  const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  process.on('unhandledRejection', forgetDamage);
  return {
    pdfjs,
    startWorker: (port) => worker.WorkerMessageHandler.initializeFromPort(port),
    folders: {
      cMapUrl: `${join(dirname(packageFile), 'cmaps')}/`,
      standardFontDataUrl: `${join(dirname(packageFile), 'standard_fonts')}/`,
      wasmUrl: `${join(dirname(packageFile), 'wasm')}/`,
    },
  };
}

/** Names that pdf.js gives to what it finds wrong with a file. */
const DAMAGE =
  /^(?:XRefEntry|XRefParse|ParserEOF|MissingData|InvalidPDF|UnknownError|Abort|Format|Jpeg|Jbig2|Jpx|Password)(?:Exception|Error)?$/;

/**
 * Both halves of pdf.js run in this thread. Where a damaged file breaks its reading of fonts or pictures ahead, it
 * drops the promise that says so, and Node would end the thread for it. The page in question is judged by what
 * was read; any other rejection goes on being fatal.
 */
function forgetDamage(reason: unknown): void {
  if (reason instanceof Error && DAMAGE.test(reason.name)) return;
  throw reason;
}

/** What the interpreter needs to know of a font. */
export interface FontFacts {
  readonly type3: boolean;
  readonly vertical: boolean;
  readonly fontMatrix: readonly number[];
  readonly bbox: readonly number[];
  readonly defaultVMetrics: readonly number[];
}

/** An open PDF. `close` must be called; it frees everything that the library holds for this file. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly ops: Pdfjs['OPS'];
  /** Whether the file has a picture of this shape (width by height in any unit) without transparency. */
  readonly isOpaque: (width: number, height: number) => boolean;
  close(): Promise<void>;
}

/**
 * Opens a PDF from its bytes.
 * @param use `text` leaves pictures and standard fonts unread; `pictures` decodes them, so that pages can be rendered
 * @throws ReadError `encrypted` when a password is needed, `damaged` when the file is no readable PDF
 */
export async function openPdf(bytes: Uint8Array, use: 'text' | 'pictures' = 'text'): Promise<OpenPdf> {
  const { pdfjs, startWorker, folders } = await loadLibrary();
  const rendering = use === 'pictures';
  if (rendering) await loadBitmaps();
  const [mainPort, workerPort] = createPortPair(rendering ? () => false : isPicture);
  startWorker(workerPort);
  const worker = new pdfjs.PDFWorker({ port: mainPort as never, verbosity: 0 });
  const task = pdfjs.getDocument({
    data: plainBytes(bytes),
    worker,
    verbosity: 0,
    ...(rendering ? folders : { cMapUrl: folders.cMapUrl }),
    cMapPacked: true,
    BinaryDataFactory: rendering ? DataFiles : CharacterMaps,
    useWorkerFetch: false,
    ...(rendering ? { disableFontFace: true } : withoutOutlines()),
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: rendering,
    isImageDecoderSupported: true,
    ...(rendering ? { canvasMaxAreaInBytes: LARGEST_PICTURE_BYTES } : {}),
    useWasm: rendering,
    maxImageSize: rendering ? MAX_RENDERED_PIXELS : MAX_DECODED_PIXELS,
    enableXfa: false,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  try {
    return { document: await task.promise, ops: pdfjs.OPS, isOpaque: opaquePictures(bytes), close };
  } catch (cause) {
    await close();
    throw openError(cause);
  }
}

/** Decoded pictures are of no use here, and the main half would keep them. */
function isPicture(action: string, data: unknown): boolean {
  return action === 'obj' && Array.isArray(data) && data[2] === 'Image';
}

function openError(cause: unknown): ReadError {
  const name = cause instanceof Error ? cause.name : '';
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (name === 'PasswordException') {
    return new ReadError(
      'encrypted',
      'The PDF is encrypted and needs a password to be opened; save a copy without a password and read that.',
      { cause },
    );
  }
  return new ReadError(
    'damaged',
    `The PDF is damaged or cut off and cannot be opened (${detail}); fetch the file again or save it anew from a PDF viewer.`,
    { cause },
  );
}

/** pdf.js refuses Node buffers and keeps what it is given, so it gets a plain view of the whole array. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Character maps read so far; the package holds 169 of them, 1.1 MB together, so the cache cannot grow beyond that. */
const characterMaps = new Map<string, Promise<Uint8Array>>();

/**
 * Gives pdf.js its data files from disk, character maps only: without the substitutes of the standard fonts the
 * text, its widths and its places are the same, and pdf.js has no font to check.
 */
class CharacterMaps {
  private readonly directory: string;

  constructor({ cMapUrl }: { cMapUrl: string }) {
    this.directory = cMapUrl;
  }

  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') return Promise.reject(new Error(`${kind} is not provided`));
    let map = characterMaps.get(filename);
    if (map === undefined) {
      map = readFile(join(this.directory, filename)).then((data) => new Uint8Array(data));
      characterMaps.set(filename, map);
    }
    return map;
  }
}

/** Gives pdf.js all of its data files from disk: character maps, standard fonts, decoders of pictures. */
class DataFiles {
  constructor(private readonly folders: Readonly<Record<string, string>>) {}

  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = this.folders[kind];
    if (folder === undefined) return Promise.reject(new Error(`${kind} is not provided`));
    return readFile(join(folder, filename)).then((data) => new Uint8Array(data));
  }
}
