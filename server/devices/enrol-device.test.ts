import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { enrolPreimage, type CodeAnswer, type Enrolled } from '../../shared/wire/device.ts';
import { NO_SEAL } from '../../shared/wire/seal.ts';
import { batchOf, bytesOf, type Office, openOffice } from '../../tests/fakes/office.ts';
import { newTabletKey, sealChain, type TabletKey } from '../../tests/fakes/tablet-key.ts';
import { CODE_MS, newEnrolmentCode } from '../enrolment-code.ts';
import { newDevice } from '../set-up.ts';
import { setDeviceState } from '../store/device-life.ts';

let office: Office;
let device: string;

beforeEach(async () => {
  office = await openOffice();
  const asked = { name: 'Ki-ốt cửa chính', servicePoint: office.point, at: office.now };
  device = await office.store.write((tx) => newDevice(tx, asked, office.random));
});

const newCode = async (tree: 'real' | 'demo' = 'real') => {
  const asked = { device, tree, at: office.now };
  return (await office.store.write((tx) => newEnrolmentCode(tx, asked, office.random))).code;
};
const enrol = (code: string, key: TabletKey = newTabletKey(), more: object = {}) =>
  office.call('/api/v1/devices/enrol', {
    body: { code, key: key.spki, proof: key.sign(enrolPreimage(code)), ...more },
  });
const peek = (code: string) => office.call('/api/v1/devices/code', { body: { code } });
const speaks = async (token: string) => (await office.call('/api/v1/device', { token })).status === 200;
const problem = async (response: Response) => ((await response.json()) as { code: string }).code;
/** The same selector, another secret. */
const wrong = (code: string, i = 0) => `${code.slice(0, 3)}${'23456789'[i]!.repeat(5)}`;

test('a code shows what it would make of the tablet and uses nothing up; then it enrols', async () => {
  const code = await newCode();
  for (let i = 0; i < 3; i++) {
    const shown = (await (await peek(code)).json()) as CodeAnswer;
    expect(shown).toMatchObject({
      sys: 'sipas',
      device: { id: device, name: 'Ki-ốt cửa chính' },
      point: { id: office.point },
      tree: 'real',
    });
  }
  const response = await enrol(code);
  expect(response.status).toBe(200);
  const enrolled = (await response.json()) as Enrolled;
  expect(enrolled).toMatchObject({
    sys: 'sipas',
    now: office.now,
    sealNo: 0,
    sealHash: NO_SEAL,
    sealTotal: 0,
  });
  expect(enrolled.settings).toMatchObject({ device: { id: device }, collects: true });
  expect(enrolled.settings.rescueKey).toMatch(/^[\w-]{87}$/);
  expect(enrolled.token).toMatch(/^[\w-]{43}$/);
  expect(device).toMatch(/^d[2-9a-z]{8}$/);
  expect(await speaks(enrolled.token)).toBe(true);
  const [line] = await office.store.read.selectFrom('audit').selectAll().execute();
  expect(line).toMatchObject({ what: 'device-enrolled', subject: device, account: null, unit: office.unit });
  const rows = JSON.stringify([
    await office.store.read.selectFrom('devices').selectAll().execute(),
    await office.store.read.selectFrom('enrolment_codes').selectAll().execute(),
  ]);
  expect(rows).not.toContain(enrolled.token);
  expect(rows).not.toContain(code);
});

test('a code is read in either case, with the spaces and dashes that people add', async () => {
  const code = await newCode();
  const typed = `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`;
  const key = newTabletKey();
  expect((await peek(typed)).status).toBe(200);
  const body = { code: typed, key: key.spki, proof: key.sign(enrolPreimage(code)) };
  expect((await office.call('/api/v1/devices/enrol', { body })).status).toBe(200);
});

test('FC race: of twenty enrols at once with one code exactly one key wins, and one token speaks', async () => {
  for (let round = 0; round < 5; round++) {
    const code = await newCode('demo');
    office.now += 10 * 60_000; // the limit per address has filled up again
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrol(code)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(19);
    expect(await speaks(((await won[0]!.json()) as Enrolled).token)).toBe(true);
    expect(await office.store.read.selectFrom('device_keys').selectAll().execute()).toHaveLength(1);
  }
});

test('the same code with the same key answers again with a fresh token, and the old one dies', async () => {
  const code = await newCode();
  const key = newTabletKey();
  const answers = await Promise.all(Array.from({ length: 20 }, () => enrol(code, key)));
  const tokens = await Promise.all(answers.map(async (a) => ((await a.json()) as Enrolled).token));
  const alive = [];
  for (const token of tokens) if (await speaks(token)) alive.push(token);
  expect(new Set(tokens).size).toBe(20);
  expect(alive).toHaveLength(1);
  expect(await problem(await enrol(code))).toBe('code-refused');
});

test('a code dies after its ten minutes, a demo code after a day, and with the next code', async () => {
  const old = await newCode();
  office.now += CODE_MS.real;
  expect(await problem(await enrol(old))).toBe('code-refused');
  const first = await newCode('demo');
  office.now += 23 * 3_600_000;
  expect((await peek(first)).status).toBe(200);
  const second = await newCode('demo');
  expect(await problem(await peek(first))).toBe('code-refused');
  expect((await peek(second)).status).toBe(200);
});

test('five wrong tries on a selector kill the code, by peeking and by enrolling alike', async () => {
  const code = await newCode();
  for (let i = 0; i < 4; i++) {
    const response = i % 2 ? await peek(wrong(code, i)) : await enrol(wrong(code, i));
    expect(await problem(response)).toBe('code-refused');
  }
  expect((await peek(code)).status).toBe(200);
  await peek(wrong(code, 4));
  expect(await problem(await enrol(code))).toBe('code-refused');
});

test('tries of one address are slowed whatever they guess', async () => {
  const statuses = [];
  for (let i = 0; i < 31; i++) statuses.push((await peek('ABCDEFGH')).status);
  expect(statuses.slice(0, 30).every((status) => status === 403)).toBe(true);
  expect(statuses[30]).toBe(429);
});

const spkiOf = (curve: string) =>
  generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ type: 'spki', format: 'der' });

test('a key that is not on P-256, or that the sender does not hold, enrols nothing and uses nothing up', async () => {
  const code = await newCode();
  const key = newTabletKey();
  const off = Buffer.from(key.spki, 'base64');
  off[off.length - 1]! ^= 1; // no longer on the curve
  const proof = key.sign(enrolPreimage(code));
  const bad = [
    { key: off.toString('base64') },
    { key: spkiOf('secp384r1').toString('base64').slice(0, 200) },
    { key: spkiOf('secp256k1').toString('base64') },
    { key: `${key.spki.slice(0, -4)}A===` },
    { proof: newTabletKey().sign(enrolPreimage(code)) },
    { proof: key.sign(enrolPreimage('22222222')) },
    { proof: `${proof.slice(0, -3)}A==` === proof ? `${proof}=` : `${proof.slice(0, -3)}A==` },
  ];
  for (const more of bad) expect(await problem(await enrol(code, key, more))).toBe('malformed');
  expect((await enrol(code, key)).status).toBe(200);
});

test('a device enrolled again keeps its id and history, and its chain goes on with the new key', async () => {
  const first = (await (await enrol(await newCode())).json()) as Enrolled;
  const oldKey = newTabletKey();
  await office.store.write((tx) => tx.updateTable('device_keys').set({ public_key: oldKey.spki }).execute());
  const chain = sealChain({ id: device, key: oldKey });
  const ps = Array.from({ length: 6 }, () => bytesOf(office));
  await office.call('/api/v1/batches', { body: batchOf({ id: device }, ps), token: first.token });
  const post = (token: string, seals: object[]) =>
    office.call('/api/v1/seals', { body: { proto: 1, dev: device, seals }, token });
  expect(await (await post(first.token, [chain.seal(ps)])).json()).toMatchObject({ seals: [[1, 'stored']] });

  const newKey = newTabletKey();
  const again = (await (await enrol(await newCode(), newKey)).json()) as Enrolled;
  expect(again).toMatchObject({ sealNo: 1, sealHash: chain.last().hash, sealTotal: 6 });
  expect(await speaks(first.token)).toBe(false);
  const more = Array.from({ length: 5 }, () => bytesOf(office));
  const byOldKey = chain.seal(more);
  expect(await (await post(again.token, [byOldKey])).json()).toMatchObject({ seals: [[2, 'refused']] });
  const goesOn = sealChain({ id: device, key: newKey });
  goesOn.goOnFrom({ n: 1, hash: again.sealHash, total: again.sealTotal });
  expect(await (await post(again.token, [goesOn.seal(more)])).json()).toMatchObject({
    seals: [[2, 'stored']],
  });
  const keys = await office.store.read.selectFrom('device_keys').selectAll().orderBy('from_seal').execute();
  expect(keys.map((row) => [row.from_seal, row.public_key])).toEqual([
    [1, oldKey.spki],
    [2, newKey.spki],
  ]);
  const states = await office.store.read.selectFrom('device_states').selectAll().orderBy('seq').execute();
  expect(states.map(({ state, note }) => [state, note])).toEqual([
    ['active', ''],
    ['active', 'enrolled-again'],
  ]);
});

test('a retired device cannot be enrolled, an inactive one stays inactive', async () => {
  await enrol(await newCode());
  const become = (state: 'inactive' | 'retired') =>
    office.store.write((tx) => setDeviceState(tx, device, { day: '2026-11-20', state, note: '' }));
  await become('inactive');
  const enrolled = (await (await enrol(await newCode())).json()) as Enrolled;
  expect(enrolled.settings.collects).toBe(false);
  const code = await newCode();
  await become('retired');
  expect(await problem(await peek(code))).toBe('code-refused');
  expect(await problem(await enrol(code))).toBe('code-refused');
});
