import { expect, test } from 'vitest';
import { managersVi } from './managers-vi.ts';
import { writeMethod } from './write-method.ts';

test('the default method is printed in its fixed wording', () => {
  expect(writeMethod({ statistic: 'top2', aggregation: 'pooled' }, managersVi)).toBe(
    'Cách tính: tỷ lệ câu trả lời “Hài lòng” và “Rất hài lòng” trên tổng số câu trả lời hợp lệ, gộp từ số đếm gốc ' +
      '(phiếu nhanh: mỗi câu trả lời nhân trọng số cố định của câu hỏi); không tính “Không có ý kiến”.',
  );
});

test('the mean names itself, and another aggregation is said', () => {
  expect(writeMethod({ statistic: 'mean5', aggregation: 'mean_items' }, managersVi)).toBe(
    'Cách tính: điểm trung bình ÷ 5 × 100, lấy trung bình cộng của các tiêu chí; không tính “Không có ý kiến”.',
  );
});
