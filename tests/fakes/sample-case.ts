import type { CallCase } from '../../shared/wire/call-list.ts';

/** Friday 20 November 2026, 9:00 in Viet Nam: inside the hours of calls. */
export const FRIDAY_NINE = Date.parse('2026-11-20T02:00:00Z');
export const HOUR_MS = 3_600_000;

/** One dossier that was drawn, not called yet. */
export const sampleCase = (changes: Partial<CallCase> = {}): CallCase => ({
  id: 'case-1',
  queue: 'sample',
  number: '0912345678',
  code: 'H12.34-261110-0001',
  place: 'p1',
  point: { id: 'D1', vi: 'Quầy 1', en: 'Counter 1' },
  field: 'ht',
  procedure: { vi: 'Đăng ký khai sinh', en: 'Registration of a birth' },
  authority: null,
  counter: null,
  returnedOn: '2026-11-10',
  onTime: 'on',
  attempts: [],
  callbackAt: null,
  until: '2026-11-21',
  ...changes,
});
