import type { Language } from '../../shared/questionnaire.ts';
import type { TargetState } from '../../shared/wire/overview.ts';

const chartVi = {
  policy: 'Việc xây dựng, tổ chức thực hiện chính sách công (%)',
  service: 'Việc cung ứng dịch vụ hành chính công (%)',
  target: (percent: string) => `Mục tiêu ${percent}\u00a0%`,
  withheld: 'không công bố',
  nothing: 'không có tháng nào được công bố',
  trend: 'Kết quả theo tháng',
  trendKey:
    'Dải xám: khoảng tin cậy 95\u00a0%. Chấm rỗng: dưới 30 phiếu. Nét đứt: mục tiêu. Chỗ ngắt: tháng không công bố.',
  trendAlt: 'Biểu đồ đường: kết quả từng tháng kèm khoảng tin cậy 95\u00a0%.',
  factors: 'Kết quả theo yếu tố và khoảng tin cậy 95\u00a0%',
  factorsKey: 'Chấm: kết quả (%). Vạch ngang: khoảng tin cậy 95\u00a0%. Chấm rỗng: dưới 30 phiếu.',
  factorsAlt: 'Biểu đồ: kết quả từng yếu tố kèm khoảng tin cậy 95\u00a0%.',
  gaps: 'Chênh lệch so với mục tiêu, theo yếu tố (điểm phần trăm)',
  gapsKey: 'Chỉ kết luận đạt hoặc chưa đạt khi cả khoảng tin cậy nằm về một phía của mục tiêu.',
  gapsAlt: 'Biểu đồ thanh: từng yếu tố cách mục tiêu bao nhiêu điểm phần trăm.',
  states: {
    met: 'đạt',
    'not-met': 'chưa đạt',
    'cannot-tell': 'chưa kết luận được',
  } satisfies Record<TargetState, string>,
};

const chartEn: typeof chartVi = {
  policy: 'Making and carrying out public policy (%)',
  service: 'Delivery of public administrative services (%)',
  target: (percent) => `Target ${percent}\u00a0%`,
  withheld: 'not published',
  nothing: 'no month is published',
  trend: 'Results by month',
  trendKey:
    'Grey band: 95\u00a0% interval. Hollow dot: fewer than 30 forms. Dashes: target. Gap: a month that is not published.',
  trendAlt: 'Line chart: the result of each month with its 95\u00a0% interval.',
  factors: 'Results by factor with 95\u00a0% intervals',
  factorsKey: 'Dot: result (%). Line: 95\u00a0% interval. Hollow dot: fewer than 30 forms.',
  factorsAlt: 'Chart: the result of each factor with its 95\u00a0% interval.',
  gaps: 'Distance from the target by factor (percentage points)',
  gapsKey: 'Met or not met is said only where the whole interval lies on one side of the target.',
  gapsAlt: 'Bar chart: by how many percentage points each factor is away from the target.',
  states: { met: 'met', 'not-met': 'not met', 'cannot-tell': 'cannot be told' },
};

/** What stands in the charts of a report, and what they are in words. */
export const chartWords: Readonly<Record<Language, typeof chartVi>> = { vi: chartVi, en: chartEn };
