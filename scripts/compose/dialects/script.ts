import * as OpenCC from 'opencc-js';
import { ALL_FORMATS, HTML_FORMATS } from '../render/formats.js';
import type { Dialect, DialectContext } from './dialect.js';

/** The scripts OpenCC knows by these names: traditional, and Taiwan's with its own words. */
type Script = 'tw' | 't' | 'twp';

const converters = new Map<Script, (text: string) => string>();

function converter(to: Script): (text: string) => string {
  const known = converters.get(to) ?? OpenCC.Converter({ from: 'cn', to });
  converters.set(to, known);
  return known;
}

function script(to: Script) {
  return ({ printed }: DialectContext) => {
    printed.translate = converter(to);
  };
}

/** Converters of mirrors that choose the wrong one of two characters. */
const WRONG_CHOICES: readonly (readonly [string, string])[] = [
  ['面', '麵'],
  ['咨询', '谘詢'],
  ['征', '徵'],
  ['制', '製'],
];

function wrongChoices({ printed }: DialectContext): void {
  const convert = converter('t');
  printed.translate = (text) =>
    convert(WRONG_CHOICES.reduce((done, [from, to]) => done.replaceAll(from, to), text));
}

export const SCRIPT_DIALECTS: readonly Dialect[] = [
  {
    id: 'traditional',
    shows: 'traditional characters',
    kind: 'complete',
    group: 'script',
    formats: ALL_FORMATS,
    apply: script('t'),
  },
  {
    id: 'traditional-words',
    shows: 'traditional characters with converted words: 文件 is 檔案',
    kind: 'complete',
    group: 'script',
    formats: HTML_FORMATS,
    apply: script('twp'),
  },
  {
    id: 'traditional-wrong',
    shows: 'traditional characters with wrong choices',
    kind: 'complete',
    group: 'script',
    formats: HTML_FORMATS,
    apply: wrongChoices,
  },
];
