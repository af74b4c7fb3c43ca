import { countVi, halfDayVi, momentVi } from './write-vi.ts';
import { writeDay } from '../../shared/period.ts';

/** Settings, the checks before anybody is let in, and what a start prints. */
export const saidStartVi = {
  setting: {
    unusable: (name: string, expected: string) => `Thiết lập ${name} không dùng được: phải là ${expected}.`,
    text: 'chữ',
    expected: {
      PORT: 'số từ 0 đến 65535',
      HOST: 'tên máy hoặc địa chỉ, ví dụ localhost hoặc 0.0.0.0',
      DATABASE_URL: 'địa chỉ bắt đầu bằng postgres://',
      TRUSTED_PROXIES: 'các địa chỉ hoặc dải mạng, ví dụ 10.1.2.3, 10.1.0.0/16',
      DATABASE_POOL: 'số từ 1 đến 200',
      INSTANCE_ADDRESS: 'nơi các máy chủ khác liên lạc với máy chủ này, ví dụ 10.0.0.11:8080',
      DRAIN_SECONDS: 'số từ 0 đến 60',
      METRICS_TOKEN: 'ít nhất 16 ký tự, không có dấu cách',
      BACKUP_COPY_IS_ELSEWHERE: 'yes hoặc no',
      MAIL_HOST: 'tên của một máy chủ thư',
      MAIL_PORT: 'số từ 0 đến 65535',
      MAIL_TLS: 'tls, starttls hoặc none',
      MAIL_FROM: 'một địa chỉ thư thuần, ví dụ khaosat@lamkhe.gov.vn',
      PUBLIC_URL: 'địa chỉ mà mọi người mở, ví dụ https://khaosat.example.gov.vn',
    },
    mailFrom: (expected: string) => `Đã có MAIL_HOST thì cần cả thiết lập MAIL_FROM: ${expected}.`,
    mailOpen: 'MAIL_TLS=none chỉ dùng cho chương trình thư trên chính máy này (MAIL_HOST=localhost).',
    passwordFile: 'Không đọc được tệp trong MAIL_PASSWORD_FILE. Cho người dùng này quyền đọc tệp đó.',
  },
  clock: {
    beforeRelease: (nowMs: number, day: string) =>
      `Đồng hồ của máy này chỉ ${momentVi(nowMs)}, trước ngày phát hành chương trình (${writeDay(day)}). ` +
      'Chỉnh lại đồng hồ (timedatectl set-ntp true) rồi khởi động lại.',
    behind: (nowMs: number, newest: string) =>
      `Đồng hồ của máy này chỉ ${momentVi(nowMs)}, nhưng cơ sở dữ liệu đã có phiếu của ${halfDayVi(newest)}. ` +
      'Chỉnh lại đồng hồ (timedatectl set-ntp true) rồi khởi động lại. Nếu bây giờ đồng hồ đúng và trước đây chạy nhanh, ' +
      'xác nhận bằng lệnh: npm run sipas -- clock accept',
  },
  keys: {
    missing: (file: string) =>
      `Thiếu tệp khóa ${file}, mà cơ sở dữ liệu này đã được dùng với một tệp khóa. ${NEXT_KEYS}`,
    other: (file: string) => `Tệp khóa ${file} không phải là tệp đã dùng với cơ sở dữ liệu này. ${NEXT_KEYS}`,
  },
  portTaken: (port: number | string) =>
    `Cổng ${port} đang bị một chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: PORT=${Number(port) + 1} npm start`,
  cannotListen: (address: string | undefined, code: string) =>
    `Máy chủ không mở được địa chỉ ${address ?? 'này'} (${code}). Chọn địa chỉ khác bằng HOST=… và PORT=…`,
  unforeseen: (code: string) =>
    `Lỗi ngoài dự kiến (${code}). Chạy npm run sipas -- doctor; nếu vẫn lỗi, gửi các dòng dưới đây cho người hỗ trợ.`,
  filling: 'Đang tạo tỉnh minh họa Lâm Khê (chỉ một lần, tối đa nửa phút) …',
  filled: (submissions: number, seconds: number) =>
    `Đã tạo ${countVi(submissions)} phiếu minh họa trong ${seconds} giây.`,
  running: (base: string) => `Khảo sát mức độ hài lòng đang chạy tại ${base}`,
  setUp: {
    first:
      'Máy chủ chưa được thiết lập. Mở đường dẫn này (dùng một lần, trong một ngày), rồi làm theo từng bước.',
    besideDemo: 'Bắt đầu sử dụng chính thức cho đơn vị: mở đường dẫn này (dùng một lần, trong một ngày).',
    another: 'Đường dẫn khác',
    onlyHere: 'Địa chỉ này chỉ mở được trên máy này; để dùng thật, đặt PUBLIC_URL (xem README).',
  },
  kiosk: {
    head: 'Máy tính bảng',
    byCode: 'Đăng ký bằng mã lấy ở trang quản lý, hoặc: npm run sipas -- device',
    open: 'Mở trên máy tính bảng (hoặc trong trình duyệt này) để đăng ký; dùng một lần, trong một ngày:',
    enrolled: (base: string, pin: string) => `Đăng ký xong, mở ${base}/kiosk/ (PIN của trang cán bộ: ${pin})`,
  },
  phone: {
    head: 'Điện thoại',
    sees: 'Người dân quét mã QR tại quầy sẽ thấy:',
    howReal: '(để mở bằng điện thoại thật trong cùng mạng: HOST=0.0.0.0 npm start)',
    address: (address: string) => `Cho điện thoại: ${address}`,
  },
  dashboard: {
    head: 'Trang quản lý',
    signIn: 'Đăng nhập bằng tài khoản đã có. Quên mật khẩu: npm run sipas -- password TÊN',
    first: (unit: string) =>
      `Tài khoản đầu tiên của ${unit}: mở đường dẫn này (dùng một lần, trong một ngày)`,
    choose: 'rồi chọn tên đăng nhập và mật khẩu:',
  },
};
export type SaidStartWords = typeof saidStartVi;

const NEXT_KEYS =
  'Đặt lại bản đã cất riêng vào chỗ đó (nhiều máy chủ thì cùng một tệp) rồi khởi động lại. Chỉ khi tệp đã mất hẳn: npm run sipas -- keys renew';
