import { expect, test } from 'vitest';
import { questionnaire, settings } from '../../tests/fakes/kiosk-setup.ts';
import { consentTexts, questionsAsked, scriptOf } from './consent-text.ts';

const interviewer = { name: 'Trần Thị Hoa', collects: true, codes: [] };

test('the consent text says who asks for whom, about what, how much, that no name is kept, and asks', () => {
  const asked = { interviewer: 'Trần Thị Hoa', field: 'Hộ tịch', questions: 8 };
  const script = scriptOf(interviewer, 'assisted');
  const [greeting, promise, question] = consentTexts(script, settings, asked, 'vi');
  expect(greeting).toBe(
    'Tôi là Trần Thị Hoa, xin hỏi ý kiến thay mặt UBND xã Đắk Lâm. Ông/Bà vừa làm thủ tục về Hộ tịch tại Quầy 1. Tôi xin hỏi 8 câu, khoảng 2 phút, để cơ quan phục vụ tốt hơn.',
  );
  expect(promise).toContain('không ghi tên và không ảnh hưởng đến hồ sơ');
  expect(question).toContain('đồng ý');
  const [unnamed] = consentTexts(
    script,
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

test('where the office has worded its own, that is read out and its version counts; the other kind stays as is usual', () => {
  const own = { version: 'own-0123456789', vi: ['Tôi là {tên}.', 'Không ghi tên.'], en: ['I am {name}.'] };
  const worded = { ...interviewer, consent: { assisted: own } };
  const script = scriptOf(worded, 'assisted');
  expect(script.version).toBe('own-0123456789');
  const asked = { interviewer: 'Hoa', field: undefined, questions: 8 };
  expect(consentTexts(script, settings, asked, 'vi')).toEqual(['Tôi là Hoa.', 'Không ghi tên.']);
  expect(scriptOf(worded, 'call').version).toBe('call-1');
});
