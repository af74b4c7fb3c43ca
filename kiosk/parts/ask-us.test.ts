import { expect, test } from 'vitest';
import { vi } from '../../shared/text/vi.ts';
import { askUs } from './ask-us.ts';

test('an office without a number is asked by no empty sentence', () => {
  expect(askUs(vi, { contact: undefined })).toEqual([]);
  expect(askUs(vi, { contact: '1900 1234' })).toEqual([
    'Nếu cần trao đổi với cơ quan, xin Ông/Bà gọi 1900 1234.',
  ]);
});
