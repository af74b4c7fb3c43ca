import { expect, test } from 'vitest';
import { settings } from '../../tests/fakes/kiosk-setup.ts';
import { sampleCase } from '../../tests/fakes/sample-case.ts';
import { usualScript } from '../../shared/consent-script.ts';
import { callConsentTexts } from './call-consent.ts';
import { placeOfCall } from './call-place.ts';

const read = (one: ReturnType<typeof sampleCase>, language: 'vi' | 'en' = 'vi') =>
  callConsentTexts(
    usualScript('call'),
    placeOfCall(settings, one),
    { interviewer: 'Trần Thị Hoa', one, questions: 8 },
    language,
  );

test('the consent text of a call says who calls for whom, about which day and field, and never the procedure', () => {
  const [greeting, promise, question] = read(sampleCase());
  expect(greeting).toBe(
    'Tôi là Trần Thị Hoa, gọi thay mặt UBND xã Đắk Lâm. Ngày 10/11, Ông/Bà nhận kết quả thủ tục về Hộ tịch tại Quầy 1. Tôi xin hỏi 8 câu, khoảng 2 phút, để cơ quan phục vụ tốt hơn.',
  );
  expect(promise).toContain('không kèm tên hay số điện thoại');
  expect(question).toContain('đồng ý');
  for (const language of ['vi', 'en'] as const)
    expect(read(sampleCase(), language).join()).not.toMatch(/khai sinh|birth|\{/);
});

test('of a late dossier the lateness is said first; an unnamed field is left out', () => {
  expect(read(sampleCase({ queue: 'late' }))[0]).toContain('trễ hẹn');
  expect(read(sampleCase({ field: null }), 'en')[0]).toContain('the result of a matter at Counter 1.');
});
