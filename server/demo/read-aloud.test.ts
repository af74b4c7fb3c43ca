import { expect, it } from 'vitest';
import { readAloud, vietnameseNumber } from './read-aloud.ts';

it('says Vietnamese numbers as people say them', () => {
  const said = [5, 8, 15, 18, 20, 21, 24, 35, 90, 100, 105, 300, 315].map(vietnameseNumber);
  expect(said).toEqual([
    'năm',
    'tám',
    'mười lăm',
    'mười tám',
    'hai mươi',
    'hai mươi mốt',
    'hai mươi bốn',
    'ba mươi lăm',
    'chín mươi',
    'một trăm',
    'một trăm linh năm',
    'ba trăm',
    'ba trăm mười lăm',
  ]);
});

it('turns signs into words and leaves none that a speaking program would spell', () => {
  expect(readAloud(['Độ tuổi của Ông/Bà là gì?', '18–24', 'Trên 60', 'xem “Sửa lại”…'], 'vi')).toBe(
    'Độ tuổi của Ông Bà là gì? từ mười tám đến hai mươi bốn. Trên sáu mươi. xem Sửa lại.',
  );
  expect(readAloud(['forms/surveys (two):', '25–34 – no name'], 'en')).toBe(
    'forms or surveys two. 25 to 34, no name.',
  );
});
