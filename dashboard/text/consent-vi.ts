import type { ConsentKind, ConsentParts, ConsentPlace } from '../../shared/consent-script.ts';
import type { Language } from '../../shared/questionnaire.ts';

/** Words of the page of what is read out before interviews. */
export const consentVi = {
  title: 'Lời xin phép phỏng vấn',
  lead: 'Trước câu hỏi đầu tiên, cán bộ đọc lời này cho người dân nghe; người dân đồng ý thì mới hỏi. Mỗi lần đổi lời là một phiên bản mới, vì người đã đồng ý là đồng ý với đúng lời đã nghe.',
  loading: 'Đang tải…',
  unit: 'Xem lời xin phép của',
  unitHelp: 'Lời của một đơn vị dùng cho mọi đơn vị cấp dưới, trừ đơn vị tự soạn.',
  kinds: { assisted: 'Phỏng vấn trực tiếp', call: 'Phỏng vấn qua điện thoại' } satisfies Record<
    ConsentKind,
    string
  >,
  usual: 'Lời có sẵn của phần mềm.',
  by: (unit: string, since: string) => `${unit} soạn, dùng từ ngày ${since}.`,
  version: (version: string) => `Phiên bản ${version}.`,
  edit: 'Soạn lời khác',
  what: (unit: string) =>
    `Áp dụng cho ${unit} và mọi đơn vị cấp dưới không tự soạn. Điện thoại của cán bộ nhận lời mới khi liên lạc với máy chủ; khi không có mạng vẫn đọc lời nhận được gần nhất.`,
  promised:
    'Câu cam kết in đậm luôn được đọc, không sửa được: phần mềm bảo đảm điều đó, không phải từng đơn vị.',
  languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh' } satisfies Record<Language, string>,
  parts: {
    greeting: 'Lời chào và mục đích',
    more: 'Câu nói thêm sau cam kết (có thể để trống)',
    question: 'Câu hỏi xin phép',
  } satisfies Record<keyof ConsentParts, string>,
  greetingHelp: (places: string, free: string) =>
    `Phải có ${places}: máy tự điền. Có thể dùng thêm ${free}. Phần trong ngoặc vuông chỉ được đọc khi có thông tin. Tối đa 600 ký tự.`,
  helps: { more: 'Tối đa 300 ký tự.', question: 'Kết thúc bằng dấu hỏi. Tối đa 200 ký tự.' },
  greetingWrong: (places: string, loose: string) =>
    `Lời chào cần ít nhất 40 ký tự, có đủ ${places}; lĩnh vực phải nằm trong ngoặc vuông, ví dụ ${loose}. Không dùng chỗ điền khác.`,
  moreWrong: 'Câu này không dùng được ngoặc { } và [ ].',
  questionWrong: 'Cần một câu hỏi ít nhất 10 ký tự, kết thúc bằng dấu hỏi, không dùng ngoặc { } và [ ].',
  sounds: 'Người dân sẽ nghe (tên, nơi và ngày là ví dụ):',
  sample: {
    vi: { name: 'Trần Thị Hoa', place: 'Quầy 2', field: 'Hộ tịch', day: '10/11' },
    en: { name: 'Trần Thị Hoa', place: 'Counter 2', field: 'Civil status', day: '10/11' },
  } satisfies Record<Language, Partial<Record<ConsentPlace, string>>>,
  go: 'Dùng lời này',
  done: 'Đã ghi lời mới.',
  reset: 'Bỏ lời tự soạn',
  resetWhat:
    'Đơn vị trở lại dùng lời của cấp trên, hoặc lời có sẵn của phần mềm. Lời đã dùng vẫn được lưu dưới phiên bản của nó.',
  resetDone: 'Đã bỏ lời tự soạn.',
  earlier: 'Các phiên bản đơn vị đã soạn',
  earlierCaption: 'Phiên bản và lời đã soạn (tiếng Việt)',
  columns: ['Từ ngày', 'Hình thức', 'Phiên bản', 'Lời'],
};
export type ConsentTexts = typeof consentVi;
