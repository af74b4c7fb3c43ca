import { expect } from 'vitest';
import type { Submission } from '../../shared/submission.ts';
import { batchOf, bytesOf, keepSignedIn, type Office, openOffice, signInAs } from './office.ts';

/** Tuesday 3 November 2026, in the first half of the month; the 16th, after its close. */
export const IN_HALF = Date.parse('2026-11-03T10:00:00+07:00');
export const AFTER_HALF = Date.parse('2026-11-16T10:00:00+07:00');
/** An express form with an answer to each of its eight items. */
const ANSWERS: Submission['a'] = [5, 5, 4, 4, 3, 5, 4, 2];

/** Under `/api/v1/`; all take the same query. */
type AskedAddress =
  | 'cuts'
  | 'comparison'
  | 'passport'
  | 'overview'
  | 'report'
  | 'certified'
  | 'against-dossiers';

export interface AskedOffice {
  readonly office: Office;
  readonly device: { readonly id: string; readonly token: string };
  /** Brings express forms of the morning of 3 November. */
  take(count: number, change?: Partial<Submission>): Promise<void>;
  /** Asks for figures of the office in the first half of November; another query replaces what it names. */
  ask(address: AskedAddress, query: Readonly<Record<string, string>>): Promise<Response>;
  read<T>(address: AskedAddress, query: Readonly<Record<string, string>>): Promise<T>;
}

/** An office with one tablet and a manager who reads its figures. */
export async function openAskedOffice(): Promise<AskedOffice> {
  const office = await openOffice();
  const device = await office.enrol();
  const cookie = await signInAs(office, 'manager');
  office.now = IN_HALF;
  const ask: AskedOffice['ask'] = async (address, query) => {
    await keepSignedIn(office);
    const usual = { unit: office.unit, period: 'half-2026-11-1', form: 'express' };
    return office.call(`/api/v1/${address}?${new URLSearchParams({ ...usual, ...query })}`, { cookie });
  };
  return {
    office,
    device,
    async take(count, change = {}) {
      const ps = Array.from({ length: count }, () =>
        bytesOf(office, { b: '2026-11-03AM', a: ANSWERS, ...change }),
      );
      for (let i = 0; i < ps.length; i += 50) {
        const body = batchOf(device, ps.slice(i, i + 50));
        await office.call('/api/v1/batches', { body, token: device.token });
      }
    },
    ask,
    async read<T>(address: AskedAddress, query: Readonly<Record<string, string>>) {
      const response = await ask(address, query);
      expect(response.status).toBe(200);
      return (await response.json()) as T;
    },
  };
}
