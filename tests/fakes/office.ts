import { scryptSync } from 'node:crypto';
import type { Hono } from 'hono';
import { buildApp } from '../../server/app.ts';
import { newEnrolmentCode } from '../../server/enrolment-code.ts';
import { type Keys, newKeys } from '../../server/keys.ts';
import { addOffice, newDevice, prepareStore } from '../../server/set-up.ts';
import type { Exporter } from '../../server/row-exporter.ts';
import { totpCode, totpStep } from '../../server/totp.ts';
import { hashSecret, newSecret } from '../../server/secrets.ts';
import { addAccount } from '../../server/store/accounts.ts';
import { addSession } from '../../server/store/sessions.ts';
import type { Store } from '../../server/store/store.ts';
import { addUnit } from '../../server/store/organisation.ts';
import type { LogLine } from '../../server/log.ts';
import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { DAY_MS } from '../../shared/period.ts';
import { type Channel, encodeSubmission, NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { type Enrolled, enrolPreimage, type Settings, type Tree } from '../../shared/wire/device.ts';
import type { Role } from '../../shared/wire/overview.ts';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { imageOf, openImage } from './memory-store.ts';
import { seeded } from './seeded.ts';
import { newTabletKey, type TabletKey } from './tablet-key.ts';

/** A working office on the real application and a real store; only clock and chance are the test's. */
export interface Office {
  readonly app: Hono;
  readonly store: Store;
  readonly random: RandomBytes;
  readonly keys: Keys;
  readonly unit: string;
  readonly point: string;
  readonly campaign: string;
  readonly code: string;
  readonly logs: LogLine[];
  now: number;
  /** Calls the application; objects become JSON bodies. */
  call(path: string, options?: CallOptions): Promise<Response>;
  enrol(name?: string): Promise<EnrolledTablet>;
  /** A new code and a new key for a device that exists. */
  enrolAgain(device: string): Promise<EnrolledTablet>;
  signIn(): Promise<string>;
}

export interface EnrolledTablet {
  readonly id: string;
  readonly token: string;
  readonly settings: Settings;
  readonly key: TabletKey;
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

/** One pair for all tests of a process: making keys takes time. */
const keys = newKeys();

/** And one run of the migrations, which take longer than most tests. */
let empty: Promise<Buffer> | undefined;

/** Friday 20 November 2026, 9 o'clock in Viet Nam. */
export const FRIDAY = Date.parse('2026-11-20T09:00:00+07:00');
export const PASSWORD = 'mật khẩu đủ dài 2026';

/** Of that password; its parameters travel with it, and these cost nothing: a real one takes 0.4 s at each sign-in. */
const QUICK_HASH = `scrypt$2$1$1$$${scryptSync(PASSWORD.normalize('NFKC'), '', 32, { N: 2, r: 1, p: 1 }).toString('base64')}`;

/** From now on signing in costs nothing here: for tests that sign in again and again, and not of how a password is kept. */
export async function quickenPasswords({ store }: Pick<Office, 'store'>): Promise<void> {
  await store.write(async (tx) => {
    await tx
      .updateTable('accounts')
      .set({ password: QUICK_HASH })
      .where('password', 'is not', null)
      .execute();
  });
}

export async function openOffice(
  options: { store?: Store; seed?: number; tree?: Tree; stopping?: AbortSignal; exporter?: Exporter } = {},
): Promise<Office> {
  const random = seeded(options.seed ?? 1);
  const store = options.store ?? openImage(await (empty ??= imageOf(async () => {})));
  await prepareStore(store, random);
  const names = {
    unit: { vi: 'Ủy ban nhân dân xã Thử Nghiệm', en: 'Trial commune' },
    point: { vi: 'Trung tâm Phục vụ hành chính công xã Thử Nghiệm', en: 'Trial service centre' },
  };
  const made = await store.write((tx) => addOffice(tx, { ...names, kind: 'xa', day: '2025-12-01' }, random));
  if (options.tree && options.tree !== 'real') {
    const { tree } = options;
    await store.write(async (tx) => {
      await tx.updateTable('units').set({ tree }).where('id', '=', made.unit).execute();
    });
  }
  const logs: LogLine[] = [];
  const office: Office = {
    ...made,
    store,
    random,
    keys,
    logs,
    now: FRIDAY,
    app: buildApp({
      store,
      clock: () => office.now,
      random,
      keys,
      log: (line) => logs.push(line),
      assets: undefined,
      publicUrl: 'http://localhost:8080',
      ...(options.stopping && { stopping: options.stopping }),
      ...(options.exporter && { exporter: options.exporter }),
    }),
    async call(path, { method, body, token, cookie, headers } = {}) {
      const hasBody = body !== undefined;
      return office.app.request(`http://localhost:8080${path}`, {
        method: method ?? (hasBody ? 'POST' : 'GET'),
        headers: {
          ...(hasBody && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...(cookie && { cookie }),
          host: 'localhost:8080',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        ...(hasBody && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
    async enrol(name = 'Ki-ốt 1') {
      // stands there for two months already, so that answers of earlier half-months can come in
      const at = office.now - 60 * DAY_MS;
      const id = await store.write((tx) => newDevice(tx, { name, servicePoint: made.point, at }, random));
      return office.enrolAgain(id);
    },
    async enrolAgain(id) {
      const asked = { device: id, tree: options.tree ?? 'real', at: office.now } as const;
      const { code } = await store.write((tx) => newEnrolmentCode(tx, asked, random));
      const key = newTabletKey();
      const body = { code, key: key.spki, proof: key.sign(enrolPreimage(code)) };
      const response = await office.call('/api/v1/devices/enrol', { body });
      const { token, settings } = (await response.json()) as Enrolled;
      return { id, token, settings, key };
    },
    async signIn() {
      const cookie = await addSignedIn(office, 'administrator', {
        login: 'lan.nguyen',
        name: 'Nguyễn Thị Lan',
        password: QUICK_HASH,
      });
      return setUpSecondFactor(office, cookie);
    },
  };
  return office;
}

export const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!;

/** What an account of a real office does at its first sign-in; the cookie of the session that may then do everything. */
export async function setUpSecondFactor(office: Office, cookie: string): Promise<string> {
  const path = '/api/v1/session/second-factor';
  const made = (await (await office.call(path, { method: 'POST', cookie })).json()) as NewSecondFactor;
  const code = totpCode(made.secret, totpStep(office.now));
  const body = { code, pending: made.pending };
  return cookieOf(await office.call(path, { method: 'PUT', cookie, body }));
}

/** The clock has gone on, perhaps by weeks: whoever is signed in stays so. */
export async function keepSignedIn({ store, now }: Pick<Office, 'store' | 'now'>): Promise<void> {
  await store.write(
    async (tx) => void (await tx.updateTable('sessions').set({ created: now, seen: now }).execute()),
  );
}

/** The code that an account's app shows: of now, or the next one where that has been used. */
export async function codeOf(office: Office, login: string): Promise<string> {
  const account = await office.store.read
    .selectFrom('accounts')
    .select(['totp', 'totp_step'])
    .where('login', '=', login)
    .executeTakeFirstOrThrow();
  const step = Math.max(totpStep(office.now), (account.totp_step ?? 0) + 1);
  return totpCode(office.keys.unlock(account.totp!)!, step);
}

/** An account of a role, signed in: its cookie. */
export const signInAs = (office: Office, role: Role): Promise<string> => addSignedIn(office, role);

async function addSignedIn(
  office: Office,
  role: Role,
  about: { readonly login?: string; readonly name?: string; readonly password?: string } = {},
): Promise<string> {
  const id = uuid4(office.random);
  const token = newSecret(office.random);
  const { login = `${role}.${id.slice(0, 8)}`, name = role, password = null } = about;
  await office.store.write(async (tx) => {
    await addAccount(tx, { id, login, name, role, unit: office.unit, password });
    await addSession(tx, hashSecret(token), id, office.now);
  });
  return `sipas=${token}`;
}

/** A second unit tree beside the office, for tests of scope. */
export async function addForeignUnit(office: Office): Promise<string> {
  const name = { vi: 'Xã khác', en: 'Another commune' };
  await office.store.write((tx) =>
    addUnit(tx, {
      id: 'u-other',
      parent: null,
      tree: 'real',
      kind: 'xa',
      name,
      validFrom: '2025-07-01',
      validTo: null,
    }),
  );
  return 'u-other';
}

/** An express submission of the office; every call has an id of its own. */
export function submissionOf(
  office: Pick<Office, 'random' | 'campaign' | 'point'>,
  change: Partial<Submission> = {},
): Submission {
  const bytes = [...office.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = `${bytes.slice(0, 8)}-${bytes.slice(8, 12)}-4${bytes.slice(13, 16)}-a${bytes.slice(17, 20)}-${bytes.slice(20)}`;
  const channel: Channel = change.ch ?? 'kiosk';
  return {
    v: 1,
    id,
    c: office.campaign,
    f: 'sp39',
    fv: 1,
    fm: 'express',
    sp: office.point,
    au: null,
    ch: channel,
    b: '2026-11-20AM',
    tq: 'ok',
    lg: 'vi',
    fd: null,
    ot: null,
    rk: null,
    dm: null,
    ui: 'k1a',
    it: [0, 24, 28, 31, 34, 37, 9, 21],
    a: [4, 5, 4, 4, 5, 0, 4, 3],
    e: 'done',
    q: NO_SIGNALS,
    ...change,
  };
}

export const bytesOf = (office: Office, change: Partial<Submission> = {}) =>
  encodeSubmission(submissionOf(office, change));

/** A batch of submission bytes as a device sends it. */
export const batchOf = (device: { readonly id: string }, ps: readonly string[]) => ({
  proto: 1,
  dev: device.id,
  app: '0.1.0',
  epoch: null,
  items: ps.map((p) => ({ p })),
});
