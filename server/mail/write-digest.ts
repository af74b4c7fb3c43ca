import type { Text } from '../../shared/questionnaire.ts';
import { writeDay } from '../../shared/period.ts';
import { oneLine } from './one-line.ts';

/** A place about which the digest tells. */
export interface DigestPlace {
  readonly point: Text;
  readonly unit: Text;
}

/** Constant: nothing that people typed stands in a header. */
export const SUBJECT = 'Cảnh báo điểm hài lòng thấp / Low satisfaction alert';

/** The digest of one half-day, Vietnamese first: places and half-day, no share, no count, nobody's name. */
export function writeDigest(
  places: readonly DigestPlace[],
  halfDay: string,
  publicUrl: string,
): { readonly subject: string; readonly body: string } {
  const day = writeDay(halfDay.slice(0, 10));
  const isMorning = halfDay.endsWith('AM');
  const list = (language: keyof Text) =>
    places.map(({ point, unit }) => `  - ${oneLine(point[language])} (${oneLine(unit[language])})`);
  const address = `${publicUrl}/dashboard/?page=alerts`;
  const body = [
    'Kính gửi Ông/Bà,',
    '',
    `Đến hết buổi ${isMorning ? 'sáng' : 'chiều'} ngày ${day}, tỷ lệ hài lòng của những phiếu gần nhất đã xuống dưới mức cảnh báo tại:`,
    ...list('vi'),
    '',
    'Xin đăng nhập để xem cảnh báo và việc nên làm:',
    address,
    '',
    'Thư do máy chủ khảo sát tự động gửi, không nêu tỷ lệ và số phiếu. Để ngừng nhận thư, xin xóa địa chỉ thư của mình tại trang trên.',
    '',
    '----------------------------------------',
    '',
    `By the end of the ${isMorning ? 'morning' : 'afternoon'} of ${day}, the share of satisfied people in the latest forms had fallen below the warning line at:`,
    ...list('en'),
    '',
    'Please sign in to see the alerts and what can be done:',
    address,
    '',
    'This message was sent by the survey server and names no share and no number of forms. To stop receiving it, remove your e-mail address on that page.',
    '',
  ];
  return { subject: SUBJECT, body: body.join('\n') };
}

/** What somebody sees who asks for a trial. */
export function writeTrial(publicUrl: string): { readonly subject: string; readonly body: string } {
  return {
    subject: 'Thư thử của máy chủ khảo sát / Test message',
    body: [
      'Máy chủ khảo sát gửi được thư đến địa chỉ này. Ông/Bà không cần làm gì thêm.',
      '',
      'The survey server can send messages to this address. Nothing needs to be done.',
      '',
      `${publicUrl}/dashboard/`,
      '',
    ].join('\n'),
  };
}
