import type { Submission } from '../../shared/submission.ts';

/**
 * How the bytes of a submission lie in their row: the values of version 1 alone, one a line, without the names of the fields
 * and without the id, which is the row's key; of words that are chosen from a list the first letter. That is 80 bytes in place of
 * 350. Promised: what is read back is what was sent, byte for byte; whatever cannot be put together again exactly lies as it came.
 */

/** No JSON object begins so. */
const PACKED = '1\n';

export interface StoredSubmission {
  readonly id: string;
  /** Packed, or as it came. */
  readonly p: Uint8Array;
}

/** What is stored of the bytes `p` of a submission, which has been read where they have been judged. */
export function packSubmission(id: string, p: string, read = JSON.parse(p) as Submission): Buffer {
  const packed = PACKED + linesOf(read);
  const isExact = /^[\x20-\x7e]*$/.test(p) && unpack(id, packed) === p;
  return isExact ? Buffer.from(packed, 'latin1') : Buffer.from(p);
}

/** The bytes of a stored submission, as they were sent. */
export function bytesOfStored({ id, p }: StoredSubmission): string {
  const text = Buffer.from(p.buffer, p.byteOffset, p.byteLength).toString();
  return text.startsWith(PACKED) ? unpack(id, text) : text;
}

/** False for a row of an older release, which lies as it came. */
export const isPacked = (p: Uint8Array) => p[0] === PACKED.charCodeAt(0);

const NO_CLASSES = '000000';

function linesOf(s: Submission): string {
  const { dur, gap, line, run, cell, hrs } = s.q;
  const chosen = letterOf(s.fm) + letterOf(s.ch) + letterOf(s.tq) + letterOf(s.lg) + letterOf(s.ot);
  const about = s.dm ? `${s.dm.sex ?? '-'}${s.dm.age ?? '-'}` : '';
  const classes = `${dur}${gap}${line}${run}${cell}${hrs}`;
  let answers = '';
  for (const answer of s.a) answers += answer ?? '-';
  return (
    `${s.c}\n${s.f}\n${s.fv}\n${s.sp}\n${s.au ?? ''}\n${s.b}\n${s.fd ?? ''}\n${s.ui}\n` +
    `${chosen}${letterOf(s.rk)}${letterOf(s.e)}${about}\n${s.it.join()}\n${answers}\n` +
    `${classes === NO_CLASSES ? '' : classes}\n${s.rh ?? ''}`
  );
}

const letterOf = (word: string | null): string => word?.[0] ?? '-';

/** Words by their first letter, as JSON. */
const wordsOf = (words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries([['-', 'null'], ...words.map((word) => [word[0], `"${word}"`])]);
const FORM = wordsOf(['express', 'full']);
const CHANNEL = wordsOf(['kiosk', 'qr', 'ticket', 'assisted', 'call', 'paper']);
const CLOCK = wordsOf(['ok', 'est', 'unknown']);
const LANGUAGE = wordsOf(['vi', 'en', 'other']);
const ON_TIME = wordsOf(['early', 'on', 'late']);
const KIND = wordsOf(['person', 'organisation']);
const END = wordsOf(['done', 'ended', 'idle']);

/** As `encodeSubmission` writes them: the fields of version 1 in their order. */
function unpack(id: string, packed: string): string {
  const [, c, f, fv, sp, au, b, fd, ui, chosen = '', it, a = '', classes, rh] = packed.split('\n');
  const word = (value: string | undefined) => (value ? `"${value}"` : 'null');
  const [fm = '', ch = '', tq = '', lg = '', ot = '', rk = '', e = '', sex, age] = chosen;
  const about = sex ? `{"sex":${levelOf(sex)},"age":${levelOf(age)}}` : 'null';
  const [dur, gap, line, run, cell, hrs] = classes || NO_CLASSES;
  return (
    `{"v":1,"id":"${id}","c":"${c}","f":"${f}","fv":${fv},"fm":${FORM[fm]},"sp":"${sp}","au":${word(au)},"ch":${CHANNEL[ch]},` +
    `"b":"${b}","tq":${CLOCK[tq]},"lg":${LANGUAGE[lg]},"fd":${word(fd)},"ot":${ON_TIME[ot]},"rk":${KIND[rk]},"dm":${about},` +
    `"ui":"${ui}","it":[${it}],"a":[${answersOf(a)}],"e":${END[e]},` +
    `"q":{"dur":${dur},"gap":${gap},"line":${line},"run":${run},"cell":${cell},"hrs":${hrs}}${rh ? `,"rh":"${rh}"` : ''}}`
  );
}

function answersOf(signs: string): string {
  let text = '';
  for (const sign of signs) text += `${text && ','}${sign === 'b' ? '"b"' : levelOf(sign)}`;
  return text;
}

const levelOf = (sign = '-') => (sign === '-' ? 'null' : sign);
