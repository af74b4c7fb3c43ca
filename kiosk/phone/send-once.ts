import { PROTO, SYS } from '../../shared/wire/batch.ts';
import type { PhoneVisit } from '../../shared/wire/phone-visit.ts';
import type { parcelOf } from '../visit/finish.ts';

/** Sends one submission; a retry is the same bytes under the same id, so that it can never count twice. */

/** What opens the visit, and is sent with its answers. */
export type WayIn = { readonly code: string } | { readonly ticket: string };
type Parcel = ReturnType<typeof parcelOf>;
/** `ended`: the code or the ticket opens nothing any more. */
export type Sent = 'taken' | 'not-taken' | 'ended';

const TIMEOUT_MS = 20_000;
const PATH = '/api/v1/phone';

export function phoneBody(way: WayIn, { p, remark }: Parcel): string {
  return JSON.stringify({ proto: PROTO, ...way, items: [remark ? { p, remark } : { p }] });
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

/** The answer, or nothing where none came in time. */
async function post(path: string, body: string): Promise<{ status: number; text: string } | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: abort.signal,
      credentials: 'omit',
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

const isEnded = (text: string) => /"code":"(?:unknown-code|ticket-used)"/.test(text);

export async function sendOnce(way: WayIn, parcel: Parcel): Promise<Sent> {
  const answer = await post(PATH, phoneBody(way, parcel));
  if (answer?.status === 200 && isTaken(answer.text, parcel.id)) return 'taken';
  return answer && isEnded(answer.text) ? 'ended' : 'not-taken';
}

/** What a ticket opens: asked by the page, because browsers keep what stands behind the `#` to themselves. */
export async function openTicket(ticket: string): Promise<PhoneVisit | 'ended' | undefined> {
  const answer = await post('/api/v1/tickets/open', JSON.stringify({ ticket }));
  if (!answer || answer.status !== 200) return answer && isEnded(answer.text) ? 'ended' : undefined;
  try {
    const data = JSON.parse(answer.text) as PhoneVisit & { readonly sys?: unknown };
    return data.sys === SYS ? data : undefined;
  } catch {
    return undefined; // a portal's page
  }
}

/** The last chance of a page that goes away. True = the browser has promised to send it. */
export function sendAsItCloses(way: WayIn, parcel: Parcel): boolean {
  const body = new Blob([phoneBody(way, parcel)], { type: 'application/json' });
  return typeof navigator.sendBeacon === 'function' && navigator.sendBeacon(PATH, body);
}
