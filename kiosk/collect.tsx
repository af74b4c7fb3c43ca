import { toHex, type RandomBytes } from '../shared/ids.ts';
import type { Questionnaire } from '../shared/questionnaire.ts';
import { allItems, drawExpress, type Rests } from '../shared/rotation.ts';
import { leafPreimage } from '../shared/submission.ts';
import type { Offer } from './audio/tablet-languages.ts';
import type { Surroundings } from './around/surroundings.tsx';
import { openDayCounts } from './device/day-counts.ts';
import { digest, hashOf } from './device/digest.ts';
import { type Enrolment, refreshEnrolment } from './device/enrolment.ts';
import { type FaultLog, sendHeartbeat } from './device/heartbeat.ts';
import { lampOf } from './device/lamp.ts';
import { keepRound } from './device/last-round.ts';
import { mayCollect, type Persistence } from './device/persistence.ts';
import { serverApi } from './device/server-api.ts';
import type { BusinessClock } from './device/server-clock.ts';
import { render } from './draw.ts';
import { markOf } from './mark-of.ts';
import { QUIET_MS, type Updates } from './offline/register.ts';
import type { DeviceStores } from './outbox/open-device.ts';
import type { Alone } from './outbox/round-lock.ts';
import { startSync } from './outbox/sync.ts';
import { Mark } from './parts/mark.tsx';
import { feelTouches, runVisit } from './run-visit.ts';
import { MessageScreen } from './screens/message-screen.tsx';
import type { Show } from './scene-of.ts';
import { kioskSayings, showVisit } from './show-visit.tsx';
import { tending } from './tend-device.ts';
import type { SetupSaying } from './text/setup-words.ts';
import { vi } from '../shared/text/vi.ts';
// oxlint-disable-next-line import/default -- the build makes a script of its own of it
import loadSurroundings from './around/surroundings.tsx?beside';
import { countStep } from './visit/count-step.ts';
import { type Finished, parcelOf, type Setup } from './visit/finish.ts';
import { attract } from './visit/visit.ts';
import { languageOf, type Move, type Visit } from './visit/visit-states.ts';

/** An enrolled tablet at work: visits on the screen, submissions into the outbox, rounds to the server. */
export interface CollectDeps {
  readonly root: HTMLElement;
  readonly enrolment: Enrolment;
  readonly persistence: Persistence;
  readonly stores: DeviceStores;
  readonly clock: BusinessClock;
  readonly faults: FaultLog;
  readonly updates: Updates;
  readonly random: RandomBytes;
  readonly today: () => string;
  readonly alone: Alone;
  /** Words of a tablet that does not collect. */
  readonly sayingOf: (what: SetupSaying, contact?: string) => Promise<{ title: string; texts: string[] }>;
  readonly toStaff: (part?: string) => void;
}

/** Interface version of the submission bytes; "a" = negative to positive, left to right. */
export const UI = 'k1a';
const later = (ms: number, call: () => void) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
const now = () => performance.now();

/** Each questionnaire version has blocks of its own. */
const rotationOf = ({ id, version }: Questionnaire) => `${id} ${version}`;

export async function collect(deps: CollectDeps): Promise<void> {
  const { clock, random, faults } = deps;
  const { kept, shelf } = deps.stores;
  let { enrolment, persistence } = deps;
  const { token } = enrolment;
  const api = serverApi(fetch.bind(window), token);
  const counts = await openDayCounts(shelf, deps.today);
  let rests: Rests | undefined = await kept.readRests(rotationOf(enrolment.questionnaire));
  let setup = setupOf();

  function setupOf(): Setup {
    const { settings, questionnaire } = enrolment;
    const isExpress = settings.form === 'express';
    return {
      place: settings,
      questionnaire,
      channel: 'kiosk',
      ui: UI,
      opening: settings.opening,
      defaultLanguage: 'vi',
      timed: true,
      draw: () =>
        isExpress
          ? drawExpress(questionnaire, rests, random)
          : { items: allItems(questionnaire), rests: rests ?? [] },
      random,
      businessTime: clock.read,
      traceSalt: toHex(random(16)),
    };
  }

  async function keep(finished: Finished, send: (move: Move) => void): Promise<void> {
    try {
      const { remark } = finished;
      const parcel = parcelOf(finished, remark && (await digest(remark.text, remark.salt)));
      const leaf = digest(leafPreimage(parcel.p));
      await kept.keep(
        { ...parcel, leaf },
        { name: rotationOf(enrolment.questionnaire), rests: finished.rests },
      );
      rests = finished.rests;
      send({ kind: 'kept' });
      sync.trigger('save');
    } catch {
      faults.add('keep-failed');
      send({ kind: 'failed' });
    }
  }

  /** New settings hold from the next visit on, never inside one. */
  let fresh: (() => void) | undefined;
  function adopt(): void {
    if (!fresh || !isIdle()) return;
    fresh();
    fresh = undefined;
    setup = { ...setupOf(), traceSalt: setup.traceSalt };
    around?.settle();
    void close().then(running.redraw);
  }

  async function refresh(): Promise<void> {
    const refreshed = await refreshEnrolment(api, shelf, token);
    if (!refreshed) return;
    clock.learn(refreshed.serverNowMs);
    if (JSON.stringify(refreshed.enrolment.settings) === JSON.stringify(enrolment.settings)) return;
    const { questionnaire } = refreshed.enrolment;
    // The blocks of another questionnaire are read now; those in use are newer in memory than any reading.
    const isSame = rotationOf(questionnaire) === rotationOf(enrolment.questionnaire);
    const other = isSame ? undefined : await kept.readRests(rotationOf(questionnaire));
    fresh = () => {
      enrolment = refreshed.enrolment;
      if (!isSame) rests = other;
    };
    adopt();
  }

  let contactMs: number | null = null;
  let minApp = '0.0.0';
  let standing: readonly string[] = [];
  const tendDevice = tending({
    stores: deps.stores,
    enrolment: () => enrolment,
    clock,
    minApp: () => minApp,
    faults: faults.list,
  });
  const isIdle = () => running.state().kind === 'attract';
  const isFree = () => isIdle() || running.state().kind === 'thanks';

  /** Never during a visit. */
  async function tend(): Promise<void> {
    if (!isIdle()) return;
    ({ persistence, standing } = await tendDevice());
    await close();
    if (isIdle()) running.redraw();
  }

  const tendQuietly = () => void tend().catch(() => faults.add('tend-fails'));

  /** What stands on the screen of a tablet that does not collect: out of service, or its storage is not safe. */
  let closed: Awaited<ReturnType<CollectDeps['sayingOf']>> | undefined;
  async function close(): Promise<void> {
    const { collects, tree, contact } = enrolment.settings;
    const why = collects === false ? 'closed' : !mayCollect(tree, persistence.persisted) && 'no-storage';
    closed = why ? await deps.sayingOf(why, contact) : undefined;
  }

  async function heartbeat(): Promise<void> {
    const [meta, unsent] = await Promise.all([kept.readMeta(), kept.unsentIds()]);
    await sendHeartbeat(api, {
      dev: enrolment.settings.device.id,
      app: __APP_VERSION__,
      total: meta.total,
      unsent: unsent.length,
      sealNo: meta.sealNo,
      free: persistence.freeBytes,
      persisted: persistence.persisted,
      faults,
      standing,
      day: { ...counts.today(), ...around?.countsOf(deps.today()) },
    });
  }

  const sync = startSync({
    store: kept,
    random,
    clock: now,
    later,
    post: async (body) => {
      // A tap comes first: during a visit a batch and its receipts wait, though not for the end of one that has none.
      if (!isFree()) await new Promise<void>((resolve) => later(20_000, resolve));
      return api.post('/api/v1/batches', body);
    },
    postSeals: (body) => api.post('/api/v1/seals', body),
    minGapMs: () => enrolment.settings.syncGapMs,
    alone: deps.alone,
    dev: enrolment.settings.device.id,
    app: __APP_VERSION__,
    onAnswer: (answer) => {
      clock.learn(answer.now);
      contactMs = Date.now();
      minApp = answer.minApp ?? minApp;
    },
    afterRound: async (end) => {
      await tend();
      const why = end.kind === 'drained' ? end.kind : end.why;
      await keepRound(shelf, {
        atMs: Date.now(),
        end: why,
        contactMs,
        minApp,
        faults: [...standing, ...faults.list()],
      });
      // Nobody is there to hear more.
      if (end.kind === 'failed' && end.why !== 'refused') return;
      await heartbeat();
      await refresh();
    },
  });

  // One language stands in the page. Others, and what is around a visit, come when the first screen stands: answers are
  // taken without it.
  let offer: Pick<Show, 'words'> & Partial<Offer> = { words: { vi } };
  let around: Surroundings | undefined;
  async function fetchSurroundings(): Promise<void> {
    const script = (await loadSurroundings()) as typeof import('./around/surroundings.tsx');
    around = await script.openSurroundings({
      root: deps.root,
      setup: () => setup,
      ...running,
      enrolment: () => enrolment,
      vi,
      render,
      hashOf,
      onFault: faults.add,
      onOffer: (offered) => {
        offer = offered;
        running.redraw();
      },
      shelf,
      today: deps.today,
      toStaff: deps.toStaff,
    });
    running.redraw();
  }

  let attractSinceMs = now();
  function onStep(before: Visit, after: Visit, send: (move: Move) => void, move: Move): void {
    const count = () => counts.add(countStep(before, after));
    around?.onStep(after, move);
    if (after.kind === 'attract') {
      attractSinceMs = now();
      if (before.kind !== 'attract') adopt();
    }
    // Nothing else is written while somebody waits for the thanks.
    if (after.kind === 'committing') void keep(after.finished, send).then(count);
    else count();
  }

  function draw(state: Visit, send: (move: Move) => void) {
    const { place, questionnaire: asked } = setup;
    const lamp = lampOf([...standing, ...faults.list()]);
    const show: Show = { place, questionnaire: asked, ...offer, send, lamp, around };
    if (closed && state.kind === 'attract') return <MessageScreen {...closed} />;
    const note = persistence.persisted ? undefined : vi.notPersistedNote;
    return (
      <>
        <Mark text={markOf(setup.place.tree)} note={note} />
        {around?.cover() ?? showVisit(show, kioskSayings(show, languageOf(state)), state, true)}
      </>
    );
  }

  await close();
  const running = runVisit(
    { root: deps.root, clock: now, later, setup: () => setup, draw, onStep },
    attract(setup, now()),
  );
  feelTouches(running.send);
  addEventListener('online', () => sync.trigger('online'));
  document.addEventListener('visibilitychange', () => document.hidden || sync.trigger('visible'));
  setInterval(() => {
    deps.updates.whileIdle(() => (isIdle() ? now() - attractSinceMs : 0), !standing.includes('storage-full'));
    tendQuietly();
  }, QUIET_MS / 6);
  fetchSurroundings().catch(() => faults.add('around-missing'));
  tendQuietly();
  sync.trigger('timer');
}
