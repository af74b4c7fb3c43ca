import type { Language } from '../../shared/questionnaire.ts';
import { localDay } from '../../shared/period.ts';
import type { Submission } from '../../shared/submission.ts';
import { type Interviewer, InterviewerSchema } from '../../shared/wire/device.ts';
import { openDayCounts } from '../device/day-counts.ts';
import { type Enrolment, recallEnrolment, refreshEnrolment } from '../device/enrolment.ts';
import { faultLog, sendHeartbeat } from '../device/heartbeat.ts';
import { type Lamp, lampOf } from '../device/lamp.ts';
import { keepRound } from '../device/last-round.ts';
import { askPersistence, mayCollect } from '../device/persistence.ts';
import { readAs } from '../device/read-as.ts';
import { serverApi } from '../device/server-api.ts';
import { type BusinessClock, openServerClock } from '../device/server-clock.ts';
import { openDevice } from '../outbox/open-device.ts';
import { roundLock } from '../outbox/round-lock.ts';
import { startJournalWorker } from '../outbox/start-journal-worker.ts';
import { startSync } from '../outbox/sync.ts';
import { tending } from '../tend-device.ts';
import { countStep } from '../visit/count-step.ts';
import type { Finished, Setup } from '../visit/finish.ts';
import type { Visit } from '../visit/visit-states.ts';
import { type InterviewCounts, openInterviewCounts } from './interview-counts.ts';
import { type Ground, openVisits } from './interview-visits.ts';
import { type Calls, openCalls } from './open-calls.ts';

/** A telephone of staff at work: the outbox, the seals and the rounds of a tablet, with interviews in place of visits. */
export interface InterviewDevice {
  /** As the server said last; new settings hold from the next interview on. */
  readonly enrolment: () => Enrolment;
  readonly interviewer: () => Interviewer;
  readonly clock: Pick<BusinessClock, 'read'>;
  readonly counts: InterviewCounts;
  readonly calls: Calls;
  /** An interview begins. `language` is what is read out, and what the form says. */
  readonly start: (ground: Ground, language: Language) => Promise<Setup>;
  /** Settles when the submission is on the disk; rejects when it could not be kept. */
  readonly keep: (finished: Finished, onTime: Submission['ot']) => Promise<void>;
  readonly onStep: (before: Visit, after: Visit) => void;
  readonly state: () => DeviceState;
  /** Told whenever the state may be another one. */
  readonly onChange: (call: () => void) => void;
}

export interface DeviceState {
  /** Submissions that have not been sent yet. */
  readonly unsent: number;
  readonly lamp: Lamp | undefined;
  readonly whyNot: 'closed' | 'no-storage' | undefined;
  readonly isPersisted: boolean;
}

const later = (ms: number, call: () => void) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
const now = () => performance.now();
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const TEND_EVERY_MS = 60_000;

/** Undefined where this device is no telephone of staff, or is not enrolled. */
export async function openInterviewDevice(app: string): Promise<InterviewDevice | undefined> {
  const faults = faultLog();
  const stores = await openDevice({
    onFault: faults.add,
    makeWorker: startJournalWorker,
    storage: localStorage,
  });
  const { kept, shelf } = stores;
  const [known, clock] = await Promise.all([recallEnrolment(shelf), openServerClock(shelf, Date.now)]);
  if (!known || !interviewerOf(known)) return undefined;
  let enrolment = known;
  const api = serverApi(fetch.bind(window), known.token);
  const today = () => localDay(clock.read().ms);
  const dev = known.settings.device.id;
  const [dayCounts, counts, calls] = await Promise.all([
    openDayCounts(shelf, today),
    openInterviewCounts(shelf, today),
    openCalls({
      shelf,
      api,
      clock,
      random,
      dev,
      onFault: faults.add,
      onRecorded: () => sync.trigger('save'),
    }),
  ]);
  const visits = openVisits({ kept, clock, random });
  let persistence = await askPersistence(navigator.storage);
  let standing: readonly string[] = [];
  let unsent = (await kept.unsentIds()).length;
  let tell = () => {};
  let contactMs: number | null = null;
  let minApp = '0.0.0';
  const tendDevice = tending({
    stores,
    enrolment: () => enrolment,
    clock,
    minApp: () => minApp,
    faults: faults.list,
  });

  async function tend(): Promise<void> {
    await calls.tend();
    ({ persistence, standing } = await tendDevice());
    unsent = (await kept.unsentIds()).length;
    tell();
  }
  const tendQuietly = () => void tend().catch(() => faults.add('tend-fails'));

  async function refresh(): Promise<void> {
    const refreshed = await refreshEnrolment(api, shelf, enrolment.token);
    if (!refreshed) return;
    clock.learn(refreshed.serverNowMs);
    enrolment = refreshed.enrolment;
    tell();
  }

  async function heartbeat(): Promise<void> {
    const { total, sealNo } = await kept.readMeta();
    const { freeBytes: free, persisted } = persistence;
    const day = { ...dayCounts.today(), ...counts.totalsOf(today()) };
    await sendHeartbeat(api, { dev, app, total, unsent, sealNo, free, persisted, faults, standing, day });
  }

  const sync = startSync({
    store: kept,
    random,
    clock: now,
    later,
    post: (body) => api.post('/api/v1/batches', body),
    postSeals: (body) => api.post('/api/v1/seals', body),
    minGapMs: () => enrolment.settings.syncGapMs,
    alone: roundLock({ locks: navigator.locks, storage: localStorage, clock: Date.now }),
    dev,
    app,
    onAnswer: (answer) => {
      clock.learn(answer.now);
      contactMs = Date.now();
      minApp = answer.minApp ?? minApp;
    },
    afterRound: async (end) => {
      await tend();
      const why = end.kind === 'drained' ? end.kind : end.why;
      const told = [...standing, ...faults.list()];
      await keepRound(shelf, { atMs: Date.now(), end: why, contactMs, minApp, faults: told });
      if (end.kind === 'failed' && end.why !== 'refused') return;
      await heartbeat();
      await refresh();
      await calls.round(interviewerOf(enrolment)?.collects === true);
      tell();
    },
  });
  addEventListener('online', () => sync.trigger('online'));
  document.addEventListener('visibilitychange', () => document.hidden || sync.trigger('visible'));
  setInterval(tendQuietly, TEND_EVERY_MS);
  tendQuietly();
  sync.trigger('timer');

  async function keep(finished: Finished, onTime: Submission['ot']): Promise<void> {
    try {
      await visits.keep(finished, onTime);
    } catch (error) {
      faults.add('keep-failed');
      throw error;
    }
    unsent += 1;
    sync.trigger('save');
  }

  return {
    enrolment: () => enrolment,
    interviewer: () => interviewerOf(enrolment) ?? interviewerOf(known)!,
    clock,
    counts,
    calls,
    start(ground, language) {
      dayCounts.add({ wakes: 0, starts: 1 });
      return visits.setupFor(ground, language);
    },
    keep,
    onStep: (before, after) => dayCounts.add(countStep(before, after)),
    state() {
      const { tree } = enrolment.settings;
      const collects = interviewerOf(enrolment)?.collects;
      const { persisted } = persistence;
      const whyNot = collects === false ? 'closed' : mayCollect(tree, persisted) ? undefined : 'no-storage';
      return { unsent, lamp: lampOf([...standing, ...faults.list()]), whyNot, isPersisted: persisted };
    },
    onChange(call) {
      tell = call;
    },
  };
}

const interviewerOf = ({ settings }: Enrolment) => readAs(InterviewerSchema, settings.interviewer);
