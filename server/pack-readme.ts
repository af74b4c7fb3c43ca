import { type Missing, type Pack } from '../shared/language-pack.ts';
import { BUILT_IN_LANGUAGES, CLIP_BYTES_MOST } from '../shared/pack-limits.ts';

/** What whoever opens a pack's file reads first, in the language in which offices work. */
export function packReadme(pack: Pack, { texts, clips }: Missing): string {
  const isBuiltIn = BUILT_IN_LANGUAGES.includes(pack.code);
  const { id, version } = pack.questionnaire;
  const head = [
    `GÓI NGÔN NGỮ: ${pack.nameVi} (${pack.name}), mã ${pack.code}`,
    `Phiếu khảo sát ${id}, phiên bản ${version}`,
    isBuiltIn
      ? `Phần chữ đã có sẵn trong phần mềm. Còn thiếu ${clips.length} tệp thu âm.`
      : `Còn thiếu ${texts.length} câu chữ và ${clips.length} tệp thu âm.`,
  ];
  const parts = [...(isBuiltIn ? [] : [TRANSLATE]), RECORD, REVIEW, BRING];
  return `\uFEFF${[...head, '', ...parts.flatMap((part, i) => [`${i + 1}. ${part}`, ''])].join('\r\n')}`;
}

const lines = (title: string, ...points: string[]) =>
  [title, ...points.map((point) => `   - ${point}`)].join('\r\n');

const TRANSLATE = lines(
  'NGƯỜI DỊCH: tệp texts.csv',
  'Mở tệp bằng bảng tính (Excel, LibreOffice). Mỗi dòng là một câu, có nguyên văn tiếng Việt (cột vi) và tiếng Anh (cột en).',
  'Viết bản dịch vào cột text. Không sửa cột key. Lưu lại dưới dạng CSV UTF-8.',
  'Giữ nguyên những chữ trong ngoặc nhọn như {point}, {unit}, {at}: máy thay bằng tên cơ quan hoặc con số.',
  'Dịch đúng ý, không thêm, không bớt, không gợi ý câu trả lời. Năm mức hài lòng giữ đúng thứ tự. Không dùng máy dịch.',
);
const RECORD = lines(
  'NGƯỜI THU ÂM: tệp recordings.csv',
  'Mỗi dòng là một tệp thu âm: cột file là tên phải đặt, cột vi là lời tiếng Việt, cột text là lời cần đọc; cột recorded có dấu x là đã có.',
  `Tệp MP3 một kênh (mono), 48–64 kbit/s, không quá ${CLIP_BYTES_MOST / 1_000_000} MB, đặt trong thư mục clips.`,
  'Đọc chậm, rõ, giọng đều; không nhấn mạnh mức nào hơn mức nào. Thu ở nơi yên tĩnh, cùng một người cho cả gói.',
  'Bản thu dùng chung cho mọi nơi: chỗ nào màn hình ghi tên cơ quan thì đọc từ chung, ví dụ “điểm phục vụ hành chính công này”.',
);
const REVIEW = lines(
  'NGƯỜI RÀ SOÁT',
  'Là người nói thành thạo ngôn ngữ này và không phải người dịch. Đọc và nghe lại toàn bộ.',
  'Họ tên, ngày rà soát, tỉnh, phương ngữ được ghi trên trang “Ngôn ngữ và giọng đọc”. Khi chữ hoặc bản thu thay đổi thì phải rà soát lại.',
);
const BRING = lines(
  'ĐƯA VÀO PHẦN MỀM: trang Thiết lập › Ngôn ngữ và giọng đọc',
  'Nén toàn bộ các tệp này thành một tệp ZIP rồi chọn “Nhập gói”, hoặc mở trang của ngôn ngữ và chọn riêng tệp texts.csv hay thư mục clips.',
  'Trang cho xem trước những gì được nhận, những tên tệp không khớp và những gì còn thiếu, rồi mới ghi.',
);
