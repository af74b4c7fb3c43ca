import { expect, test } from 'vitest';
import { noticeWords } from '../../shared/text/notice-words.ts';
import { RETENTION_SETTINGS } from '../../server/store/retention.ts';

test('the privacy notice promises the retention that the server carries out, in both languages', () => {
  const months = RETENTION_SETTINGS['retention.submission-months'].usual;
  const days = RETENTION_SETTINGS['retention.remark-days'].usual;
  const [vietnamese, english] = [noticeWords.vi, noticeWords.en].map(({ noticeParts }) =>
    noticeParts.map((part) => part[1]).join(' '),
  );
  expect(vietnamese).toContain(`thêm ${months} tháng`);
  expect(vietnamese).toContain(`góp ý ${days} ngày`);
  expect(english).toContain(`for ${months} months after`);
  expect(english).toContain(`for ${days} days`);
});

test('the notice says who asks, what for, that no name is asked, how long, and that it is a choice', () => {
  for (const { noticeParts } of [noticeWords.vi, noticeWords.en]) {
    expect(noticeParts).toHaveLength(5);
    expect(noticeParts[0][1]).toContain('{unit}');
  }
});
