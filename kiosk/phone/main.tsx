import '../styles.css';
import '../screens/screens.css';
import '../screens/messages.css';
import '../screens/sizes.css';
import './phone.css';
import { halfMonthOf } from '../../shared/period.ts';
import type { PhonePage, PhoneVisit } from '../../shared/wire/phone-visit.ts';
import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import { sha256 } from '../device/sha256.ts';
import { runVisit } from '../run-visit.ts';
import { type Finished, parcelOf } from '../visit/finish.ts';
import { leave } from '../visit/visit.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { adopt } from './adopt.ts';
import { openTicket, sendAsItCloses, sendOnce, type WayIn } from './send-once.ts';
import { ClosedScreen, firstState, saidInBoth, setupOf, showPhone } from './show-phone.tsx';

/**
 * A citizen's own phone: one page, no service worker, no storage, no web font; answers live in memory and are
 * sent once. Nobody is hurried here, so nothing runs out.
 */
const words = { vi, en };
const root = document.getElementById('app')!;
const now = () => performance.now();
const packed = (finished: Finished) => {
  const { remark, submission } = finished;
  // few a day answer by ticket, so its bytes know the half-month only
  const b = submission.ch === 'ticket' ? halfMonthOf(submission.b) : submission.b;
  return parcelOf(
    { ...finished, submission: { ...submission, b } },
    remark && sha256(remark.text, remark.salt),
  );
};
const later = (ms: number, call: () => void) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

function say(...saying: Parameters<typeof saidInBoth>): void {
  adopt(saidInBoth(...saying), root);
}

/** A ticket stands behind the `#`, so that no server, proxy or log on the way has seen it. */
async function readTicket(): Promise<void> {
  if (wasClosed()) return say('closedTitle', 'closedText');
  const ticket = /^#t=([\w-]{22})$/.exec(location.hash)?.[1];
  say('ticketOpening');
  const opened = ticket === undefined ? 'ended' : await openTicket(ticket);
  if (opened === 'ended') return say('ticketUsedTitle', 'ticketUsedText');
  if (opened && ticket !== undefined) return answer(opened, { ticket });

  say('faultTitle', 'ticketFaultText', [
    { label: vi.retry, look: 'primary', onTouch: () => void readTicket() },
  ]);
}

/**
 * The browser keeps this with the page's entry in its history, also where it loads the page anew on "back":
 * no storage is used, and a new scan of the code is a new entry.
 */
const closeForGood = () => history.replaceState({ isClosed: true }, '', location.pathname);
const wasClosed = () => (history.state as { isClosed?: boolean } | null)?.isClosed === true;

function answer(data: PhoneVisit, way: WayIn): void {
  const channel = 'ticket' in way ? 'ticket' : 'qr';
  const setup = setupOf(data, channel);
  let isClosed = wasClosed();
  const draw = (state: Visit, send: (move: Move) => void) =>
    isClosed ? (
      <ClosedScreen tree={data.place.tree} />
    ) : (
      showPhone({ data, words, isFixed: channel === 'ticket', send }, state)
    );

  async function deliver(finished: Finished, send: (move: Move) => void): Promise<void> {
    const sent = await sendOnce(way, packed(finished));
    if (isClosed) return;
    if (sent === 'ended' && channel === 'ticket') return say('ticketUsedTitle', 'ticketUsedText');
    send({ kind: sent === 'taken' ? 'kept' : 'failed' });
  }

  const onStep = (before: Visit, after: Visit, send: (move: Move) => void) => {
    if (after.kind === 'committing' && before !== after) void deliver(after.finished, send);
    if (after.kind === 'thanks') closeForGood();
  };
  const first = firstState(setup, now());
  const { scrollX, scrollY } = window;
  adopt(
    draw(first, () => undefined),
    root,
  );
  const running = runVisit({ root, clock: now, later, setup: () => setup, draw, onStep }, first);
  scrollTo(scrollX, scrollY);
  if (!isClosed) obeyEarlyTap();

  addEventListener('pagehide', () => {
    if (isClosed) return;
    const last = leave(setup, running.state(), now());
    // Closed for good, also when the page returns from the browser's memory: other bytes under the same id
    // would be a conflict, and another id would count the person twice.
    if (last && sendAsItCloses(way, packed(last.finished))) {
      isClosed = true;
      closeForGood();
      running.redraw();
    }
  });
}

/** Of the page itself: marks a button that is touched while this script is still on its way. */
declare const keep: (event: MouseEvent) => void;

/** What was touched then is obeyed now. */
function obeyEarlyTap(): void {
  const early = document.querySelector<HTMLButtonElement>('button[aria-busy]');
  early?.removeAttribute('aria-busy');
  early?.click();
}

removeEventListener('click', keep);
const data = JSON.parse(document.getElementById('visit')!.textContent) as PhonePage;
if ('place' in data) answer(data, { code: data.code });
else if (data.sorry === 'ticket') void readTicket();
document.documentElement.classList.remove('closed');
