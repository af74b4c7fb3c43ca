import { expect, test } from 'vitest';
import { devicesEn } from '../text/devices-en.ts';
import { devicesVi } from '../text/devices-vi.ts';
import { sayLamps } from './say-lamps.ts';
import { ledgerParts } from './write-ledger.ts';

const writeLedger = (...all: Parameters<typeof ledgerParts>) => ledgerParts(...all).join(' · ');

const none = { taken: 0, stored: 0, held: 0, waiting: 0, missing: 0, sealed: 0 };

test('a device whose forms have all come says so in three numbers', () => {
  expect(writeLedger({ ...none, taken: 1214, stored: 1214 }, devicesVi.ledger, 'vi')).toBe(
    'đã nhận 1.214 · đã lưu 1.214 · còn thiếu 0',
  );
  expect(writeLedger(none, devicesEn.ledger, 'en')).toBe('taken 0 · stored 0 · missing 0');
});

test('what waits and what is held are named beside what is missing, and are not called missing', () => {
  const ledger = { ...none, taken: 380, stored: 366, held: 5, waiting: 5, missing: 4 };
  expect(writeLedger(ledger, devicesVi.ledger, 'vi')).toBe(
    'đã nhận 380 · đã lưu 366 · chờ xem xét 5 · đang chờ gửi 5 · còn thiếu 4',
  );
});

test('the sentence above the list counts the lamps that are lit', () => {
  expect(sayLamps({ green: 10, amber: 1, red: 1, new: 0 }, devicesVi, 'vi')).toBe(
    '12 thiết bị: 10 bình thường, 1 cần lưu ý, 1 cần xử lý ngay',
  );
  expect(sayLamps({ green: 1, amber: 0, red: 0, new: 1 }, devicesEn, 'en')).toBe(
    '2 devices: 1 well, 1 not enrolled',
  );
  expect(sayLamps({ green: 0, amber: 0, red: 0, new: 0 }, devicesVi, 'vi')).toBe('0 thiết bị đang dùng');
});
