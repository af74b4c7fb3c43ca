import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import type { RandomBytes } from '../shared/ids.ts';
import { opensOnlyHere } from '../shared/opens-only-here.ts';
import type { Tree } from '../shared/wire/device.ts';
import type { Config } from './config.ts';
import { inBoth, type Said } from './said/said.ts';
import type { OperatorWords } from './said/words-vi.ts';
import { newSetUpLink } from './set-up-link.ts';
import { LINK_MS, newAccountLink, newDeviceCode } from './set-up.ts';
import { newPin, pinVerifier } from './staff-pin.ts';
import { administrators } from './store/accounts.ts';
import { allUnits, anyWalkUpCode, servicePointWithCode, type Unit } from './store/organisation.ts';
import type { Store } from './store/store.ts';

/** What a start prints: where everything is and how to sign in. */
export async function welcome(
  store: Store,
  config: Config,
  nowMs: number,
  random: RandomBytes,
): Promise<Said> {
  const units = await allUnits(store.read);
  const top =
    units.find((unit) => unit.parent === null && unit.tree === 'real') ??
    units.find((unit) => unit.parent === null);
  const base = config.publicUrl.replace(/:0$/, `:${config.port}`);
  const begin = async () => {
    const secret = await store.write((tx) => newSetUpLink(tx, nowMs, random));
    return setUpLines(`${base}/dashboard/#set-up=${secret}`, top !== undefined);
  };
  const parts: Said[] = [({ start }) => `\n${start.running(base)}`];
  if (!top) parts.push(await begin());
  else {
    parts.push(...(await kioskLines(store, top.tree, base, nowMs, random)));
    parts.push(...(await phoneLines(store, top.tree, base, config)));
    parts.push(await dashboardLines(store, units, top, base, nowMs, random));
    if (top.tree !== 'real') parts.push(await begin());
  }
  return (words) => `${parts.map((said) => said(words)).join('\n\n')}\n`;
}

/** In both languages: whoever sets up an office may read only one of them. */
function setUpLines(link: string, hasDemo: boolean): Said {
  const both = (said: (words: OperatorWords['start']['setUp']) => string): string[] => {
    const { vi, en } = inBoth(({ start }) => said(start.setUp));
    return [vi, en];
  };
  return () =>
    [
      ...both(({ first, besideDemo }) => (hasDemo ? besideDemo : first)),
      `  ${link}`,
      `${both(({ another }) => another).join(' / ')}: npm run sipas -- set-up-link`,
      ...(opensOnlyHere(link) && !hasDemo ? both(({ onlyHere }) => onlyHere) : []),
    ].join('\n');
}

/** A title in the margin, and lines beside it. */
const beside = (title: string, lines: readonly string[]): string =>
  lines.map((line, at) => `${(at === 0 ? title : '').padEnd(14)} ${line}`).join('\n');

async function kioskLines(
  store: Store,
  tree: Tree,
  base: string,
  at: number,
  random: RandomBytes,
): Promise<Said[]> {
  if (tree === 'real')
    return [({ start: { kiosk } }) => beside(kiosk.head, [kiosk.byCode, `${base}/kiosk/`])];
  const servicePoint = await servicePointWithCode(store.read, tree);
  if (servicePoint === undefined) return [];
  const pin = newPin(random);
  const verifier = await pinVerifier(pin, random);
  const asked = { name: 'Ki-ốt dùng thử', servicePoint, tree, at, pin: verifier };
  const { code } = await store.write((tx) => newDeviceCode(tx, asked, random));
  return [
    ({ start: { kiosk } }) =>
      beside(kiosk.head, [kiosk.open, `${base}/kiosk/staff/#enrol=${code}`, kiosk.enrolled(base, pin)]),
  ];
}

async function phoneLines(store: Store, tree: Tree, base: string, config: Config): Promise<Said[]> {
  const code = await anyWalkUpCode(store.read, tree);
  if (code === undefined) return [];
  const reachable = addressForPhones(base, config);
  const address = `${reachable}/q/${code}`;
  const drawn = reachable && renderUnicodeCompact(address, { border: 2, ecc: 'Q' });
  return [
    ({ start: { phone } }) => {
      const how = reachable ? phone.address(address) : phone.howReal;
      return [beside(phone.head, [phone.sees, `${base}/q/${code}`, how]), ...(drawn ? [drawn] : [])].join(
        '\n',
      );
    },
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
): Promise<Said> {
  const existing = (await administrators(store.read)).filter((account) =>
    units.some((unit) => unit.id === account.unit && unit.tree === top.tree),
  );
  const page = `${base}/dashboard/`;
  if (existing.length > 0)
    return ({ start: { dashboard } }) => beside(dashboard.head, [page, dashboard.signIn]);
  const link = { kind: 'account', subject: top.id, at, livesMs: LINK_MS.firstStart } as const;
  const secret = await store.write((tx) => newAccountLink(tx, link, random));
  return ({ start: { dashboard } }) =>
    beside(dashboard.head, [
      page,
      dashboard.first(top.name.vi),
      dashboard.choose,
      `${page}#invite=${secret}`,
    ]);
}
