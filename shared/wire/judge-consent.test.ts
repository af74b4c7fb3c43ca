import { expect, test } from 'vitest';
import { type ConsentKind, type ConsentParts, USUAL_CONSENT } from '../consent-script.ts';
import { judgeConsent } from './judge-consent.ts';

/** What is wrong with the Vietnamese greeting, or another part, of an otherwise usual wording. */
function faultOf(change: Partial<ConsentParts>, kind: ConsentKind = 'assisted') {
  const { vi, en } = USUAL_CONSENT[kind];
  return judgeConsent(kind, { vi: { ...vi, ...change }, en })
    .map(({ at, why }) => `${at} ${why}`)
    .join();
}
const GREETING = 'Tôi là {tên}, hỏi thay mặt {đơn vị}, {số câu} câu, khoảng {số phút} phút.';

test('what is usual can be taken as an office’s own wording', () => {
  for (const kind of ['assisted', 'call'] as const)
    expect(judgeConsent(kind, USUAL_CONSENT[kind])).toEqual([]);
  expect(faultOf({ greeting: GREETING, more: 'Xin nói thật lòng.' })).toBe('');
});

test('a wording without who asks, for whom and how much is not taken, and the fault names its field', () => {
  for (const place of ['{tên}', '{đơn vị}', '{số câu}', '{số phút}'])
    expect(faultOf({ greeting: GREETING.replace(place, 'nào đó') }), place).toBe('words.vi.greeting wrong');
  // left out where the field is not known: then nobody would be told for whom
  expect(faultOf({ greeting: GREETING.replace('{đơn vị}', '[{đơn vị} về {lĩnh vực}]') })).not.toBe('');
  expect(faultOf({ greeting: '' })).toBe('words.vi.greeting needed');
  expect(faultOf({ question: 'Xin mời Ông/Bà trả lời.' })).toBe('words.vi.question wrong');
  expect(faultOf({ more: 'Gửi {tên}' })).toBe('words.vi.more wrong');
  expect(faultOf({ greeting: GREETING.padEnd(601, '.') })).toBe('words.vi.greeting too-long');
});

test('places that nobody knows, or that are not always known, do not get through', () => {
  expect(faultOf({ greeting: `${GREETING} {họ tên}` })).not.toBe('');
  expect(faultOf({ greeting: `${GREETING} {name}` })).not.toBe('');
  expect(faultOf({ greeting: `${GREETING} {ngày}` })).not.toBe('');
  expect(faultOf({ greeting: `${GREETING} Về {lĩnh vực}.` })).not.toBe('');
  expect(faultOf({ greeting: `${GREETING}[ Về {lĩnh vực}.]` })).toBe('');
  for (const broken of ['[', ']', '{', '}', '[ x]', '{}', '[[{lĩnh vực}]]'])
    expect(faultOf({ greeting: `${GREETING}${broken}` }), broken).not.toBe('');
});

test('a call names its day, and lateness where there is one', () => {
  const greeting = USUAL_CONSENT.call.vi.greeting;
  expect(faultOf({ greeting: greeting.replace('Ngày {ngày}', 'Mới đây') }, 'call')).not.toBe('');
  expect(faultOf({ greeting: greeting.replace('[ {trễ hẹn}]', '') }, 'call')).not.toBe('');
});
