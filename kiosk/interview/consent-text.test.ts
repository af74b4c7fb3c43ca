import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { questionnaire, settings } from '../../tests/fakes/kiosk-setup.ts';
import { CONSENT, consentTexts, questionsAsked } from './consent-text.ts';

test('the consent text says who asks for whom, about what, how much, that no name is kept, and asks', () => {
  const asked = { interviewer: 'Trần Thị Hoa', field: 'Hộ tịch', questions: 8 };
  const [greeting, promise, question] = consentTexts(settings, asked, 'vi');
  expect(greeting).toBe(
    'Tôi là Trần Thị Hoa, xin hỏi ý kiến thay mặt UBND xã Đắk Lâm. Ông/Bà vừa làm thủ tục về Hộ tịch tại Quầy 1. Tôi xin hỏi 8 câu, khoảng 2 phút, để cơ quan phục vụ tốt hơn.',
  );
  expect(promise).toContain('không ghi tên và không ảnh hưởng đến hồ sơ');
  expect(question).toContain('đồng ý');
  const [unnamed] = consentTexts(
    { ...settings, form: 'full' },
    { ...asked, field: undefined, questions: 40 },
    'en',
  );
  expect(unnamed).toContain('You have just had a matter dealt with at Counter 1.');
  expect(unnamed).toContain('40 questions, about 10 minutes');
});

test('counts the questions that will be asked', () => {
  expect([questionsAsked('express', questionnaire), questionsAsked('full', questionnaire)]).toEqual([8, 40]);
});

test('another wording is another version: people have agreed to this one', () => {
  const { version, ...words } = CONSENT;
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);
  expect({ version, hash }).toEqual({ version: 'v1', hash: 'e06b39f150ab' });
});
