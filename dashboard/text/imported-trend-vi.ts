import type { GroupBreak } from '../../shared/version-breaks.ts';
import type { Text } from '../../shared/questionnaire.ts';

const states: Record<GroupBreak, string> = {
  same: 'cùng các câu hỏi',
  reworded: 'vẫn những câu hỏi ấy nhưng có sửa lời văn',
  changed: 'các câu hỏi đã khác',
};

/** Words wherever figures of former years stand before a trend. */
export const importedTrendVi = {
  mark: 'số liệu nhập',
  /** One above the other under the axis; two letters for what is not a whole year. */
  part: { h1: '6 th.', q1: 'Quý I', q2: 'Quý II', q3: 'Quý III', q4: 'Quý IV' },
  name: (period: string, form: string) => `${period} (số liệu nhập; ${form})`,
  noInterval: 'không có khoảng tin cậy',
  forms: (count: string) => `n = ${count}`,
  note: 'Hình thoi rỗng bên trái vạch “số liệu nhập” là kết quả các năm trước do đơn vị nhập từ bảng số đếm, không do phần mềm này thu. Các điểm ấy không nối với nhau, không nối với các tháng, không dùng để kết luận tăng hay giảm.',
  why: 'Vì sao không có khoảng tin cậy: các câu trả lời trên một phiếu thường giống nhau, mà bảng số đếm theo tiêu chí không cho biết mức giống nhau ấy. Khoảng tính từ số câu trả lời sẽ hẹp hơn sự thật.',
  change: (from: string, to: string, policy: GroupBreak, service: GroupBreak) =>
    `Giữa ${from} và ${to}: đổi phiếu khảo sát. Chính sách: ${states[policy]}. Dịch vụ: ${states[service]}.`,
  now: (form: string, policy: GroupBreak, service: GroupBreak) =>
    `${form}, so với phiếu đang dùng: chính sách – ${states[policy]}; dịch vụ – ${states[service]}. Dù cùng câu hỏi, cách lấy mẫu và cách hỏi có thể đã khác.`,
  sources: 'Nguồn của số liệu nhập',
  source: (period: string, file: string, day: string, by: string | null) =>
    `${period}: nhập ngày ${day}${by === null ? '' : `, người nhập ${by}`}; mã kiểm tra của tệp (SHA-256) ${file}.`,
  replaced: (reason: string) => `Thay bảng trước, lý do: ${reason}`,
  formOf: (form: Text) => form.vi,
};
export type ImportedTrendWords = typeof importedTrendVi;
