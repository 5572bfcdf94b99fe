/** GBK has no encoder in Node; its decoder has every pair, so the table is the decoder turned round. */
let pairs: Map<string, number> | undefined;

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;

function buildPairs(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_LEAD; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) {
        table.set(character, (lead << 8) | trail);
      }
    }
  }
  return table;
}

/** Encodes a page in GBK; a character it lacks becomes a numeric reference, as editors write it. */
export function encodeGbk(html: string): Buffer {
  pairs ??= buildPairs();
  const bytes: number[] = [];
  for (const character of html) {
    const point = character.codePointAt(0) ?? 0;
    const pair = pairs.get(character);
    if (point < 0x80) bytes.push(point);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else bytes.push(...Buffer.from(`&#${point};`, 'ascii'));
  }
  return Buffer.from(bytes);
}
