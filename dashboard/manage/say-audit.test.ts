import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditEn } from '../text/audit-en.ts';
import { auditVi } from '../text/audit-vi.ts';
import { devicesVi } from '../text/devices-vi.ts';
import { kindOfAct, sayAct, sayDetails } from './say-audit.ts';
import { sayFault } from './say-fault.ts';

const line = (details: Record<string, string | number | boolean | null>) => ({
  at: 0,
  who: null,
  role: null,
  what: 'device-retired',
  subject: null,
  details,
});

test('an act is said in words, and one without words is shown and not hidden', () => {
  expect(sayAct('device-retired', auditVi)).toBe('Thu hồi thiết bị');
  expect(sayAct('moon-landing', auditEn)).toBe('Another act (moon-landing)');
});

test('the name of what was acted on comes first, then the details that there are', () => {
  expect(
    sayDetails(line({ count: 12, name: 'Ki-ốt 1', note: 'vỡ màn hình', state: null }), auditVi, {}),
  ).toBe('Ki-ốt 1; số phiếu: 12; lý do: vỡ màn hình');
  expect(sayDetails(line({}), auditVi, {})).toBe('');
  expect(sayDetails(line({ state: 'retired', day: '2026-11-20' }), auditVi, devicesVi.states)).toBe(
    'tình trạng: Đã thu hồi; ngày: 20/11/2026',
  );
});

test('every act that has words falls into a kind that one can choose, the same in both languages', () => {
  expect(Object.keys(auditEn.acts).toSorted()).toEqual(Object.keys(auditVi.acts).toSorted());
  for (const what of Object.keys(auditVi.acts)) expect(auditVi.kinds).toHaveProperty(kindOfAct(what));
  expect(kindOfAct('quarantine-take')).toBe('review');
  expect(kindOfAct('sign-in-refused')).toBe('sign-in');
});

/** Words of acts as the server's sources write them down; a word put together there is named by its beginning. */
function actsOfServer(): string[] {
  const folder = join(import.meta.dirname, '../../server');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.ts$/.test(path),
  );
  return files.flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    if (!/audited\(|createPackGround\(/.test(text)) return [];
    const written = /\b(?:what: |audit\(store, context, )['`]([a-z-]+)['$]/g;
    return [...text.matchAll(written)].map(([, word]) => word!);
  });
}

test('every act that the server notes has words in both languages', () => {
  const acts = actsOfServer();
  expect(acts).toContain('device-moved');
  expect(acts).toContain('language-enabled');
  expect(acts).toContain('quarantine-');
  expect(acts).toContain('export-audit');
  for (const { acts: words } of [auditVi, auditEn]) {
    const known = Object.keys(words);
    const hasWords = (act: string) =>
      act.endsWith('-') ? known.some((word) => word.startsWith(act)) : act in words;
    expect(acts.filter((act) => !hasWords(act))).toEqual([]);
  }
});

test('what an operator changed is said although nothing bears its name', () => {
  expect(sayDetails({ ...line({}), subject: 'submissions 24' }, auditVi, {})).toBe('submissions 24');
  const id = '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8';
  expect(sayDetails({ ...line({}), subject: id }, auditVi, {})).toBe('');
});

test('a fault of a device is said with its number; one without words keeps its own', () => {
  expect(sayFault('outbox-restored-3', devicesVi)).toBe('Đã khôi phục 3 phiếu từ sổ dự phòng trên máy.');
  expect(sayFault('journal-fails', devicesVi)).toBe('Không ghi được sổ dự phòng trên máy.');
  expect(sayFault('toString', devicesVi)).toBe('Lỗi khác: toString');
});
