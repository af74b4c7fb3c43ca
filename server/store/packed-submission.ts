import type { Answer, Submission } from '../../shared/submission.ts';

/**
 * How the bytes of a submission lie in their row: the values of version 1 alone, one a line, without the names of the fields
 * and without the id, which is the row's key. That is 150 bytes in place of 350. Promised: what is read back is what was sent,
 * byte for byte; whatever cannot be put together again exactly lies as it came.
 */

/** No JSON object begins so. */
const PACKED = '1\n';

export interface StoredSubmission {
  readonly id: string;
  /** Packed, or as it came. */
  readonly p: Uint8Array;
}

/** What is stored of the bytes `p` of a submission. */
export function packSubmission(id: string, p: string): Buffer {
  const packed = PACKED + linesOf(JSON.parse(p) as Submission).join('\n');
  const isExact = /^[\x20-\x7e]*$/.test(p) && unpack(id, packed) === p;
  return Buffer.from(isExact ? packed : p);
}

/** The bytes of a stored submission, as they were sent. */
export function bytesOfStored({ id, p }: StoredSubmission): string {
  const text = Buffer.from(p.buffer, p.byteOffset, p.byteLength).toString();
  return text.startsWith(PACKED) ? unpack(id, text) : text;
}

/** Whether a row of an older release lies there as it came. */
export const isPacked = (p: Uint8Array) => p[0] === PACKED.charCodeAt(0);

const signOf = (answer: Answer) => answer ?? '-';

function linesOf(s: Submission): unknown[] {
  const { dur, gap, line, run, cell, hrs } = s.q;
  return [
    s.c,
    s.f,
    s.fv,
    s.fm,
    s.sp,
    s.au,
    s.ch,
    s.b,
    s.tq,
    s.lg,
    s.fd,
    s.ot,
    s.rk,
    s.dm && `${s.dm.sex ?? '-'}${s.dm.age ?? '-'}`,
    s.ui,
    s.it.join(),
    s.a.map(signOf).join(''),
    s.e,
    [dur, gap, line, run, cell, hrs].join(''),
    s.rh,
  ];
}

/** As `encodeSubmission` writes them: the fields of version 1 in their order. */
function unpack(id: string, packed: string): string {
  const [c, f, fv, fm, sp, au, ch, b, tq, lg, fd, ot, rk, dm, ui, it, a, e, q, rh] = packed
    .slice(PACKED.length)
    .split('\n') as string[] & { readonly length: 20 };
  const word = (value: string | undefined) => (value ? `"${value}"` : 'null');
  const about = dm ? `{"sex":${levelOf(dm[0])},"age":${levelOf(dm[1])}}` : 'null';
  const answers = Array.from(a ?? '', answerOf).join();
  const [dur, gap, line, run, cell, hrs] = q ?? '';
  return (
    `{"v":1,"id":"${id}","c":"${c}","f":"${f}","fv":${fv},"fm":"${fm}","sp":"${sp}","au":${word(au)},"ch":"${ch}",` +
    `"b":"${b}","tq":"${tq}","lg":"${lg}","fd":${word(fd)},"ot":${word(ot)},"rk":${word(rk)},"dm":${about},"ui":"${ui}",` +
    `"it":[${it}],"a":[${answers}],"e":"${e}",` +
    `"q":{"dur":${dur},"gap":${gap},"line":${line},"run":${run},"cell":${cell},"hrs":${hrs}}${rh ? `,"rh":"${rh}"` : ''}}`
  );
}

const levelOf = (sign = '-') => (sign === '-' ? 'null' : sign);
const answerOf = (sign: string) => (sign === 'b' ? '"b"' : levelOf(sign));
