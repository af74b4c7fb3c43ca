import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import type { RandomBytes } from '../shared/ids.ts';
import { opensOnlyHere } from '../shared/opens-only-here.ts';
import type { Tree } from '../shared/wire/device.ts';
import type { Config } from './config.ts';
import { newSetUpLink } from './set-up-link.ts';
import { LINK_MS, newAccountLink, newDeviceCode } from './set-up.ts';
import { newPin, pinVerifier } from './staff-pin.ts';
import { administrators } from './store/accounts.ts';
import { allUnits, anyWalkUpCode, servicePointWithCode, type Unit } from './store/organisation.ts';
import type { Store } from './store/store.ts';

/** What a start prints: where everything is and how to sign in, in plain words. */
export async function welcome(
  store: Store,
  config: Config,
  nowMs: number,
  random: RandomBytes,
): Promise<string> {
  const units = await allUnits(store.read);
  const top =
    units.find((unit) => unit.parent === null && unit.tree === 'real') ??
    units.find((unit) => unit.parent === null);
  const base = config.publicUrl.replace(/:0$/, `:${config.port}`);
  const lines = ['', `Khảo sát mức độ hài lòng is running at ${base}`, ''];
  const begin = async () => {
    const secret = await store.write((tx) => newSetUpLink(tx, nowMs, random));
    return setUpLines(`${base}/dashboard/#set-up=${secret}`, top !== undefined);
  };
  if (!top) return [...lines, ...(await begin())].join('\n');
  lines.push(...(await kioskLines(store, top.tree, base, nowMs, random)));
  lines.push(...(await phoneLines(store, top.tree, base, config)));
  lines.push(...(await dashboardLines(store, units, top, base, nowMs, random)));
  if (top.tree !== 'real') lines.push('', ...(await begin()));
  return [...lines, ''].join('\n');
}

/** In both languages: whoever sets up an office may read only one of them. */
function setUpLines(link: string, hasDemo: boolean): string[] {
  return [
    hasDemo
      ? 'Bắt đầu sử dụng chính thức cho đơn vị: mở đường dẫn này (dùng một lần, trong một ngày).'
      : 'Máy chủ chưa được thiết lập. Mở đường dẫn này (dùng một lần, trong một ngày), rồi làm theo từng bước.',
    hasDemo
      ? 'Start for a real office: open this link (it works once, within a day).'
      : 'This server is not set up yet. Open this link (it works once, within a day) and follow the steps.',
    `  ${link}`,
    'Đường dẫn khác / another link: npm run sipas -- set-up-link',
    ...(opensOnlyHere(link) && !hasDemo
      ? [
          'Địa chỉ này chỉ mở được trên máy này; để dùng thật, xin đặt PUBLIC_URL (xem README).',
          'This address opens on this machine alone; for real use set PUBLIC_URL (see the README).',
        ]
      : []),
    '',
  ];
}

async function kioskLines(
  store: Store,
  tree: Tree,
  base: string,
  at: number,
  random: RandomBytes,
): Promise<string[]> {
  if (tree === 'real') {
    return [
      'Kiosk      A tablet is enrolled by a code from the dashboard, or: npm run sipas -- device',
      `           ${base}/kiosk/`,
      '',
    ];
  }
  const servicePoint = await servicePointWithCode(store.read, tree);
  if (servicePoint === undefined) return [];
  const pin = newPin(random);
  const verifier = await pinVerifier(pin, random);
  const asked = { name: 'Ki-ốt dùng thử', servicePoint, tree, at, pin: verifier };
  const { code } = await store.write((tx) => newDeviceCode(tx, asked, random));
  return [
    'Kiosk      Open this on the tablet (or in this browser) to enrol it; it works once, within a day:',
    `           ${base}/kiosk/staff/#enrol=${code}`,
    `           Once enrolled it is at ${base}/kiosk/ (PIN of its staff page: ${pin})`,
    '',
  ];
}

async function phoneLines(store: Store, tree: Tree, base: string, config: Config): Promise<string[]> {
  const code = await anyWalkUpCode(store.read, tree);
  if (code === undefined) return [];
  const reachable = addressForPhones(base, config);
  const lines = [
    'Own phone  What a citizen sees who scans the QR code at a counter:',
    `           ${base}/q/${code}`,
  ];
  if (!reachable)
    return [...lines, '           (for a real phone in the same network: HOST=0.0.0.0 npm start)', ''];
  const address = `${reachable}/q/${code}`;
  return [
    ...lines,
    `           For a phone: ${address}`,
    renderUnicodeCompact(address, { border: 2, ecc: 'Q' }),
    '',
  ];
}

/** An address that a phone can open, or undefined when the server listens on this machine alone. */
function addressForPhones(base: string, { host, port }: Config): string | undefined {
  if (!opensOnlyHere(base)) return base;
  if (host !== '0.0.0.0' && host !== '::') return undefined;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const found = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return found && `http://${found.address}:${port}`;
}

async function dashboardLines(
  store: Store,
  units: readonly Unit[],
  top: Unit,
  base: string,
  at: number,
  random: RandomBytes,
): Promise<string[]> {
  const names = units.find(({ id }) => id === top.id)?.name.vi ?? '';
  const existing = (await administrators(store.read)).filter((account) =>
    units.some((unit) => unit.id === account.unit && unit.tree === top.tree),
  );
  const lines = [`Dashboard  ${base}/dashboard/`];
  if (existing.length > 0) {
    return [
      ...lines,
      '           Sign in with your account. Lost the password? npm run sipas -- password NAME',
    ];
  }
  const link = { kind: 'account', subject: top.id, at, livesMs: LINK_MS.firstStart } as const;
  const secret = await store.write((tx) => newAccountLink(tx, link, random));
  return [
    ...lines,
    `           First account for ${names}: open this one-time link (valid for a day)`,
    '           and choose a name and a password:',
    `           ${base}/dashboard/#invite=${secret}`,
  ];
}
