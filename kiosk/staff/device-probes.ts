import type { Tree } from '../../shared/wire/device.ts';
import { makeKey, recallKey, sign } from '../device/key.ts';
import { type Persistence, storageFaults } from '../device/persistence.ts';
import type { Shelf } from '../device/shelf.ts';
import type { JournalFiles } from '../outbox/journal-files.ts';
import type { Contact } from './contact.ts';
import { CLOCK_OFF_MS } from './judge-health.ts';
import type { CheckEnd, Probes } from './self-test.ts';

/** The checks of the self-test over the real parts of the tablet: each leaves everything as it was. */
export interface ProbeDeps {
  readonly tree: Tree;
  /** What a kiosk cannot do without (the floor of Chrome 108 and Safari 16.4). */
  readonly hasInterfaces: () => boolean;
  readonly persistence: () => Promise<Persistence>;
  /** The device's facts over a handle of the database that is opened anew at each call. */
  readonly reopened: <T>(work: (shelf: Shelf) => Promise<T>) => Promise<T>;
  /** The journal's files through a worker of their own. */
  readonly journal: <T>(work: (files: JournalFiles) => Promise<T>) => Promise<T>;
  readonly isEnrolled: () => Promise<boolean>;
  readonly hasOfflineCopy: () => Promise<boolean>;
  readonly clockOffsetMs: () => number | null;
  readonly contact: () => Promise<Contact>;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
}

const PROBE = 'probe';
const when = (isGood: boolean, otherwise: CheckEnd = 'bad'): CheckEnd => (isGood ? 'ok' : otherwise);

/** put → close → reopen → get: what is read back has been written. */
async function checkDatabase({ reopened, random }: ProbeDeps): Promise<CheckEnd> {
  const mark = random(16).join();
  await reopened((shelf) => shelf.write(PROBE, mark));
  return when((await reopened((shelf) => shelf.read(PROBE))) === mark);
}

async function checkJournal({ journal, random }: ProbeDeps): Promise<CheckEnd> {
  const mark = random(64);
  return journal(async (files) => {
    await files.write(PROBE, mark);
    const found = (await files.read()).find(({ name }) => name === PROBE);
    await files.remove(PROBE);
    return when(found?.bytes.join() === mark.join());
  });
}

const PROBE_KEY = 'probe-key';

/**
 * put → close → reopen → get → sign → verify, with the device's own key where it has one: private and lockdown modes
 * keep no key, or one that cannot sign (tkhq/sdk#1454).
 */
async function checkKey({ reopened, random }: ProbeDeps): Promise<CheckEnd> {
  const hasOwn = await reopened(async (shelf) => {
    if ((await recallKey(shelf)) !== undefined) return true;
    await shelf.write(PROBE_KEY, await makeKey());
    return false;
  });
  const pair = await reopened(async (shelf) => {
    if (hasOwn) return recallKey(shelf);
    const kept = (await shelf.read(PROBE_KEY)) as CryptoKeyPair | undefined;
    await shelf.write(PROBE_KEY, null);
    return kept;
  });
  if (!pair) return 'bad';
  const text = random(16).join();
  const signature = Uint8Array.from(atob(await sign(pair, text)), (sign_) => sign_.charCodeAt(0));
  const bytes = new TextEncoder().encode(text);
  return when(
    await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, pair.publicKey, signature, bytes),
  );
}

export function deviceProbes(deps: ProbeDeps): Probes {
  return {
    browser: async () => when(deps.hasInterfaces()),
    persisted: async () => when((await deps.persistence()).persisted, deps.tree === 'real' ? 'bad' : 'warn'),
    database: () => checkDatabase(deps),
    journal: () => checkJournal(deps),
    key: () => checkKey(deps),
    words: async () => ((await deps.isEnrolled()) ? when(await deps.hasOfflineCopy(), 'warn') : 'bad'),
    free: async () => {
      const [fault] = storageFaults((await deps.persistence()).freeBytes);
      return when(!fault, fault === 'storage-low' ? 'warn' : 'bad');
    },
    clock: async () => when(Math.abs(deps.clockOffsetMs() ?? Infinity) <= CLOCK_OFF_MS, 'warn'),
    // A morning without a network is no fault of the device; a server that does not know it is.
    contact: async () => {
      const { kind } = await deps.contact();
      return kind === 'known' ? 'ok' : kind === 'none' ? 'warn' : 'bad';
    },
  };
}
