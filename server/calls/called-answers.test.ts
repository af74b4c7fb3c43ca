import { beforeEach, expect, test } from 'vitest';
import { brought, type CalledOffice, openCalledOffice } from '../../tests/fakes/called-office.ts';
import { addForeignUnit, bytesOf, batchOf, type EnrolledTablet } from '../../tests/fakes/office.ts';
import { CALL_UI } from '../../shared/calls.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { recount } from '../store/recount.ts';
import { retirePhonesOf } from '../store/staff-phones.ts';
import { addServicePoint } from '../store/organisation.ts';

/** Who may call, and where what was answered by telephone counts. */
let at: CalledOffice;
beforeEach(async () => {
  at = await openCalledOffice();
});

const CALL = { ch: 'call', b: '2026-11/2', ui: CALL_UI.sample, ot: 'on' } as const;
async function send(device: EnrolledTablet, ...changes: readonly Partial<Submission>[]): Promise<string[]> {
  const body = batchOf(
    device,
    changes.map((change) => bytesOf(at.office, change)),
  );
  const answer = await at.office.call('/api/v1/batches', { token: device.token, body });
  return ((await answer.json()) as Receipts).receipts.map(([, receipt]) => receipt);
}
async function addPoint(id: string, unit: string): Promise<void> {
  const name = { vi: id, en: id };
  const since = { validFrom: '2025-07-01', validTo: null };
  await at.office.store.write((tx) =>
    addServicePoint(tx, { id, unit, name, opening: [], fields: [], ...since }),
  );
}

test('only a telephone of staff gets the list and reports calls; a tablet is told no, and its calls are held', async () => {
  const tablet = await at.office.enrol();
  const ask = (path: string, body?: object) =>
    at.office.call(`/api/v1/calls${path}`, { token: tablet.token, ...(body && { body }) });
  expect((await ask('')).status).toBe(403);
  expect((await ask('/attempts', { proto: 1, dev: tablet.id, attempts: [] })).status).toBe(403);
  expect(await send(tablet, CALL)).toEqual(['held']);
  expect(await send(at.hoa, CALL)).toEqual(['stored']);
});

test('a telephone that was retired gets no numbers any more, and what was called with it is still taken', async () => {
  await at.bring([brought('HS-1')]);
  await at.plan();
  const [one] = (await at.calls(at.hoa)).cases;
  await at.office.store.write((tx) => retirePhonesOf(tx, 'hoa', at.office.now));
  expect((await at.office.call('/api/v1/calls', { token: at.hoa.token })).status).toBe(403);
  const { receipts } = await at.report(at.hoa, { case: one!.id, outcome: 'COMPLETE' });
  expect(receipts[0]![1]).toBe('stored');
});

test('an interview counts at the point of its dossier anywhere in the interviewer’s units, and nowhere outside', async () => {
  await addPoint('other-point', at.office.unit);
  await addPoint('foreign-point', await addForeignUnit(at.office));
  expect(await send(at.hoa, { ...CALL, sp: 'other-point' }, { ...CALL, sp: 'foreign-point' })).toEqual(
    expect.arrayContaining(['stored', 'held']),
  );
  // face to face somebody stands where the telephone is
  expect(await send(at.hoa, { ch: 'assisted', b: '2026-11/2', ui: 's1a', sp: 'other-point' })).toEqual([
    'held',
  ]);
});

test('answers about the list of late dossiers are kept and enter no figure, late ones of the sample do (sentence 42)', async () => {
  const sample = Array.from({ length: 12 }, () => ({ ...CALL, ot: 'late' as const }));
  const late = Array.from({ length: 15 }, () => ({ ...CALL, ot: 'late' as const, ui: CALL_UI.late }));
  expect(new Set(await send(at.hoa, ...sample, ...late))).toEqual(new Set(['stored']));
  const cookie = await at.office.signIn();
  const query = `unit=${at.office.unit}&period=month-2026-11&form=express`;
  const seen = (await (await at.office.call(`/api/v1/overview?${query}`, { cookie })).json()) as Overview;
  expect(seen.received).toBe(12);
  const kept = await at.office.store.read.selectFrom('submissions').select('standing').execute();
  expect(kept.filter(({ standing }) => standing === 'excluded')).toHaveLength(15);
  // and a recount of all that is kept says the same
  const { read } = at.office.store;
  expect((await recount(read, shapeFor(await loadCatalogue(read)))).differences).toEqual([]);
});

test('a plan says at its fields what is wrong, and draws nothing then', async () => {
  await at.bring([brought('HS-1')]);
  const wrong = async (change: object) => {
    const body = {
      unit: at.office.unit,
      queue: 'sample',
      from: '2026-11-01',
      to: '2026-11-20',
      wanted: 1,
      ends: '2026-12-01',
    };
    const answer = await at.ask('', { ...body, ...change });
    return [answer.status, ((await answer.json()) as { faults: unknown }).faults];
  };
  expect(await wrong({ to: '2026-11-21' })).toEqual([422, [{ at: 'to', why: 'too-late' }]]);
  expect(await wrong({ from: '2026-11-20', to: '2026-11-01' })).toEqual([422, [{ at: 'to', why: 'order' }]]);
  expect(await wrong({ ends: '2026-11-19' })).toEqual([422, [{ at: 'ends', why: 'too-early' }]]);
  expect(await wrong({ wanted: null })).toEqual([422, [{ at: 'wanted', why: 'needed' }]]);
  expect(await wrong({ unit: 'elsewhere' })).toEqual([422, [{ at: 'unit', why: 'unknown' }]]);
  expect(await wrong({ from: '2026-11-20' }), 'nobody to call').toEqual([
    422,
    [{ at: 'from', why: 'needed' }],
  ]);
  expect(await at.office.store.read.selectFrom('call_plans').selectAll().execute()).toEqual([]);
});

test('the audit log says who drew how many of how many with which seed, and no line of it or of the log a number or dossier', async () => {
  await at.bring([brought('HS-1'), brought('HS-2')]);
  const plan = await at.plan({ wanted: 1 });
  const [one] = (await at.calls(at.hoa)).cases;
  await at.report(at.hoa, { case: one!.id, outcome: 'BUSY' });
  await at.ask(`/${plan.id}/close`, {});
  const lines = await at.office.store.read
    .selectFrom('audit')
    .select(['what', 'subject', 'details'])
    .execute();
  const calls = lines.filter(({ what }) => what.startsWith('calls-'));
  expect(calls.map(({ what, subject }) => [what, subject])).toEqual([
    ['calls-planned', plan.id],
    ['calls-closed', plan.id],
  ]);
  expect(JSON.parse(calls[0]!.details)).toMatchObject({ population: 2, drawn: 1, seed: plan.seed });
  const said = JSON.stringify([lines, at.office.logs]);
  for (const word of ['HS-1', 'HS-2', one!.number, one!.id]) expect(said).not.toContain(word);
});
