import { PROTO, SYS } from '../../shared/wire/batch.ts';
import type { parcelOf } from '../visit/finish.ts';

/** Sends one submission; a retry is the same bytes under the same id, so that it can never count twice. */

type Parcel = ReturnType<typeof parcelOf>;
export type Sent = 'taken' | 'not-taken' | 'unknown-code';

const TIMEOUT_MS = 20_000;
const PATH = '/api/v1/phone';

export function phoneBody(code: string, { p, remark }: Parcel): string {
  return JSON.stringify({ proto: PROTO, code, items: [remark ? { p, remark } : { p }] });
}

/** Read by hand instead of by schema: this page's weight is felt on a slow line. */
function isTaken(text: string, id: string): boolean {
  try {
    const answer = JSON.parse(text) as { sys?: unknown; receipts?: readonly (readonly unknown[])[] };
    return answer.sys === SYS && answer.receipts?.some(([named]) => named === id) === true;
  } catch {
    return false;
  }
}

export async function sendOnce(code: string, parcel: Parcel): Promise<Sent> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  const headers = { 'content-type': 'application/json' };
  try {
    const body = phoneBody(code, parcel);
    const answer = await fetch(PATH, {
      method: 'POST',
      headers,
      body,
      signal: abort.signal,
      credentials: 'omit',
    });
    const text = await answer.text();
    if (answer.status === 200 && isTaken(text, parcel.id)) return 'taken';
    return answer.status === 404 && text.includes('unknown-code') ? 'unknown-code' : 'not-taken';
  } catch {
    return 'not-taken';
  } finally {
    clearTimeout(timer);
  }
}

/** The last chance of a page that goes away. True = the browser has promised to send it. */
export function sendAsItCloses(code: string, parcel: Parcel): boolean {
  const body = new Blob([phoneBody(code, parcel)], { type: 'application/json' });
  return typeof navigator.sendBeacon === 'function' && navigator.sendBeacon(PATH, body);
}
