import { brotliDecompressSync } from 'node:zlib';

/** The code points that a WOFF2 file has glyphs for, read from its `cmap` table (W3C WOFF2, OpenType cmap 4 and 12). */
export function lettersOfFont(file: Buffer): ReadonlySet<number> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  const tables = file.readUInt16BE(12);
  let at = 48;
  function base128(): number {
    let value = 0;
    for (;;) {
      const byte = file[at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  }
  let start = 0;
  let cmap: { start: number; length: number } | undefined;
  for (let i = 0; i < tables; i++) {
    const flags = file[at++]!;
    const known = flags & 63;
    const tag = known === 63 ? file.toString('latin1', at, (at += 4)) : known;
    const length = base128();
    // The glyphs and their places (10, 11) lie here transformed unless version 3 says otherwise; of others version 0.
    const isTransformed = known === 10 || known === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const stored = isTransformed ? base128() : length;
    if (tag === 0) cmap = { start, length };
    start += stored;
  }
  const packed = file.subarray(at, at + file.readUInt32BE(20));
  const data = brotliDecompressSync(packed);
  if (!cmap) throw new Error('no cmap');
  return lettersOfCmap(data.subarray(cmap.start, cmap.start + cmap.length));
}

function lettersOfCmap(cmap: Buffer): ReadonlySet<number> {
  const letters = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) {
      for (let group = 0; group < table.readUInt32BE(12); group++) {
        const [from, to] = [table.readUInt32BE(16 + 12 * group), table.readUInt32BE(20 + 12 * group)];
        for (let letter = from; letter <= to; letter++) letters.add(letter);
      }
    }
    if (format === 4) addSegments(table, letters);
  }
  return letters;
}

function addSegments(table: Buffer, letters: Set<number>): void {
  const bytes = table.readUInt16BE(6);
  for (let segment = 0; segment < bytes; segment += 2) {
    const to = table.readUInt16BE(14 + segment);
    const from = table.readUInt16BE(16 + bytes + segment);
    const delta = table.readUInt16BE(16 + 2 * bytes + segment);
    const place = 16 + 3 * bytes + segment;
    const offset = table.readUInt16BE(place);
    for (let letter = from; letter <= to && letter !== 0xffff; letter++) {
      const glyph =
        offset === 0 ? (letter + delta) & 0xffff : table.readUInt16BE(place + offset + 2 * (letter - from));
      if (glyph !== 0) letters.add(letter);
    }
  }
}
