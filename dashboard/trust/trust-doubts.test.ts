import { describe, expect, test } from 'vitest';
import type { ReviewView } from '../../shared/wire/cohort-review.ts';
import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import { type Doubt, doubtsOf, type Evidence, verdictOf } from './trust-doubts.ts';

const figure = (grey = false) => ({ percent: 92, n: grey ? 12 : 300, grey }) as unknown as ServedScore;
const FEW: ServedScore = { withheld: 'too-few' };
const trustOf = (change: Partial<Trust> = {}) =>
  ({
    figures: { policy: figure(), service: figure() },
    pairs: [],
    mix: null,
    proofs: [],
    ...change,
  }) as unknown as Trust;
const said = (evidence: Partial<Evidence>) => {
  const whole = { trust: trustOf(), devices: null, review: null, ...evidence };
  const doubts = doubtsOf(whole);
  return { verdict: verdictOf(whole, doubts), kinds: doubts.map(({ kind }: Doubt) => kind) };
};
const device = (missing: number, alarms: DeviceRow['alarms'] = []) =>
  ({ ledger: { missing }, alarms }) as unknown as DeviceRow;
const pair = (group: string, state: string) => ({ group, change: { points: -3, state } });

describe('whether a figure can be believed', () => {
  test('it can when nothing speaks against it, also where nothing is known of devices and reviews', () => {
    expect(said({})).toEqual({ verdict: 'good', kinds: [] });
    expect(said({ devices: [device(0)] }).verdict).toBe('good');
  });

  test('without a figure there is nothing to believe', () => {
    expect(said({ trust: trustOf({ figures: { policy: FEW, service: FEW } }) }).verdict).toBe('few');
    expect(said({ trust: trustOf({ figures: { policy: FEW, service: figure() } }) }).verdict).toBe('good');
  });

  test('each thing that speaks against it is said once, with its number where there is one', () => {
    const trust = trustOf({
      figures: { policy: figure(true), service: figure() },
      pairs: [pair('II', 'down'), pair('I', 'down')] as unknown as Trust['pairs'],
      mix: { period: 'x', groups: [{ verdict: 'mix' }] } as unknown as Trust['mix'],
      proofs: [
        { job: 'backup', night: '2026-11-20', ok: false },
        { job: 'root', night: '2026-11-20', ok: true },
      ],
    });
    const review = {
      points: [{ signs: ['fast'] }, { signs: [] }],
      dossiers: [{ above: 12 }, { above: 0 }, { above: null }],
    } as unknown as ReviewView;
    const devices = [device(3), device(4, ['seal-gap']), device(0, ['silent'])];
    const evidence = { trust, devices, review };
    expect(said(evidence)).toEqual({
      verdict: 'careful',
      kinds: ['flagged', 'mix', 'unlike', 'dossiers', 'missing', 'seals', 'proof', 'grey'],
    });
    expect(doubtsOf(evidence)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'missing', count: 7 }),
        expect.objectContaining({ kind: 'seals', count: 1 }),
        expect.objectContaining({ kind: 'proof', jobs: ['backup'] }),
      ]),
    );
  });

  test('a difference that the test does not tell from chance, and one of the overall question alone, are no doubts', () => {
    const pairs = [pair('II', 'not-clear'), pair('overall', 'down')] as unknown as Trust['pairs'];
    expect(said({ trust: trustOf({ pairs }) }).verdict).toBe('good');
  });
});
