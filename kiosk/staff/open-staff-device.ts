import { localDay } from '../../shared/period.ts';
import { recallEnrolment, recallSettings, recallToken, refreshEnrolment } from '../device/enrolment.ts';
import { faultLog } from '../device/heartbeat.ts';
import { recallRound } from '../device/last-round.ts';
import { recallPackStates } from '../device/pack-states.ts';
import { askPersistence } from '../device/persistence.ts';
import { serverApi } from '../device/server-api.ts';
import { openServerClock } from '../device/server-clock.ts';
import { recall } from '../device/shelf.ts';
import { joinChain } from '../outbox/chain.ts';
import { readHealthFacts } from '../outbox/health-facts.ts';
import { type DeviceStores, openDevice } from '../outbox/open-device.ts';
import { rescueContent } from '../outbox/rescue-content.ts';
import { startJournalWorker } from '../outbox/start-journal-worker.ts';
import { lookAtCode } from './code-requests.ts';
import { deviceProbes } from './device-probes.ts';
import type { EnrolDeps } from './enrol-course.ts';
import { factsOf } from './facts-of.ts';
import type { Standing } from './may-enrol.ts';
import { PinLockSchema } from './pin-lock.ts';
import { downloadText, saveRescueFile } from './save-rescue-file.ts';
import { TestResultSchema } from './self-test.ts';
import type { StaffDevice } from './staff-device.ts';
import { openStaffLink, type StaffLink } from './staff-link.ts';
import {
  hasInterfaces,
  hasOfflineCopy,
  lookForUpdate,
  random,
  reopened,
  toKiosk,
  toKioskTested,
  withJournal,
} from './this-browser.ts';
import { useUpCode } from './use-up-code.ts';

/** The tablet as the staff page sees it: the real stores, the real server, this browser. */

const LOCK = 'pin-lock';
const TEST = 'self-test';
const FIRST_WORD_MS = 1_500;

async function standingOf({ kept, shelf }: DeviceStores, link: StaffLink): Promise<Standing> {
  const [settings, meta, unsent] = await Promise.all([
    recallSettings(shelf),
    kept.readMeta(),
    kept.unsentIds(),
  ]);
  if (!settings && meta.total === 0) return { kind: 'new' };
  const isKnown = settings !== undefined && (await link.contact()).kind !== 'unknown-token';
  const device = settings?.device ?? { id: '', name: '…' };
  return { kind: 'enrolled', device, kept: meta.total, unsent: unsent.length, isKnown };
}

function enrolling(stores: DeviceStores, link: StaffLink): Omit<EnrolDeps, 'standing' | 'probesFor'> {
  const { shelf } = stores;
  const api = serverApi(fetch.bind(window));
  return {
    look: (code) => lookAtCode(api, code),
    spend: (code) =>
      useUpCode({ api, shelf, joinChain: (end) => joinChain(stores, end), learn: link.hearServer }, code),
    async fetchQuestionnaire() {
      const token = await recallToken(shelf);
      if (token === undefined) return false;
      return (await refreshEnrolment(await link.api(), shelf, token)) !== undefined;
    },
  };
}

/** Opens what the device has stored; rejects when nothing of it can be read. */
export async function openStaffDevice(app: string): Promise<StaffDevice> {
  const faults = faultLog();
  const onFault = faults.add;
  const stores = await openDevice({ onFault, makeWorker: startJournalWorker, storage: localStorage });
  const { shelf } = stores;
  const clock = await openServerClock(shelf, Date.now);
  const link = openStaffLink({ stores, clock, faults, app });
  const persistence = () => askPersistence(navigator.storage);
  const isEnrolled = async () => (await recallEnrolment(shelf)) !== undefined;
  /** The server's own word is waited for, but a dead network must not keep the page empty. */
  const firstWord = Promise.race([
    isEnrolled().then((is) => (is ? link.contact() : undefined)),
    new Promise((resolve) => setTimeout(resolve, FIRST_WORD_MS)),
  ]).catch(() => {});
  function clockOffsetMs(): number | null {
    const { ms, quality } = clock.read();
    return quality === 'unknown' ? null : Math.round(ms - Date.now());
  }
  const enrolment = enrolling(stores, link);
  return {
    ...enrolment,
    standing: () => standingOf(stores, link),
    probesFor: (tree) =>
      deviceProbes({
        tree,
        hasInterfaces,
        persistence,
        reopened,
        journal: withJournal,
        isEnrolled,
        hasOfflineCopy,
        clockOffsetMs,
        contact: link.contact,
        random,
      }),
    async settings() {
      // The kiosk sends here what has a token and no questionnaire yet: then it is asked for before anything else.
      if (!(await isEnrolled())) await enrolment.fetchQuestionnaire().catch(() => false);
      return recallSettings(shelf);
    },
    async health() {
      await firstWord;
      const [facts, settings, round, packs] = await Promise.all([
        readHealthFacts(stores, clock, Date.now),
        recallSettings(shelf),
        recallRound(shelf),
        recallPackStates(shelf),
      ]);
      return factsOf(facts, { settings, round, packs, faults: faults.list(), app, ...link.seen() });
    },
    send: link.send,
    async rescue() {
      const settings = await recallSettings(shelf);
      if (!settings) return { kind: 'empty' };
      const content = await rescueContent(stores, settings.device.id, app);
      const day = localDay(clock.read().ms);
      return saveRescueFile({ settings, content, day, random, download: downloadText });
    },
    lookForUpdate,
    readLock: () => recall(shelf, LOCK, PinLockSchema),
    writeLock: (lock) => shelf.write(LOCK, lock),
    readTest: () => recall(shelf, TEST, TestResultSchema),
    writeTest: (result) => shelf.write(TEST, result),
    clock: Date.now,
    trueTime: () => clock.read().ms,
    toKiosk: () =>
      void recallSettings(shelf).then((settings) => toKiosk(settings?.interviewer !== undefined)),
    toKioskTested,
  };
}
