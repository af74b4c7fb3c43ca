import { cutWords } from '../../shared/cut-words.ts';
import type { NotCompared } from '../../shared/wire/cuts.ts';
import type { CountFile } from '../../shared/wire/figure-counts.ts';

/** Words of the page that takes figures apart. */
export const detailVi = {
  title: (unit: string) => `Phân tích kết quả tại ${unit}`,
  loading: 'Đang tải số liệu…',
  choices: 'Chọn cách xem',
  by: 'Phân theo',
  ...cutWords.vi,
  places: 'Nơi tiếp nhận',
  work: 'Công việc',
  ways: 'Cách hỏi',
  people: 'Người trả lời',
  group: 'Kết quả',
  both: 'Chính sách và dịch vụ',
  factors: 'Yếu tố',
  tableTitle: (by: string) => `Phân theo: ${by.toLowerCase()}`,
  row: 'Nhóm',
  hidden: (count: string) => `${count} hàng chưa đủ số liệu để nêu`,
  noOpinion: (percent: string) => `Không có ý kiến: ${percent}`,
  noOpinionCol: 'Không có ý kiến',
  rank: (best: string, worst: string, of: string) =>
    best === worst ? `Thứ ${best} trong ${of}` : `Thứ ${best} đến ${worst} trong ${of}`,
  rankCol: 'Xếp hạng',
  rankNote:
    'Xếp theo tỷ lệ từ cao xuống. Những hàng chưa phân biệt được bằng kiểm định (Holm, mức 5 %) cùng mang một khoảng thứ hạng. Hàng dưới 10 phiếu và từng quầy không được xếp hạng.',
  totals: (name: string, shown: string, withheld: string, n: string) =>
    `${name}: đã nêu ${shown} + chưa đủ số liệu để nêu ${withheld} = ${n} phiếu.`,
  totalsUntold: (name: string, shown: string) =>
    `${name}: đã nêu ${shown} phiếu; phần còn lại chưa đủ số liệu để nêu.`,
  received: (received: string, shown: string) => `Đã nhận ${received} phiếu, bảng này gồm ${shown}.`,
  tooEarly:
    'Kỳ này chưa kết thúc. Số liệu theo đặc điểm của phiếu (lĩnh vực, ngôn ngữ, người trả lời…) chỉ được nêu sau khi kỳ kết thúc, để không ai đoán được câu trả lời của một người. Xin chọn một kỳ đã kết thúc.',
  toClosed: (period: string) => `Xem ${period}`,
  empty: 'Kỳ này chưa có phiếu nào để phân theo cách này.',
  mixed: 'Phiếu nhanh và phiếu đầy đủ không được cộng với nhau; mỗi loại đứng riêng một hàng.',
  versions: 'Các phiên bản bộ câu hỏi không được cộng hoặc trừ cho nhau; mỗi phiên bản đứng riêng một hàng.',
  channels:
    'Mỗi hình thức hỏi những người khác nhau, theo cách khác nhau: chênh lệch giữa hai hình thức không có nghĩa là nơi này phục vụ tốt hơn nơi kia.',
  compare: {
    title: 'So sánh',
    choose: (name: string) => `So sánh ${name}`,
    short: 'So sánh',
    hint: 'Đánh dấu hai hàng để so sánh.',
    one: (name: string) => `Đã chọn ${name}. Đánh dấu thêm một hàng, hoặc`,
    withRest: 'so với tất cả phiếu còn lại',
    rest: 'Các phiếu còn lại',
    restOf: (period: string) => `Phần còn lại của ${period.toLowerCase()}`,
    clear: 'Bỏ chọn',
    period: 'So với kỳ khác',
    periodNone: 'Không so',
    higher: (points: string) => `cao hơn ${points} điểm – khác biệt rõ`,
    lower: (points: string) => `thấp hơn ${points} điểm – khác biệt rõ`,
    more: (points: string) => `cao hơn ${points} điểm – chưa đủ cơ sở để nói là khác biệt thật`,
    less: (points: string) => `thấp hơn ${points} điểm – chưa đủ cơ sở để nói là khác biệt thật`,
    same: 'bằng nhau – không thấy khác biệt',
    rose: (points: string) => `tăng ${points} điểm – khác biệt rõ`,
    fell: (points: string) => `giảm ${points} điểm – khác biệt rõ`,
    roseUnsure: (points: string) => `tăng ${points} điểm – chưa đủ cơ sở để nói là thay đổi thật`,
    fellUnsure: (points: string) => `giảm ${points} điểm – chưa đủ cơ sở để nói là thay đổi thật`,
    unchanged: 'không đổi',
    not: {
      withheld: 'Không so sánh được: có bên chưa đủ số liệu.',
      forms: 'Không so sánh được: phiếu nhanh và phiếu đầy đủ hỏi số câu khác nhau.',
      versions: 'Không so sánh được: hai bên dùng hai phiên bản bộ câu hỏi.',
      methods: 'Không so sánh được: hai bên có cách tính khác nhau.',
      overlap: 'Không so sánh được: hai kỳ chồng lên nhau một phần.',
    } satisfies Record<NotCompared, string>,
    how: 'Kết luận bằng kiểm định hai tỷ lệ trên cỡ mẫu hiệu dụng, mức ý nghĩa 5 %.',
  },
  counts: {
    title: 'Xuất số liệu',
    hint: 'Bảng đang xem, với mọi kết quả và yếu tố: số phiếu, khoảng tin cậy và các tổng dùng để tính lại. Không có phiếu của riêng ai; hàng nào không nêu trên trang này thì trong tệp cũng không nêu. Mỗi lần xuất được ghi vào nhật ký.',
    file: {
      xlsx: ['Excel (XLSX)', 'Để xem và tính tiếp.'],
      csv: ['CSV', 'Để đưa vào phần mềm khác; UTF-8, phân cách bằng dấu phẩy.'],
      json: ['JSON', 'Để máy đọc: đúng những gì trang này nhận từ máy chủ.'],
    } satisfies Record<CountFile, readonly [name: string, what: string]>,
    download: (name: string) => `Xuất ${name}`,
    making: 'Đang lập tệp…',
    made: (name: string) => `Đã xuất ${name}.`,
  },
  passport: 'Lý lịch số liệu',
  passportOf: (name: string) => `Lý lịch số liệu: ${name}`,
};
export type DetailWords = typeof detailVi;
