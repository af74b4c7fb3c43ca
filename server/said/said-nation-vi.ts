import { writeDay } from '../../shared/period.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import { countVi } from './write-vi.ts';

/** What a province hands up, and the nation adds up. */
export const saidNationVi = {
  exportName: 'Ghi một kỳ và một tệp mới: npm run sipas -- export-tallies report-2026-q1 TỆP',
  noProvince:
    'Đơn vị cao nhất của cơ sở dữ liệu này không phải là tỉnh nào trong danh mục kèm theo nên không có gì để nộp lên.',
  noCampaign: (province: string, period: string) =>
    `Trong kỳ ${period} không có đợt khảo sát nào của ${province}.`,
  stillOpen: (period: string, to: string) =>
    `Kỳ ${period} kéo dài đến hết ${writeDay(to)}: chỉ nộp kỳ đã kết thúc.`,
  exported: (file: string, province: string, period: string, bytes: number) =>
    `Đã ghi vào ${file}: những gì báo cáo kỳ ${period} của ${province} công bố, ${countVi(bytes)} byte, có chữ ký.\n` +
    'Trong đó không có gì mà báo cáo không công bố. Khóa để nhận ra chữ ký, ghi vào danh sách khóa của cả nước:',
  key: (code: string, key: string) => `  ${code} ${key}`,
  name: 'Ghi một kỳ, danh sách khóa của các tỉnh và thư mục chứa tệp của các tỉnh: npm run sipas -- nation report-2026-q1 KHÓA THƯ_MỤC',
  ending: 'Tên tệp phải có đuôi .csv, .json hoặc .xlsx.',
  noFiles: (folder: string) => `Trong ${folder} không có tệp nào.`,
  notFolder: (folder: string) => `${folder} không phải là thư mục.`,
  period:
    'Kỳ phải có dạng như report-2026-q1, report-2026-h1, report-2026-year, quarter-2026-3 hoặc month-2026-11.',
  keyLine: (line: number, file: string) => `Dòng ${line} của ${file} không phải là một mã tỉnh và một khóa.`,
  nothingAdded: (faults: readonly string[]) =>
    `${faults.join('\n')}\nChưa cộng gì. Đề nghị tỉnh gửi lại tệp, hoặc bỏ tệp đó ra khỏi thư mục: khi đó tỉnh được nêu là chưa có số liệu.`,
  form: (form: FormKind, questionnaire: string, version: number) =>
    `Phiếu ${FORMS_VI[form]}, bộ câu hỏi ${questionnaire} ${version}:`,
  area: { I: 'I, chính sách công', II: 'II, dịch vụ công' },
  figure: (area: string, figure: string, provinces: number, withheld: readonly string[]) =>
    `  ${area}: ${figure}; ${provinces} tỉnh${withheld.length > 0 ? `; không công bố: ${withheld.join(', ')}` : ''}`,
  noFigure: 'chưa có tỷ lệ',
  share: (share: string, from: string, to: string, n: number) =>
    `${comma(share)} % (95 %: ${comma(from)}–${comma(to)}; n ${countVi(n)})`,
  /** Why a file of a province is not taken. */
  file: (file: string, why: string) => `${file}: ${why}.`,
  why: {
    notTallies: 'không phải là tệp bảng đếm đã ký, hoặc bị cắt cụt',
    altered: 'đã bị sửa trên đường: nội dung không còn như khi ký',
    otherKind: 'không phải là tệp bảng đếm đã ký thuộc loại mà chương trình này đọc được',
    noKey: (code: string, name: string) =>
      `là của tỉnh ${code} (${name}), mà danh sách khóa không có khóa của tỉnh này`,
    otherKey: (code: string, name: string) =>
      `không được ký bằng khóa của tỉnh ${code} (${name}) trong danh sách`,
    line: (line: number) => `dòng ${line} ghi điều mà tệp loại này không ghi`,
    twice: (province: string, other: string) =>
      `là của ${province}, ${other} cũng vậy: mỗi tỉnh chỉ cộng một tệp`,
    otherPeriod: (own: string, period: string) => `là của kỳ ${own}, trong khi đang cộng kỳ ${period}`,
    early: (day: string, period: string, to: string) =>
      `được lập ngày ${writeDay(day)}, trước khi kỳ ${period} kết thúc (${writeDay(to)})`,
    method: (own: number, known: number) =>
      `được đếm theo phiên bản ${own} của cách tính, chương trình này dùng phiên bản ${known}`,
    versions: (own: string, file: string, other: string) =>
      `dùng bộ câu hỏi ${own}, còn ${file} dùng ${other}: hai phiên bản không bao giờ được cộng với nhau`,
    wording: (own: string, file: string) =>
      `dùng bộ câu hỏi ${own} có lời khác với ${file}: đó là hai bộ câu hỏi trùng tên`,
    formTwice: 'có một loại phiếu hai lần',
    figureTwice: (form: FormKind) => `có một kết quả của phiếu ${FORMS_VI[form]} hai lần`,
    impossible: 'có những con số tổng không thể có',
    subtractable: 'nêu số liệu của các đơn vị chi tiết đến mức có thể trừ ra từ một đến chín phiếu',
    few: (least: number) => `nêu kết quả của dưới ${least} phiếu`,
  },
};
export type SaidNationWords = typeof saidNationVi;

const FORMS_VI: Readonly<Record<FormKind, string>> = { express: 'nhanh', full: 'đầy đủ' };
const comma = (decimal: string) => decimal.replace('.', ',');
