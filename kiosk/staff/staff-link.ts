import { localDay } from '../../shared/period.ts';
import { openDayCounts } from '../device/day-counts.ts';
import { digest } from '../device/digest.ts';
import { recallSettings, recallToken, refreshEnrolment } from '../device/enrolment.ts';
import { type FaultLog, sendHeartbeat } from '../device/heartbeat.ts';
import { recallKey, sign } from '../device/key.ts';
import { keepRound, recallRound } from '../device/last-round.ts';
import { askPersistence } from '../device/persistence.ts';
import { type ServerApi, serverApi } from '../device/server-api.ts';
import type { BusinessClock } from '../device/server-clock.ts';
import type { DeviceStores } from '../outbox/open-device.ts';
import { makeSeals } from '../outbox/seal-maker.ts';
import { askContact, type Contact } from './contact.ts';
import { sendByHand } from './send-by-hand.ts';
import type { SendEnd } from './staff-device.ts';
import { random } from './this-browser.ts';

/** What goes between this tablet and its server while the staff page is open, and what came of it. */
export interface StaffLink {
  /** With the device's token, where it has one. */
  api(): Promise<ServerApi>;
  /** Hears the server's clock with every answer that is its own. */
  hearServer(serverMs: number): void;
  contact(): Promise<Contact>;
  send(onLeft: (left: number) => void): Promise<SendEnd>;
  /** What this page has seen; `contactMs` by the device's clock. */
  seen(): { readonly isRefused: boolean; readonly contactMs: number | null };
}

export interface LinkDeps {
  readonly stores: DeviceStores;
  readonly clock: BusinessClock;
  readonly faults: FaultLog;
  readonly app: string;
}

/** Seals what is due, as the kiosk does between visits. */
async function sealWhatIsDue({ stores, clock, app }: LinkDeps, dev: string): Promise<void> {
  const key = await recallKey(stores.shelf);
  if (!key) return;
  const nowMs = () => clock.read().ms;
  await makeSeals({ store: stores.kept, dev, app, nowMs, digest, sign: (text) => sign(key, text) });
}

async function beat({ stores, clock, faults, app }: LinkDeps, api: ServerApi, dev: string): Promise<void> {
  const { kept, shelf } = stores;
  const counts = await openDayCounts(shelf, () => localDay(clock.read().ms));
  const [{ total, sealNo }, unsent, { freeBytes: free, persisted }] = await Promise.all([
    kept.readMeta(),
    kept.unsentIds(),
    askPersistence(navigator.storage),
  ]);
  const state = { dev, app, total, unsent: unsent.length, sealNo, free, persisted };
  await sendHeartbeat(api, { ...state, faults, day: counts.today() });
}

export function openStaffLink(deps: LinkDeps): StaffLink {
  const { stores, clock, faults, app } = deps;
  const { kept, shelf } = stores;
  let isRefused = false;
  let contactMs: number | null = null;
  const api = async () => serverApi(fetch.bind(window), await recallToken(shelf));

  function hearServer(serverMs: number): void {
    clock.learn(serverMs);
    contactMs = Date.now();
    isRefused = false;
  }

  async function contact(): Promise<Contact> {
    const answer = await askContact(await api());
    if (answer.kind === 'known') hearServer(answer.serverNowMs);
    else if (answer.kind === 'unknown-token') isRefused = true;
    return answer;
  }

  /** What goes with a round on the kiosk goes with one by hand too. */
  async function afterRound(dev: string, end: SendEnd, minApp: string): Promise<void> {
    const why = end.kind === 'drained' ? end.kind : end.why;
    await keepRound(shelf, { atMs: Date.now(), end: why, contactMs, minApp, faults: faults.list() });
    if ((await contact()).kind !== 'known') return;
    const link = await api();
    await beat(deps, link, dev);
    const token = await recallToken(shelf);
    if (token !== undefined) await refreshEnrolment(link, shelf, token);
  }

  async function send(onLeft: (left: number) => void): Promise<SendEnd> {
    const dev = (await recallSettings(shelf))?.device.id ?? '';
    let minApp = (await recallRound(shelf))?.minApp ?? '0.0.0';
    await kept.mend().catch(() => {});
    await sealWhatIsDue(deps, dev).catch(() => {});
    const link = await api();
    const onAnswer = (answer: { readonly now: number; readonly minApp?: string | undefined }) => {
      hearServer(answer.now);
      minApp = answer.minApp ?? minApp;
    };
    const post = (body: string) => link.post('/api/v1/batches', body);
    const postSeals = (body: string) => link.post('/api/v1/seals', body);
    const end = await sendByHand({ store: kept, random, dev, app, post, postSeals, onAnswer }, onLeft);
    await afterRound(dev, end, minApp).catch(() => {});
    return end;
  }

  return { api, hearServer, contact, send, seen: () => ({ isRefused, contactMs }) };
}
