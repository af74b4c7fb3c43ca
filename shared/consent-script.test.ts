import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CONSENT_PROMISE, fillConsent, LATE_WORDS, USUAL_CONSENT, usualScript } from './consent-script.ts';

test('a part in square brackets goes where one of its places has no value', () => {
  const text = 'Thủ tục[ về {lĩnh vực}] tại {nơi}.[ {trễ hẹn}]';
  expect(fillConsent(text, 'vi', { place: 'Quầy 1' })).toBe('Thủ tục tại Quầy 1.');
  expect(fillConsent(text, 'vi', { place: 'Quầy 1', field: 'Đất đai', late: LATE_WORDS.vi })).toBe(
    'Thủ tục về Đất đai tại Quầy 1. Hồ sơ này được trả kết quả trễ hẹn.',
  );
  expect(fillConsent('A matter[ of {field}].', 'en', { field: 'Land' })).toBe('A matter of Land.');
});

test('another wording is another version: people have agreed to this one', () => {
  const hash = createHash('sha256')
    .update(JSON.stringify([usualScript('assisted'), usualScript('call'), LATE_WORDS, CONSENT_PROMISE]))
    .digest('hex')
    .slice(0, 12);
  // the promise stands in the version of every office that has worded its own: with another one they need new versions
  expect({ versions: [USUAL_CONSENT.assisted.version, USUAL_CONSENT.call.version], hash }).toEqual({
    versions: ['v1', 'call-1'],
    hash: '906da07d7a49',
  });
});
