import type { Language } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';

const vi = {
  marks: {
    real: 'số liệu thật',
    demo: 'DỮ LIỆU MINH HỌA',
    training: 'LUYỆN TẬP',
  } satisfies Record<Tree, string>,
  about: 'Giới thiệu',
  forms: (part: number) => (part === 1 ? 'Phiếu' : `Phiếu ${part}`),
  title: 'PHIẾU TRẢ LỜI KHẢO SÁT MỨC ĐỘ HÀI LÒNG – DÀNH CHO THANH TRA, KIỂM TRA',
  custody:
    'Mỗi hàng là một phiếu trả lời. Bảo quản kín, không công bố, không tìm cách nhận ra người trả lời (Luật Bảo vệ dữ liệu cá nhân, Điều 14).',
  unit: 'Đơn vị',
  period: 'Kỳ',
  all: 'tất cả phiếu đang lưu',
  asOf: 'Số liệu ngày',
  rows: 'Số phiếu',
  sums: 'Mã kiểm tra SHA-256',
  manifest: 'Số phiếu và mã kiểm tra SHA-256 của từng tệp: manifest.json.',
  left: 'Không có trong tệp này: giới tính, độ tuổi, loại người trả lời, ngôn ngữ, buổi trả lời và góp ý. Những nội dung này không được đặt cạnh nhau trong một hàng.',
  answers:
    'Câu trả lời: 1 = rất không hài lòng … 5 = rất hài lòng; no-opinion = không có ý kiến; not-reached = chưa đến câu này; blank = để trống (phiếu giấy); ô trống = không hỏi.',
  codes:
    'Tình trạng: counted = được tính, flagged = được tính và bị đánh dấu, excluded = đã loại theo quyết định xem xét. Hợp lệ: 1 = có, 0 = không; chỉ phiếu hợp lệ vào kết quả. Nửa tháng: /1 = ngày 1–14, /2 = từ ngày 15.',
  order: 'Thứ tự các hàng theo mã ngẫu nhiên, không theo thời gian.',
  excel: 'Một trang tính Excel chứa được 1.048.576 hàng; nhiều hơn thì phần tiếp theo nằm ở trang tính sau.',
};
export type ExportWords = typeof vi;

const en: ExportWords = {
  marks: {
    real: 'real data',
    demo: 'DỮ LIỆU MINH HỌA (demonstration data)',
    training: 'LUYỆN TẬP (training)',
  },
  about: 'About',
  forms: (part) => (part === 1 ? 'Forms' : `Forms ${part}`),
  title: 'FORMS OF THE SATISFACTION SURVEY – FOR AUDIT AND INSPECTION',
  custody:
    'Each row is one form. Keep it safe; never publish it; do not try to find out who answered (Law on Personal Data Protection, Article 14).',
  unit: 'Unit',
  period: 'Period',
  all: 'all forms that are stored',
  asOf: 'As of',
  rows: 'Forms',
  sums: 'SHA-256',
  manifest: 'How many forms there are, and the SHA-256 of each file: manifest.json.',
  left: 'Not in this file: sex, age, kind of respondent, language, half-day and remarks. They are not set beside each other in a row.',
  answers:
    'Answers: 1 = very dissatisfied … 5 = very satisfied; no-opinion; not-reached; blank = left blank on paper; an empty cell = not asked.',
  codes:
    'Standing: counted; flagged = counted, with a mark; excluded = left out by a decision of a review. Valid: 1 = yes, 0 = no; only valid forms enter figures. Half-month: /1 = days 1–14, /2 = from the 15th.',
  order: 'Rows are in the order of their random ids, not of time.',
  excel: 'An Excel sheet holds 1,048,576 rows; further rows go on in the next sheet.',
};

/** What files of rows say beside their rows. */
export const exportWords: Readonly<Record<Language, ExportWords>> = { vi, en };
