import type { Role } from '../../shared/wire/overview.ts';
import { writeDay } from '../../shared/period.ts';
import { countVi } from './write-vi.ts';

/** Who may sign in, and tablets with what they took. */
export const saidPeopleVi = {
  roles: {
    administrator: 'quản trị viên',
    manager: 'người quản lý',
    staff: 'cán bộ',
    auditor: 'người kiểm tra',
    reader: 'người xem',
  } satisfies Record<Role, string>,
  noOffice: 'Chưa thiết lập đơn vị nào: npm run sipas -- set-up-link',
  account: (login: string, name: string, role: string, unit: string) =>
    `  ${login}  ${name}  ${role}  ${unit}`,
  secondFactor: 'có xác thực hai bước',
  neverSignedIn: 'chưa đăng nhập lần nào',
  signedIn: (day: string) => `đăng nhập gần nhất ${writeDay(day)}`,
  isClosed: 'ĐÃ NGỪNG',
  noAccounts: 'Chưa có tài khoản nào: npm run sipas -- administrator',
  setUpClosed:
    'Đã có đơn vị được thiết lập nên không thiết lập lại được. Thêm quản trị viên: npm run sipas -- administrator',
  setUpLink: (link: string) =>
    `Mở đường dẫn này trong một ngày (dùng một lần, thay cho đường dẫn trước):\n${link}`,
  oneOf: (units: readonly string[]) => `Ghi một trong các đơn vị này:\n${units.join('\n')}`,
  unit: (id: string, name: string) => `  ${id}  ${name}`,
  sayRole: (roles: readonly string[]) => `Ghi --role cùng một trong các vai trò: ${roles.join(', ')}.`,
  invited: (role: string, unit: string, link: string) =>
    `Gửi đường dẫn này cho ${role} mới của ${unit}; mở trong vòng một giờ, dùng một lần:\n${link}`,
  passwordLink: (name: string, link: string) =>
    `Gửi đường dẫn này cho ${name} để đặt mật khẩu mới; mở trong vòng một giờ, dùng một lần:\n${link}`,
  factorReset: (name: string) =>
    `${name} đã bị đăng xuất ở mọi nơi và sẽ thiết lập lại xác thực hai bước ở lần đăng nhập sau.`,
  closed: (login: string, name: string) => `Đã ngừng tài khoản ${login}. ${name} đã bị đăng xuất ở mọi nơi.`,
  wasLast: (login: string, name: string) =>
    `Đã ngừng tài khoản ${login}. ${name} đã bị đăng xuất ở mọi nơi. Đó là quản trị viên cuối cùng; thêm người khác: npm run sipas -- administrator`,
  notClosed: (login: string) => `Tài khoản ${login} đang dùng được, không phải làm gì.`,
  reopened: (name: string) => `${name} đăng nhập lại được, bằng mật khẩu cũ.`,
  nameAccount: 'Ghi tên đăng nhập. Xem danh sách: npm run sipas -- accounts',
  noAccount:
    'Không có tài khoản mang tên này. Xem danh sách: npm run sipas -- accounts. Thêm người mới: npm run sipas -- invite',
  device: {
    point: (id: string, name: string) => `${id}  ${name}`,
    openMinutes: 'Mở trên máy tính bảng trong mười phút (dùng một lần):',
    openDay: 'Mở trên máy tính bảng trong một ngày (dùng một lần):',
    code: (code: string) => `Hoặc gõ mã ở đó: ${code}`,
    pin: (pin: string) => `PIN của trang cán bộ trên máy, chỉ hiện một lần này: ${pin}`,
  },
  rescue: {
    name: 'Ghi tên tệp cứu hộ: npm run sipas -- rescue TỆP',
    damaged: 'Tệp này bị hỏng, hoặc được làm cho máy chủ khác. Chưa nhập gì.',
    noDevice: (id: string) => `Ở đây không có thiết bị ${id}. Chưa nhập gì.`,
    unreadable: (file: string) => `${file} không đọc được như một tệp cứu hộ. Chưa nhập gì.`,
    taken: (device: string, counts: RescueCounts) =>
      `${countVi(counts.items)} phiếu của ${device}: ${countVi(counts.stored)} phiếu mới, ${countVi(counts.dup)} phiếu đã có, ` +
      `${countVi(counts.held)} phiếu bị giữ lại, ${countVi(counts.conflict)} phiếu trùng mã nhưng khác nội dung. Đã có ${countVi(counts.seals)} niêm phong.`,
  },
  reattribute: {
    say: 'Ghi: reattribute TỪ ĐẾN --from 2026-11-01 --to 2026-11-14 --reason "ít nhất mười ký tự".',
    trees: 'Điểm thật, điểm minh họa và điểm tập huấn không bao giờ được lẫn với nhau.',
    done: (id: string, moved: number, from: string, to: string) =>
      `${id}: từ nay ${countVi(moved)} phiếu của ${from} được tính cho ${to}, phiếu đến muộn cũng vậy.`,
  },
  rows: {
    name: 'Ghi một đơn vị (danh sách: npm run sipas -- invite), một kỳ như report-2026-q1 hoặc "all", và một tệp mới có đuôi .zip hoặc .xlsx.',
    noPeriod: (period: string) =>
      `${period} không phải là một kỳ. Ví dụ: report-2026-q1, report-2026-year, quarter-2026-1, month-2026-11, half-2026-11-1, all.`,
    written: (file: string, rows: number) =>
      `Đã ghi vào ${file}: ${countVi(rows)} phiếu. Đó là câu trả lời gốc: cất kỹ, không gửi qua thư điện tử.`,
  },
};

export interface RescueCounts {
  readonly items: number;
  readonly stored: number;
  readonly dup: number;
  readonly held: number;
  readonly conflict: number;
  readonly seals: number;
}
export type SaidPeopleWords = typeof saidPeopleVi;
