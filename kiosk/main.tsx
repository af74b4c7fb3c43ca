import './styles.css';
import './screens/screens.css';
import './screens/messages.css';
import './screens/sizes.css';
import './kiosk.css';
import { render } from './draw.ts';
import { localDay } from '../shared/period.ts';
import { askUs } from './parts/ask-us.ts';
import { recallEnrolment } from './device/enrolment.ts';
import { faultLog } from './device/heartbeat.ts';
import { askPersistence } from './device/persistence.ts';
import { openServerClock } from './device/server-clock.ts';
import { collect } from './collect.tsx';
import { registerWorker } from './offline/register.ts';
import { openDevice } from './outbox/open-device.ts';
import { roundLock } from './outbox/round-lock.ts';
import { startJournalWorker } from './outbox/start-journal-worker.ts';
import { MessageScreen } from './screens/message-screen.tsx';
// oxlint-disable-next-line import/default -- the build makes an address of it
import setupWordsUrl from './text/setup-words.ts?words';
import type { SetupSaying, SetupWords } from './text/setup-words.ts';

/** The tablet's start: what is stored first, the network afterwards and never instead. */

const root = document.getElementById('app')!;
const toStaff = (part = '') => location.assign(`${import.meta.env.BASE_URL}staff/${part}`);

/** A tablet that collects never needs these words, so they lie in a file beside the page. */
async function sayingOf(what: SetupSaying, contact?: string): Promise<{ title: string; texts: string[] }> {
  try {
    const words = (await (await fetch(setupWordsUrl)).json()) as SetupWords;
    const { vi, en } = words[what];
    return { title: vi[0], texts: [vi[1], en.join('. '), ...askUs(words, { contact })] };
  } catch {
    return { title: '…', texts: [what] };
  }
}

async function start(): Promise<void> {
  const faults = faultLog();
  const updates = registerWorker(`${import.meta.env.BASE_URL}sw.js`);
  const [persistence, stores] = await Promise.all([
    askPersistence(navigator.storage),
    openDevice({ onFault: faults.add, makeWorker: startJournalWorker, storage: localStorage }),
  ]);
  const [enrolment, clock] = await Promise.all([
    recallEnrolment(stores.shelf),
    openServerClock(stores.shelf, Date.now),
  ]);
  if (!enrolment) return toStaff();
  const today = () => localDay(clock.read().ms);
  await collect({
    root,
    enrolment,
    persistence,
    stores,
    clock,
    faults,
    updates,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    today,
    alone: roundLock({ locks: navigator.locks, storage: localStorage, clock: Date.now }),
    sayingOf,
    toStaff,
  });
}

start().catch(async () => {
  render(<MessageScreen {...(await sayingOf('no-storage'))} />, root);
});
