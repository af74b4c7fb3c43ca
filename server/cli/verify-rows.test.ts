import { expect, test } from 'vitest';
import { saidProofEn } from '../said/said-proof-en.ts';
import type { ProofFinding } from '../said/said-proof-vi.ts';
import { checkUnsealed, type Unsealed } from './verify-rows.ts';

const rowOf = (half_day: string, ch: string): Unsealed => {
  const content = { id: 'x', sp: 'p1', ch, ui: 'k1a', b: half_day, tq: 'ok', q: {} };
  return { id: 'x', p: '', half_day, standing: 'counted', leaf: 'f', content };
};
const sealOf = (device: string, b: string, root: number | null = 1) => ({
  device,
  n: 1,
  hash: '',
  s: '',
  sig: '',
  root,
  says: { dev: device, n: 1, prev: '', total: 1, b, leaves: [] },
});
const says = { n: 1, key: '', seals: [], entries: [], counts: [], prev: '' };

function found(row: Unsealed, seals: ReturnType<typeof sealOf>[], rootDay = '2027-12-31'): string[] {
  const findings: ProofFinding[] = [];
  const roots = [{ n: 1, day: rootDay, document: '', root: '', sig: '', says }];
  const places = [{ device: 'd1', service_point: 'p1', starts: '2026-01-01', ends: null }];
  checkUnsealed([row], { seals, roots, places, day: '2027-12-31' }, findings);
  return findings.map((said) => said(saidProofEn));
}

test.each([
  ['2026-12-31AM', '2026-12-30PM', 0],
  ['2026-12-31AM', '2027-01-01PM', 0],
  ['2026-12-31AM', '2027-01-02AM', 1],
  ['2026-11/2', '2026-11-30PM', 0],
  ['2026-11/2', '2026-12-03PM', 1],
])(
  "an own phone's row of %s is an alarm once the server has sealed the day after the next: %s → %i",
  (day, sealed, count) => {
    expect(found(rowOf(day, 'qr'), [sealOf('server', sealed)])).toHaveLength(count);
  },
);

test("a tablet's row is an alarm once it has sealed a later day, by the root's clock", () => {
  const row = rowOf('2026-12-31AM', 'kiosk');
  expect(found(row, [sealOf('d1', '2026-12-31PM')])).toEqual([]);
  expect(found(row, [sealOf('d1', '2027-01-01AM')])).toHaveLength(1);
  expect(found(row, [sealOf('d1', '2036-01-01AM')], '2026-12-31')).toEqual([]);
  expect(found(rowOf('2025-12-31AM', 'kiosk'), [])).toEqual([
    expect.stringContaining('no device stood there'),
  ]);
});
