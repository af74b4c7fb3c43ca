import '../styles.css';
import '../screens/screens.css';
import '../screens/messages.css';
import '../screens/sizes.css';
import './phone.css';
import { render } from '../draw.ts';
import { readTypedCode, toHex } from '../../shared/ids.ts';
import { halfMonthOf } from '../../shared/period.ts';
import { sha256 } from '../device/sha256.ts';
import { runVisit } from '../run-visit.ts';
import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import { phoneWords } from '../text/phone-words.ts';
import { type Finished, parcelOf, type Setup } from '../visit/finish.ts';
import { attract, leave, open } from '../visit/visit.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { CodeScreen } from './code-screen.tsx';
import { openTicket, sendAsItCloses, sendOnce } from './send-once.ts';
import { ClosedScreen, saidInBoth, showPhone } from './show-phone.tsx';
import { readVisitData, type SorryData, type VisitData, type WayIn } from './visit-data.ts';

/**
 * A citizen's own phone: one page, no service worker, no storage, no web font; answers live in memory and are
 * sent once. Nobody is hurried here, so nothing runs out.
 */
const root = document.getElementById('app')!;
const words = { vi, en };
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
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

function askForCode(why: Exclude<SorryData['sorry'], 'ticket'>): void {
  const openCode = (code: string) => location.assign(`/q/${encodeURIComponent(readTypedCode(code))}`);
  render(<CodeScreen words={phoneWords.vi} also={phoneWords.en} why={why} onOpen={openCode} />, root);
}

function say(...saying: Parameters<typeof saidInBoth>): void {
  render(saidInBoth(...saying), root);
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

function setupOf(data: VisitData, channel: Setup['channel']): Setup {
  const offsetMs = data.now - Date.now();
  return {
    place: data.place,
    questionnaire: data.questionnaire,
    channel,
    ui: 'k1a',
    opening: [],
    defaultLanguage: data.languages[0] ?? 'vi',
    timed: false,
    draw: () => ({ items: data.items, rests: [] }),
    random,
    businessTime: () => ({ ms: Date.now() + offsetMs, quality: 'ok' }),
    traceSalt: toHex(random(16)),
  };
}

/**
 * The browser keeps this with the page's entry in its history, also where it loads the page anew on "back":
 * no storage is used, and a new scan of the code is a new entry.
 */
const closeForGood = () => history.replaceState({ isClosed: true }, '', location.pathname);
const wasClosed = () => (history.state as { isClosed?: boolean } | null)?.isClosed === true;

function answer(data: VisitData, way: WayIn): void {
  const isTicket = 'ticket' in way;
  const setup = setupOf(data, isTicket ? 'ticket' : 'qr');
  let isClosed = wasClosed();

  const draw = (state: Visit, send: (move: Move) => void) =>
    isClosed ? <ClosedScreen /> : showPhone({ data, words, isFixed: isTicket, send }, state);

  async function deliver(finished: Finished, send: (move: Move) => void): Promise<void> {
    const sent = await sendOnce(way, packed(finished));
    if (isClosed) return;
    if (sent === 'ended' && isTicket) return say('ticketUsedTitle', 'ticketUsedText');
    send({ kind: sent === 'taken' ? 'kept' : 'failed' });
  }

  const onStep = (before: Visit, after: Visit, send: (move: Move) => void) => {
    if (after.kind === 'committing' && before !== after) void deliver(after.finished, send);
    if (after.kind === 'thanks') closeForGood();
  };
  const first = open(setup, attract(setup, now()), now());
  const running = runVisit({ root, clock: now, later, setup: () => setup, draw, onStep }, first);

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

const data = readVisitData(document.getElementById('visit')?.textContent);
if (!('sorry' in data)) answer(data, { code: data.code });
else if (data.sorry === 'ticket') void readTicket();
else askForCode(data.sorry);
