import { toHex } from '../../shared/ids.ts';
import { halfMonthOf, localDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { allItems, drawExpress } from '../../shared/rotation.ts';
import { leafPreimage } from '../../shared/submission.ts';
import { type Interviewer, InterviewerSchema } from '../../shared/wire/device.ts';
import { openDayCounts } from '../device/day-counts.ts';
import { digest } from '../device/digest.ts';
import { type Enrolment, recallEnrolment, refreshEnrolment } from '../device/enrolment.ts';
import { faultLog, sendHeartbeat } from '../device/heartbeat.ts';
import { type Lamp, lampOf } from '../device/lamp.ts';
import { keepRound } from '../device/last-round.ts';
import { askPersistence, mayCollect } from '../device/persistence.ts';
import { readAs } from '../device/read-as.ts';
import { serverApi } from '../device/server-api.ts';
import { openServerClock } from '../device/server-clock.ts';
import { openDevice } from '../outbox/open-device.ts';
import { roundLock } from '../outbox/round-lock.ts';
import { startJournalWorker } from '../outbox/start-journal-worker.ts';
import { startSync } from '../outbox/sync.ts';
import { tending } from '../tend-device.ts';
import { countStep } from '../visit/count-step.ts';
import { type Finished, parcelOf, type Setup } from '../visit/finish.ts';
import type { Visit } from '../visit/visit-states.ts';
import { type Chosen, narrowed } from './chosen-place.ts';
import { type InterviewCounts, openInterviewCounts } from './interview-counts.ts';

/** Interface version of the submission bytes: a person asks; negative to positive, from the top down. */
const UI = 's1a';

/** A telephone of staff at work: the outbox, the seals and the rounds of a tablet, with interviews in place of visits. */
export interface InterviewDevice {
  /** As the server said last; new settings hold from the next interview on. */
  readonly enrolment: () => Enrolment;
  readonly interviewer: () => Interviewer;
  readonly counts: InterviewCounts;
  /** `language` is what is read out, and what the form says. */
  readonly setupFor: (chosen: Chosen, language: Language) => Setup;
  /** Settles when the submission is on the disk; rejects when it could not be kept. */
  readonly keep: (finished: Finished) => Promise<void>;
  readonly onStep: (before: Visit, after: Visit) => void;
  readonly onStart: () => void;
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
  const [dayCounts, counts] = await Promise.all([
    openDayCounts(shelf, today),
    openInterviewCounts(shelf, today),
  ]);
  let persistence = await askPersistence(navigator.storage);
  let standing: readonly string[] = [];
  let unsent = (await kept.unsentIds()).length;
  let rests = await kept.readRests(rotationOf(enrolment));
  let tell = () => {};
  let contactMs: number | null = null;
  let minApp = '0.0.0';
  const traceSalt = toHex(random(16));
  const tendDevice = tending({
    stores,
    enrolment: () => enrolment,
    clock,
    minApp: () => minApp,
    faults: faults.list,
  });

  async function tend(): Promise<void> {
    ({ persistence, standing } = await tendDevice());
    unsent = (await kept.unsentIds()).length;
    tell();
  }
  const tendQuietly = () => void tend().catch(() => faults.add('tend-fails'));

  async function refresh(): Promise<void> {
    const refreshed = await refreshEnrolment(api, shelf, enrolment.token);
    if (!refreshed) return;
    clock.learn(refreshed.serverNowMs);
    const isSame = rotationOf(refreshed.enrolment) === rotationOf(enrolment);
    if (!isSame) rests = await kept.readRests(rotationOf(refreshed.enrolment));
    enrolment = refreshed.enrolment;
    tell();
  }

  async function heartbeat(): Promise<void> {
    const { total, sealNo } = await kept.readMeta();
    const { freeBytes: free, persisted } = persistence;
    const dev = enrolment.settings.device.id;
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
    dev: enrolment.settings.device.id,
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
    },
  });
  addEventListener('online', () => sync.trigger('online'));
  document.addEventListener('visibilitychange', () => document.hidden || sync.trigger('visible'));
  setInterval(tendQuietly, TEND_EVERY_MS);
  tendQuietly();
  sync.trigger('timer');

  function setupFor(chosen: Chosen, language: Language): Setup {
    const { settings, questionnaire } = enrolment;
    const isExpress = settings.form === 'express';
    return {
      place: narrowed(settings, chosen),
      questionnaire,
      channel: 'assisted',
      ui: UI,
      opening: settings.opening,
      defaultLanguage: language,
      // A conversation takes its time: nothing goes by itself.
      timed: false,
      draw: () =>
        isExpress
          ? drawExpress(questionnaire, rests, random)
          : { items: allItems(questionnaire), rests: rests ?? [] },
      random,
      businessTime: clock.read,
      traceSalt,
    };
  }

  async function keep(finished: Finished): Promise<void> {
    const { remark } = finished;
    // Half a day of interviews could be one person: their date is no finer than half a month.
    const submission = { ...finished.submission, b: halfMonthOf(finished.submission.b) };
    // What it was asked by: new settings may have come meanwhile.
    const rotation = `${submission.f} ${submission.fv}`;
    try {
      const rh = remark && (await digest(remark.text, remark.salt));
      const parcel = parcelOf({ ...finished, submission }, rh);
      const leaf = digest(leafPreimage(parcel.p));
      await kept.keep({ ...parcel, leaf }, { name: rotation, rests: finished.rests });
    } catch (error) {
      faults.add('keep-failed');
      throw error;
    }
    if (rotation === rotationOf(enrolment)) rests = finished.rests;
    unsent += 1;
    sync.trigger('save');
  }

  return {
    enrolment: () => enrolment,
    interviewer: () => interviewerOf(enrolment) ?? interviewerOf(known)!,
    counts,
    setupFor,
    keep,
    onStep: (before, after) => dayCounts.add(countStep(before, after)),
    onStart: () => dayCounts.add({ wakes: 0, starts: 1 }),
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

const rotationOf = ({ questionnaire: { id, version } }: Enrolment) => `${id} ${version}`;
const interviewerOf = ({ settings }: Enrolment) => readAs(InterviewerSchema, settings.interviewer);
