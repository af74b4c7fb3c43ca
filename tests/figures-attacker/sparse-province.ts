import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { randomBelow } from '../../shared/ids.ts';
import { DAY_MS, halfDayAt, halfMonthOf, localDay, startOfLocalDay } from '../../shared/period.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { decodeSubmission, NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import type { Cut } from '../../shared/wire/cuts.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { hashSecret } from '../../server/secrets.ts';
import { addAccount } from '../../server/store/accounts.ts';
import { activateDevice, addDevice } from '../../server/store/devices.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { seeded } from '../fakes/seeded.ts';
import { batchOf, bytesOf, keepSignedIn, type Office, openOffice } from '../fakes/office.ts';
import type { DayTree } from './differences.ts';

const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));

/** Three communes of different size, one with a branch below it; what each point takes in a week is little. */
const UNITS: readonly (readonly [id: string, parent: string | null])[] = [
  ['u-a', null],
  ['u-b', null],
  ['u-c', null],
  ['u-c-1', 'u-c'],
];
const POINTS: readonly (readonly [id: string, unit: string, perRound: number])[] = [
  ['p-a-1', 'u-a', 14],
  ['p-a-2', 'u-a', 3],
  ['p-b-1', 'u-b', 6],
  ['p-c-0', 'u-c', 2],
  ['p-c-1', 'u-c-1', 9],
];

export interface SparseProvince {
  readonly office: Office;
  /** The trees under the unit whose account reads, by the day from which each holds; another one is added at times. */
  readonly trees: ReadonlyMap<string, DayTree>;
  /** Units of the tree of a day. */
  unitsOn(day: string): readonly string[];
  /** Merges two communes, or moves the branch to the merged one; whether there was something left to do. */
  reorganise(): Promise<boolean>;
  readonly sent: number;
  halfMonth(): string;
  /** Lets one to four days pass and sends a batch of some points, a few of them late. */
  sendSome(): Promise<void>;
  page(unit: string, day: string, period: string, form: string): Promise<Overview>;
  cut(unit: string, day: string, period: string, form: string, by: string): Promise<Cut>;
}

/** The telephone of an official, who calls people everywhere. Nothing of it is left to chance: the seeds go on as they did. */
async function addPhone({ store, unit, point, campaign, now: at }: Office) {
  const phone = { id: 'phone', token: 'telephone-of-an-official' };
  const account = {
    id: 'caller',
    login: 'caller',
    name: 'Hoa',
    role: 'staff',
    unit,
    password: null,
  } as const;
  const assignment = { servicePoint: point, starts: localDay(at), ends: null };
  await store.write(async (tx) => {
    await addAccount(tx, account);
    await addDevice(tx, { id: phone.id, name: 'Điện thoại', campaign, at, assignment, account: account.id });
    await activateDevice(tx, phone.id, hashSecret(phone.token), at);
  });
  return phone;
}

/** A small province on the real application, which takes few answers and from the seed alone. */
export async function openSparseProvince(seed: number): Promise<SparseProvince> {
  const office = await openOffice({ seed });
  office.now = Date.parse('2026-10-18T09:00:00+07:00');
  const device = await office.enrol();
  const phone = await addPhone(office);
  const cookie = await office.signIn();
  await addPlaces(office, device.id);
  const below = (count: number) => randomBelow(count, office.random);
  // of its own, so that the answers of a seed stay what they were before anybody asked who gives them
  const person = seeded(seed + 1_000);
  const oneOf = <T>(...list: readonly T[]): T => list[randomBelow(list.length, person)]!;
  let sent = 0;

  function submission(point: string): Partial<Submission> {
    const isFull = below(5) === 0;
    const late = below(6) === 0 ? below(40) : 0;
    const at = Math.max(office.now - late * DAY_MS, Date.parse('2026-10-16T09:00:00+07:00'));
    const it = isFull
      ? Array.from({ length: 40 }, (_, i) => i)
      : [...drawExpress(questionnaire, undefined, office.random).items];
    const reached = below(4) === 0 ? 1 + below(it.length) : it.length;
    const a = it.map((number, i) => {
      if (i >= reached) return null;
      return (number > 0 && below(6) === 0 ? 0 : 1 + below(5)) as 0 | 1 | 2 | 3 | 4 | 5;
    });
    const ch = isFull ? 'paper' : below(8) === 0 ? 'call' : 'kiosk';
    return {
      sp: point,
      fm: isFull ? 'full' : 'express',
      ch,
      b: ch === 'kiosk' ? halfDayAt(at) : halfMonthOf(localDay(at)),
      it,
      a,
      e: reached < it.length ? 'idle' : 'done',
      q: { ...NO_SIGNALS, dur: below(9) === 0 ? 1 : 0 },
      lg: oneOf('vi', 'vi', 'vi', 'vi', 'en'),
      rk: oneOf('person', 'person', 'organisation', null),
      dm: oneOf<Submission['dm']>(
        null,
        { sex: 1, age: oneOf(1, 2, 2, 3) },
        { sex: 2, age: oneOf(2, 3, null) },
        { sex: 2, age: 2 },
      ),
      ot: ch === 'call' ? oneOf('on', 'early', 'late') : null,
    };
  }

  const parents = new Map<string, string>([
    [office.point, office.unit],
    ...UNITS.map(([id, parent]) => [id, parent ?? office.unit] as const),
    ...POINTS.map(([id, unit]) => [id, unit] as const),
  ]);
  const trees = new Map<string, DayTree>([['2025-12-01', treeOf(office, parents)]]);
  async function change(path: string, body: unknown): Promise<string> {
    await stayYoung(office);
    const response = await office.call(`/api/v1/organisation/units/${path}`, { body, cookie });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return ((await response.json()) as { id: string }).id;
  }
  let merged = '';
  const acts = [
    async (from: string) => {
      const into = { parent: office.unit, kind: 'xa', name: { vi: 'Xã mới', en: 'New commune' } };
      merged = await change('merge', { units: ['u-a', 'u-b'], into, from });
      parents.delete('u-a');
      parents.delete('u-b');
      parents.set(merged, office.unit);
      for (const point of ['p-a-1', 'p-a-2', 'p-b-1']) parents.set(point, merged);
      return treeOf(office, parents);
    },
    async (from: string) => {
      await change('u-c-1/move', { parent: merged, from });
      parents.set('u-c-1', merged);
      return treeOf(office, parents);
    },
  ];

  async function send(by: { readonly id: string; readonly token: string }, ps: readonly string[]) {
    for (let i = 0; i < ps.length; i += 50) {
      const body = batchOf(by, ps.slice(i, i + 50));
      const response = await office.call('/api/v1/batches', { body, token: by.token });
      const { receipts } = (await response.json()) as { receipts: (readonly [string, string])[] };
      const refused = receipts.find(([, kind]) => kind !== 'stored');
      if (refused) throw new Error(`a submission of the province was ${refused[1]}`);
      sent += receipts.length;
    }
  }

  return {
    office,
    trees,
    unitsOn: (day) => [...trees.get(day)!.keys()].filter((id) => id.startsWith('u')),
    async reorganise() {
      const act = acts.shift();
      if (!act) return false;
      const from = localDay(office.now);
      const made = await act(from);
      trees.set(from, made);
      return true;
    },
    get sent() {
      return sent;
    },
    halfMonth: () => halfMonthOf(localDay(office.now)),
    async sendSome() {
      office.now += (1 + below(4)) * DAY_MS;
      const ps = POINTS.flatMap(([point, , perRound]) =>
        below(4) === 0
          ? []
          : Array.from({ length: below(2 * perRound + 1) }, () => bytesOf(office, submission(point))),
      );
      const isCall = (p: string) => decodeSubmission(p)?.ch === 'call';
      await send(
        device,
        ps.filter((p) => !isCall(p)),
      );
      await send(phone, ps.filter(isCall));
    },
    async page(unit, day, period, form) {
      await stayYoung(office);
      const query = `unit=${unit}&period=${period}&form=${form}&asOf=${day}`;
      const response = await office.call(`/api/v1/overview?${query}`, { cookie });
      if (response.status !== 200) throw new Error(`the page of ${unit} answered ${response.status}`);
      return (await response.json()) as Overview;
    },
    async cut(unit, day, period, form, by) {
      await stayYoung(office);
      const query = `unit=${unit}&period=${period}&form=${form}&asOf=${day}&by=${by}`;
      const response = await office.call(`/api/v1/cuts?${query}`, { cookie });
      if (response.status !== 200) throw new Error(`the cut of ${unit} answered ${response.status}`);
      return (await response.json()) as Cut;
    },
  };
}

const young = new WeakMap<Office, number>();

/** Days pass between two readings. */
async function stayYoung(office: Office): Promise<void> {
  if (young.get(office) === office.now) return;
  young.set(office, office.now);
  await keepSignedIn(office);
}

/** Every place with the service points under it. */
function treeOf({ unit: top }: Office, parents: ReadonlyMap<string, string>): DayTree {
  const tree = new Map<string, Set<string>>();
  for (const point of [...parents.keys()].filter((id) => id.startsWith('p'))) {
    for (let at: string | undefined = point; at !== undefined; at = parents.get(at))
      tree.set(at, (tree.get(at) ?? new Set()).add(point));
  }
  return tree.has(top) ? tree : new Map();
}

async function addPlaces(office: Office, device: string): Promise<void> {
  const dates = { validFrom: '2025-07-01', validTo: null };
  const nameOf = (id: string) => ({ vi: `Xã ${id}`, en: `Commune ${id}` });
  const starts = localDay(startOfLocalDay('2026-01-01'));
  await office.store.write(async (tx) => {
    for (const [id, parent] of UNITS) {
      await addUnit(tx, {
        id,
        parent: parent ?? office.unit,
        tree: 'real',
        kind: 'xa',
        name: nameOf(id),
        ...dates,
      });
    }
    for (const [id, unit] of POINTS) {
      await addServicePoint(tx, { id, unit, name: nameOf(id), opening: [], fields: [], ...dates });
      await tx.insertInto('assignments').values({ device, service_point: id, starts, ends: null }).execute();
    }
  });
}
