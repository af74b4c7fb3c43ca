import { takeList } from '../../server/dossiers/take-rows.ts';
import { newDevice } from '../../server/set-up.ts';
import { addAccount } from '../../server/store/accounts.ts';
import { addImport } from '../../server/store/dossier-imports.ts';
import { CALL_UI } from '../../shared/calls.ts';
import { toHex, uuid4 } from '../../shared/ids.ts';
import { halfMonthOf, localDay } from '../../shared/period.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { AttemptReceipts, CallList } from '../../shared/wire/call-list.ts';
import type { PlanAsked, PlanView } from '../../shared/wire/call-plans.ts';
import { addFields } from './dossier-files.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice, signInAs } from './office.ts';

/** A dossier as a list brings it: code, day of return, number; due on the 10th of November. */
export interface Brought {
  readonly code: string;
  readonly returned: string;
  readonly phone: string | null;
  readonly field?: string;
}
export const brought = (
  code: string,
  returned = '2026-11-09',
  phone: string | null = phoneOf(code),
): Brought => ({
  code,
  returned,
  phone,
});
const phoneOf = (code: string) => `0912${String(Number(code.replace(/\D/g, ''))).padStart(6, '0')}`;

export const PLAN: Omit<PlanAsked, 'unit'> = {
  queue: 'sample',
  from: '2026-11-01',
  to: '2026-11-20',
  wanted: 5,
  ends: '2026-12-05',
};

/** An official of an office, with a telephone. */
async function staffPhone(office: Office, holder: string): Promise<EnrolledTablet> {
  const about = { id: holder, login: holder, name: `Cán bộ ${holder}`, role: 'staff' as const };
  const id = await office.store.write(async (tx) => {
    await addAccount(tx, { ...about, unit: office.unit, password: null });
    const where = { name: holder, servicePoint: office.point, at: office.now };
    const made = await newDevice(tx, where, office.random);
    await tx.updateTable('devices').set({ account: holder }).where('id', '=', made).execute();
    return made;
  });
  return office.enrolAgain(id);
}

/** A plan over what an office has, one call that was made, and what the person answered. */
export async function callSomebody(office: Office, cookie: string) {
  const phone = await staffPhone(office, 'interviewer');
  const { token, id: dev } = phone;
  const asked = { unit: office.unit, ...PLAN, to: localDay(office.now), wanted: 1 };
  const plan = (await (await office.call('/api/v1/call-plans', { cookie, body: asked })).json()) as PlanView;
  const { cases } = (await (await office.call('/api/v1/calls', { token })).json()) as CallList;
  const [one] = cases;
  const attempt = { id: uuid4(office.random), case: one!.id, at: office.now, tq: 'ok', outcome: 'COMPLETE' };
  const body = { proto: 1, dev, attempts: [attempt] };
  await office.call('/api/v1/calls/attempts', { token, body });
  const p = bytesOf(office, {
    ch: 'call',
    b: halfMonthOf(localDay(office.now)),
    ui: CALL_UI.sample,
    ot: one!.onTime,
  });
  const sent = await office.call('/api/v1/batches', { token, body: batchOf(phone, [p]) });
  const { receipts } = (await sent.json()) as Receipts;
  if (receipts[0]![1] !== 'stored') throw new Error('the interview was not stored');
  return { p, plan: plan.id, callCase: one!.id, attempt: attempt.id };
}

/** An office with dossiers, two officials with telephones and a manager, on the real application. */
export async function openCalledOffice(options: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(options);
  await addFields(office);
  const manager = await signInAs(office, 'manager');
  const [hoa, binh] = [await staffPhone(office, 'hoa'), await staffPhone(office, 'binh')];

  /** Takes dossiers in, as an import does. */
  async function bring(rows: readonly Brought[]): Promise<void> {
    const { keys, random, unit, point } = office;
    const importId = toHex(random(16));
    const counts = { account: null, sha256: importId, added: 0, changed: 0, same: 0, left: 0, covers: null };
    const nothing = { procedure: null, authority: null, counter: 'Quầy 2' };
    const list = rows.map(({ field = 'ht', ...row }, number) => ({
      ...row,
      ...nothing,
      field,
      row: number,
      point,
      received: '2026-11-02',
      due: '2026-11-10',
    }));
    await office.store.write(async (tx) => {
      await addImport(tx, {
        id: importId,
        unit,
        kind: 'list',
        day: '2026-11-20',
        points: [point],
        ...counts,
      });
      const writing = { tx, importId, lock: keys.lock, newKey: () => toHex(random(16)) };
      await takeList(tx, list, { unlock: keys.unlock, done: () => {} }, writing);
    });
  }
  const ask = async (path: string, body?: object) =>
    office.call(`/api/v1/call-plans${path}`, { cookie: manager, ...(body && { body }) });
  async function plan(change: Partial<PlanAsked> = {}): Promise<PlanView> {
    const answer = await ask('', { unit: office.unit, ...PLAN, ...change });
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.json()) as PlanView;
  }
  const view = async (id: string) => (await (await ask(`/${id}`)).json()) as PlanView;
  const calls = async ({ token }: EnrolledTablet) =>
    (await (await office.call('/api/v1/calls', { token })).json()) as CallList;
  /** Reports calls as a telephone does; what is left out is usual. */
  async function report(
    { token, id: dev }: EnrolledTablet,
    ...attempts: readonly object[]
  ): Promise<AttemptReceipts> {
    const usual = () => ({ id: uuid4(office.random), at: office.now, tq: 'ok' });
    const body = { proto: 1, dev, attempts: attempts.map((attempt) => ({ ...usual(), ...attempt })) };
    return (await (await office.call('/api/v1/calls/attempts', { token, body })).json()) as AttemptReceipts;
  }
  return { office, hoa, binh, manager, bring, ask, plan, view, calls, report };
}
export type CalledOffice = Awaited<ReturnType<typeof openCalledOffice>>;
