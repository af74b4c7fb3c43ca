import { expect, test } from 'vitest';
import { browserAddress, isWebView } from './browser-address.ts';

const ZALO =
  'Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12100768';
const PAGE = 'https://khaosat.example.gov.vn/kiosk/staff/#enrol=ABCD2345';

test('Android gets the whole address for its browser, the code behind # too', () => {
  expect(browserAddress(PAGE, ZALO)).toBe(
    'intent://khaosat.example.gov.vn/kiosk/staff/#enrol=ABCD2345#Intent;scheme=https;' +
      'action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
  );
});

test('elsewhere the address can only be copied', () => {
  expect(browserAddress(PAGE, 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Zalo')).toBeUndefined();
});

test('a page without service workers stands in another app, unless it is a plain address', () => {
  expect(isWebView({ isSecure: true, hasWorkers: false })).toBe(true);
  expect(isWebView({ isSecure: true, hasWorkers: true })).toBe(false);
  expect(isWebView({ isSecure: false, hasWorkers: false })).toBe(false);
});
