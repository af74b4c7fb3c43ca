import * as v from 'valibot';
import { AGGREGATIONS, STATISTICS } from '../../shared/plan-choices.ts';
import { FORMS, type Text } from '../../shared/questionnaire.ts';
import { count, day } from '../../shared/wire/answer-parts.ts';
import { CUTS } from '../../shared/wire/cuts.ts';
import { BOARD_SPANS } from '../../shared/wire/late-board.ts';

/** What is asked for in an address, each with its words in both languages and an example. */
export interface AskedPart {
  readonly name: string;
  readonly schema: v.GenericSchema;
  readonly about: Text;
  readonly example: string;
  readonly isNeeded: boolean;
}

const part = (name: string, schema: v.GenericSchema, example: string, vi: string, en: string): AskedPart => ({
  name,
  schema,
  example,
  about: { vi, en },
  isNeeded: false,
});
/** Without it there is no answer. */
export const needed = (one: AskedPart): AskedPart => ({ ...one, isNeeded: true });

const text = v.string();
export const unit = part('unit', text, 'UNIT', 'Mã đơn vị, lấy từ /units.', 'Id of a unit, from /units.');
export const ownUnit = part(
  'unit',
  text,
  'UNIT',
  'Mã đơn vị, lấy từ /units. Bỏ trống: đơn vị của mã truy cập.',
  'Id of a unit, from /units. Left out: the unit of the access code.',
);
export const period = part(
  'period',
  v.pipe(v.string(), v.regex(/^(report|quarter|month|half)-20\d\d-[a-z0-9-]+$/)),
  'month-2026-11',
  'Mã kỳ: month-2026-11, half-2026-11-1, quarter-2026-4, report-2026-q1 (q1, h1, q2, q3, q4, year).',
  'Id of a period: month-2026-11, half-2026-11-1, quarter-2026-4, report-2026-q1 (q1, h1, q2, q3, q4, year).',
);
export const form = part(
  'form',
  v.picklist(FORMS),
  'express',
  'Loại phiếu: express (phiếu nhanh, mặc định) hoặc full (phiếu đầy đủ).',
  'Form: express (the default) or full.',
);
export const asOf = part(
  'asOf',
  day,
  '2026-11-20',
  'Cây đơn vị của ngày nào. Bỏ trống: ngày cuối kỳ, hoặc hôm nay khi kỳ còn mở.',
  'The day whose tree of units is taken. Left out: the last day of the period, or today while it is open.',
);
export const statistic = part(
  'statistic',
  v.picklist(STATISTICS),
  'top2',
  'Cách tính khác với cách của đợt khảo sát: top2 (tỷ lệ mức 4 và 5) hoặc mean5.',
  'Another statistic than that of the campaign: top2 (share of levels 4 and 5) or mean5.',
);
export const aggregation = part(
  'aggregation',
  v.picklist(AGGREGATIONS),
  'pooled',
  'Cách gộp khác với cách của đợt khảo sát.',
  'Another aggregation than that of the campaign.',
);
export const by = part(
  'by',
  v.picklist(CUTS),
  'channel',
  'Chia theo: đơn vị, điểm tiếp nhận, cơ quan có thẩm quyền, lĩnh vực, hình thức, loại phiếu, ngôn ngữ, giới tính, nhóm tuổi, đối tượng, đúng hạn, phiên bản.',
  'What to tell apart by: unit, service point, authority, field, channel, form, language, sex, age, kind, on time, version.',
);
export const group = part(
  'group',
  text,
  'II',
  'Nhóm câu hỏi: I (chính sách công), II (dịch vụ hành chính công), all, overall (câu hỏi chung), hoặc mã yếu tố như II.C.',
  'Group of questions: I (public policy), II (public administrative services), all, overall (the overall question), or the code of a factor such as II.C.',
);
export const value = part('value', text, 'kiosk', 'Dòng của cách chia `by`.', 'The row of the cut `by`.');
export const sideA = part(
  'a',
  text,
  'kiosk',
  'Dòng thứ nhất của cách chia `by`.',
  'First row of the cut `by`.',
);
export const sideB = part(
  'b',
  text,
  'rest',
  'Dòng thứ hai, hoặc rest: tất cả phiếu còn lại.',
  'Second row, or rest: all other forms.',
);
export const other = part(
  'other',
  period.schema,
  'month-2026-10',
  'Thay cho by, a, b: so cùng đơn vị với kỳ này.',
  'In the place of by, a and b: compares the unit with itself in this period.',
);
export const halfMonth = part(
  'halfMonth',
  v.pipe(v.string(), v.regex(/^\d{4}-\d\d\/[12]$/)),
  '2026-11/1',
  'Nửa tháng đã kết thúc. Bỏ trống: nửa tháng mới nhất.',
  'A half-month that has ended. Left out: the newest.',
);
export const version = part(
  'version',
  count,
  '1',
  'Phiên bản đã xác nhận. Bỏ trống: phiên bản mới nhất.',
  'The certified version. Left out: the newest.',
);
export const span = part(
  'span',
  v.picklist(BOARD_SPANS),
  'month',
  'Theo tuần (week) hoặc tháng (month, mặc định).',
  'By week or by month (the default).',
);
export const at = part(
  'at',
  text,
  '2026-11',
  'Tuần (ngày thứ Hai) hoặc tháng nào. Bỏ trống: mới nhất.',
  'Which week (its Monday) or month. Left out: the newest.',
);
