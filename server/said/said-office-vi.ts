import { writeDay } from '../../shared/period.ts';
import type { FieldFault } from '../../shared/wire/problem.ts';
import { countVi, momentVi } from './write-vi.ts';

/** Setting up an office, the demonstration, lists of fields, tallies, mail. */
export const saidOfficeVi = {
  office: {
    name: 'Ghi tên đơn vị và tên điểm tiếp nhận, mỗi tên trong dấu ngoặc kép: npm run sipas -- office "ĐƠN VỊ" "ĐIỂM TIẾP NHẬN"',
    kinds: (kinds: readonly string[]) => `Loại đơn vị (--kind) là một trong: ${kinds.join(', ')}.`,
    made: (unit: string, point: string, id: string) =>
      `Đã thiết lập: ${unit}, ${point} (điểm tiếp nhận ${id}).`,
    code: (address: string) => `Mã QR tại quầy mở: ${address}`,
    account: (link: string) => `Tài khoản đầu tiên (đường dẫn dùng một lần, trong một ngày): ${link}`,
    tablet: (point: string) => `Đăng ký máy tính bảng: npm run sipas -- device ${point}`,
  },
  catalogue: {
    unknown: 'Không có tỉnh mang mã này. Xem danh sách: npm run sipas -- catalogue',
    taken: (province: string, added: number, there: number) =>
      `${province}: thêm ${countVi(added)} đơn vị, ${countVi(there)} đơn vị đã có.`,
  },
  demo: {
    there:
      'Tỉnh minh họa Lâm Khê đã có. Muốn tạo lại: chạy npm run sipas -- demo remove, rồi npm run sipas -- demo fill.',
    realAnswers: (forms: number) =>
      `Cơ sở dữ liệu này có ${countVi(forms)} phiếu thật. Phiếu minh họa không được để chung với phiếu thật nên chưa tạo gì. ` +
      'Tạo tỉnh minh họa ở nơi riêng: DATA_DIR=./minh-hoa PORT=8090 npm start',
    filling:
      'Đang tạo tỉnh minh họa Lâm Khê (tối đa nửa phút; trong lúc đó máy chủ đang chạy chưa nhận phiếu) …',
    filled: (submissions: number, unitCount: number, pointCount: number) =>
      `Đã tạo tỉnh minh họa Lâm Khê: ${countVi(submissions)} phiếu minh họa, ${countVi(unitCount)} đơn vị, ${countVi(pointCount)} điểm tiếp nhận. ` +
      'Mọi trang của tỉnh này mang chữ "DỮ LIỆU MINH HỌA".',
    account: (link: string) =>
      `Tài khoản của tỉnh minh họa (đường dẫn dùng một lần, trong một ngày): ${link}`,
    howRemove: 'Khi không cần nữa: npm run sipas -- demo remove',
    none: 'Ở đây không có tỉnh minh họa. Không phải xóa gì.',
    removed: (submissions: number, accounts: number, devices: number) =>
      `Đã xóa tỉnh minh họa cùng ${countVi(submissions)} phiếu minh họa, ${countVi(accounts)} tài khoản và ${countVi(devices)} thiết bị của tỉnh đó. Dữ liệu thật giữ nguyên.`,
  },
  rebuild: {
    equal: (submissions: number, cells: number) =>
      `Đã đếm lại ${countVi(submissions)} phiếu: cả ${countVi(cells)} bảng đếm đều khớp từng byte.`,
    differ: (count: number, cells: number, keys: readonly string[]) =>
      `${countVi(count)} trong ${countVi(cells)} bảng đếm khác với kết quả đếm lại. Sửa bằng lệnh: npm run sipas -- rebuild\n  ${keys.join('\n  ')}`,
    replaced: (count: number, submissions: number, keys: readonly string[]) =>
      `${countVi(count)} bảng đếm khác với kết quả đếm lại ${countVi(submissions)} phiếu và đã được thay:\n  ${keys.join('\n  ')}`,
  },
  tallies: {
    name: 'Ghi mã điểm tiếp nhận. Xem danh sách: npm run sipas -- device',
    none: 'Điểm tiếp nhận này chưa có bảng đếm nào.',
    line: (key: string, submissions: number, valid: number, partial: number) =>
      `${key}: ${countVi(submissions)} phiếu, ${countVi(valid)} hợp lệ, ${countVi(partial)} chưa trả lời hết`,
  },
  fields: {
    done: (added: number, changed: number, ended: number, same: number) =>
      `Thêm ${countVi(added)}, sửa ${countVi(changed)}, ${ended > 0 ? `kết thúc theo lĩnh vực ${countVi(ended)}, ` : ''}giữ nguyên ${countVi(same)}.`,
    onlyChecked: 'Chưa ghi gì (--check).',
    notUtf8: (file: string) => `${file} không phải là tệp UTF-8. Lưu lại dưới dạng "CSV UTF-8".`,
    refused: 'Chưa nhập gì:',
    tooLong: '  Danh sách có hơn 5000 dòng.',
    head: '  dòng 1 phải nêu các cột code, name_vi, field và không có cột lạ',
    line: (line: string, column: string | undefined, why: string) =>
      `  dòng ${line}${column ? `, ${column}` : ''}: ${why}`,
    why: {
      needed: 'để trống',
      'too-long': 'quá dài',
      wrong: 'không đúng dạng',
      unknown: 'nêu mã không có',
      taken: 'có hai lần trong danh sách',
      order: 'kết thúc trước khi bắt đầu',
      'too-late': 'kết thúc sau lĩnh vực của nó',
      'too-many': 'có quá nhiều ô',
    } as Partial<Record<FieldFault, string>>,
    more: (count: number) => `  … và ${countVi(count)} dòng nữa`,
    field: (code: string, name: string, procedures: number, until: string | null) =>
      `  ${code}  ${name}: ${countVi(procedures)} thủ tục${until ? `, đến hết ${writeDay(until)}` : ''}`,
    none: 'Chưa có lĩnh vực nào. Nhập danh sách kèm theo: npm run sipas -- fields commune',
  },
  mail: {
    off: 'Chưa dùng thư điện tử: chưa đặt MAIL_HOST (docs/operations.md, mục "E-mail").',
    address: 'Ghi một địa chỉ thư: npm run sipas -- mail test ĐỊA_CHỈ',
    sent: 'Máy chủ thư đã nhận thư thử.',
    refused: (word: string) =>
      `Chưa gửi được thư (${word}). Máy chủ thư không nhận địa chỉ này hoặc MAIL_FROM.`,
    later: (word: string) => `Chưa gửi được thư (${word}). Máy chủ thư bảo thử lại sau.`,
    trouble: (word: string) =>
      `Chưa gửi được thư (${word}). Kiểm tra MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER và mật khẩu.`,
    leaves: (host: string, port: number, tls: string, from: string) =>
      `Thư đi qua ${host}:${port} (${tls}), người gửi ${from}.`,
    never: 'Chưa gửi thư nào.',
    well: (at: number) => `Lần gửi gần nhất ${momentVi(at)}: mọi thư đã đi.`,
    met: (at: number, trouble: string) => `Lần gửi gần nhất ${momentVi(at)}: ${trouble}.`,
    counts: (waiting: number, failed: number) =>
      `Đang chờ: ${countVi(waiting)}, không gửi nữa: ${countVi(failed)}.`,
  },
};
export type SaidOfficeWords = typeof saidOfficeVi;
