import type { Channel } from '../../shared/submission.ts';
import type { PointsChange, TargetState, WithheldFigure } from '../../shared/wire/overview.ts';

/** What a report says in Vietnamese; the paragraph for the report on administrative reform first. */
export const reportVi = {
  marks: { real: '', demo: 'DỮ LIỆU MINH HỌA', training: 'LUYỆN TẬP' },
  withheld: {
    'too-few': 'chưa đủ số liệu để công bố (dưới 10 phiếu)',
    'no-answers': 'chưa có câu trả lời',
    'item-below-ten': 'chưa đủ số liệu để công bố (có tiêu chí dưới 10 câu trả lời)',
    complement: 'không công bố, để không suy ra được câu trả lời của nhóm dưới 10 phiếu',
  } satisfies Record<WithheldFigure['withheld'], string>,
  beside: (bounds: string, forms: string) => `khoảng tin cậy 95\u00a0%: ${bounds}; ${forms}`,
  forms: (count: string) => `${count} phiếu`,
  fewForms: (count: string) => `${count} phiếu, số phiếu còn ít`,
  and: ' và ',
  form: { express: 'phiếu nhanh', full: 'phiếu đầy đủ' },
  channels: {
    kiosk: 'máy tính bảng tại quầy',
    qr: 'mã QR tại quầy',
    ticket: 'phiếu mời dùng một lần',
    assisted: 'phỏng vấn trực tiếp',
    call: 'phỏng vấn qua điện thoại',
    paper: 'phiếu giấy',
  } satisfies Record<Channel, string>,
  paragraph: {
    begin: (period: string, dates: string, unit: string, form: string, channels: string) =>
      `Trong ${period} (${dates}), ${unit} tiến hành khảo sát mức độ hài lòng của người dân, tổ chức bằng ${form}${channels}.`,
    by: (list: string) => `, qua: ${list}`,
    outIn: (out: string, received: string) =>
      `Phát ra ${out} phiếu giấy; thu về ${received} phiếu bằng mọi hình thức`,
    in: (received: string) => `Thu về ${received} phiếu (khảo sát trên thiết bị điện tử, không phát phiếu)`,
    inAny: (received: string) => `Thu về ${received} phiếu bằng mọi hình thức`,
    valid: (valid: string) => `, trong đó có ${valid} phiếu hợp lệ`,
    ofShown: (shown: string) => `; số liệu tính trên ${shown} phiếu đã công bố`,
    none: 'Trong kỳ chưa thu được phiếu nào.',
    open: (moment: string) => `Kỳ chưa kết thúc; số liệu lúc ${moment}.`,
    result: (policy: string, service: string) => `Kết quả: ${policy} và ${service}.`,
    resultMean: (policy: string, service: string) =>
      `Kết quả (điểm trung bình ÷ 5 × 100): ${policy} và ${service}.`,
    policy: (share: string, beside: string) =>
      `${share} sự hài lòng trong việc ban hành, tổ chức thực hiện các chính sách (${beside})`,
    service: (share: string, beside: string) =>
      `${share} sự hài lòng trong việc cung ứng dịch vụ hành chính công (${beside})`,
    noPolicy: (why: string) =>
      `mức độ hài lòng trong việc ban hành, tổ chức thực hiện các chính sách: ${why}`,
    noService: (why: string) => `mức độ hài lòng trong việc cung ứng dịch vụ hành chính công: ${why}`,
    weakest: (first: string, second: string) => `Hai yếu tố có kết quả thấp nhất: ${first}; ${second}.`,
    tied: 'Không nêu hai yếu tố thấp nhất vì có nhiều yếu tố cùng một kết quả.',
    few: 'Chưa đủ số liệu để nêu hai yếu tố có kết quả thấp nhất.',
  },
  change: {
    up: (points: string) => `tăng ${points} điểm phần trăm, khác biệt rõ`,
    down: (points: string) => `giảm ${points} điểm phần trăm, khác biệt rõ`,
    'not-clear': (points: string) => `chênh ${points} điểm phần trăm, chưa đủ cơ sở để nói là có thay đổi`,
  } satisfies Record<PointsChange['state'], (points: string) => string>,
  noChange: 'không so sánh được, vì một trong hai kỳ không công bố kết quả',
  target: {
    met: 'đạt mục tiêu',
    'not-met': 'chưa đạt mục tiêu',
    'cannot-tell': 'chưa kết luận được so với mục tiêu',
  } satisfies Record<TargetState, string>,
};

export type ReportWords = typeof reportVi;
