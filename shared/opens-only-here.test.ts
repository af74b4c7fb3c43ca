import { expect, test } from 'vitest';
import { opensOnlyHere } from './opens-only-here.ts';

test('an address of this machine alone is known from one that others can open', () => {
  for (const here of ['http://localhost:8080/kiosk/', 'http://127.0.0.1/q/A', 'http://[::1]:8080/'])
    expect(opensOnlyHere(here)).toBe(true);
  for (const there of [
    'https://khaosat.example.gov.vn/',
    'http://192.168.1.5:8080/',
    'https://localhost.vn/',
  ])
    expect(opensOnlyHere(there)).toBe(false);
});
