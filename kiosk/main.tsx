import './styles.css';
import './screens/screens.css';
import './screens/messages.css';
import './screens/sizes.css';
import './kiosk.css';
import { render } from 'preact';
import { localDay } from '../shared/period.ts';
import type { Tree } from '../shared/wire/device.ts';
import {
  type Enrolment,
  enrol,
  recallEnrolment,
  recallToken,
  refreshEnrolment,
  secretOf,
} from './device/enrolment.ts';
import { faultLog } from './device/heartbeat.ts';
import { askPersistence, mayCollect } from './device/persistence.ts';
import { serverApi } from './device/server-api.ts';
import { openServerClock } from './device/server-clock.ts';
import { collect } from './collect.tsx';

import { markOf } from './mark-of.ts';
import { registerWorker } from './offline/register.ts';
import { openDevice } from './outbox/open-device.ts';
import { startJournalWorker } from './outbox/start-journal-worker.ts';
import type { Shelf } from './device/shelf.ts';
import { Mark } from './parts/mark.tsx';
import { MessageScreen } from './screens/message-screen.tsx';
// oxlint-disable-next-line import/default -- the build makes an address of it
import setupWordsUrl from './text/setup-words.ts?words';
import type { SetupSaying, SetupWords } from './text/setup-words.ts';

/** The tablet's start: what is stored first, the network afterwards and never instead. */

const root = document.getElementById('app')!;
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const faults = faultLog();
const api = (token?: string) => serverApi(fetch.bind(window), token);

const RETRY_MS = 10_000;
const isWaiting = () => new Promise((resolve) => setTimeout(resolve, RETRY_MS));

function showMessage(title: string, texts: readonly string[], tree?: Tree): void {
  render(
    <>
      <Mark text={tree && markOf(tree)} />
      <MessageScreen title={title} texts={texts} />
    </>,
    root,
  );
}

/** An enrolled tablet never needs these words, so they lie in a file beside the page. */
async function say(what: SetupSaying, tree?: Tree): Promise<void> {
  try {
    const words = (await (await fetch(setupWordsUrl)).json()) as SetupWords;
    const { vi, en } = words[what];
    showMessage(vi[0], [vi[1], en.join('. ')], tree);
  } catch {
    showMessage('…', [what], tree);
  }
}

/** Uses a link up. The server is asked until it answers, because a link is not made twice. */
async function openLink(shelf: Shelf, secret: string): Promise<'enrolled' | 'link-used'> {
  await say('working');
  for (;;) {
    const result = await enrol(api(), shelf, secret);
    if (result !== 'unreachable') return result;
    await say(result);
    await isWaiting();
  }
}

async function findEnrolment(
  shelf: Shelf,
  secret: string | undefined,
  learn: (ms: number) => void,
): Promise<Enrolment | undefined> {
  const link = secret === undefined ? 'not-enrolled' : await openLink(shelf, secret);
  // A link that is used must not stop a tablet that it has enrolled.
  const known = await recallEnrolment(shelf);
  if (known) return known;
  const token = await recallToken(shelf);
  if (token === undefined) {
    await say(link === 'enrolled' ? 'no-storage' : link);
    return undefined;
  }
  await say('working');
  for (;;) {
    const refreshed = await refreshEnrolment(api(token), shelf, token);
    if (refreshed) {
      learn(refreshed.serverNowMs);
      return refreshed.enrolment;
    }
    await say('unreachable');
    await isWaiting();
  }
}

async function start(): Promise<void> {
  const secret = secretOf(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  const updates = registerWorker(`${import.meta.env.BASE_URL}sw.js`, () => performance.now());
  const { kept, shelf, hasDatabase } = await openDevice({
    onFault: faults.add,
    makeWorker: startJournalWorker,
    storage: localStorage,
  });
  const clock = await openServerClock(shelf, Date.now);
  const [enrolment, persistence] = await Promise.all([
    findEnrolment(shelf, secret, clock.learn),
    askPersistence(navigator.storage),
  ]);
  if (!enrolment) return;
  if (!mayCollect(enrolment.settings.tree, persistence.persisted)) {
    await say('no-storage', enrolment.settings.tree);
    return;
  }
  await collect({
    root,
    enrolment,
    persistence,
    kept,
    hasDatabase,
    shelf,
    clock,
    faults,
    updates,
    random,
    today: () => localDay(clock.read().ms),
  });
}

// A tablet at a counter is no page to leave, select from or zoom.
addEventListener('contextmenu', (event) => event.preventDefault());
history.pushState(null, '');
addEventListener('popstate', () => history.pushState(null, ''));

// A link opened while the app is open changes nothing but the address.
addEventListener('hashchange', () => secretOf(location.hash) && location.reload());

start().catch(async (error: unknown) => {
  console.error(error);
  await say('no-storage');
});
