import { writeDay } from '../../shared/period.ts';
import { countVi, momentVi } from './write-vi.ts';

/** Backups, restores, moves: what was done, what stopped it, and what to do next. */
export const saidBackupVi = {
  take: {
    copyHolds: (found: number, least: number, most: number) =>
      `bản sao có ${countVi(found)} phiếu, cơ sở dữ liệu có từ ${countVi(least)} đến ${countVi(most)}`,
    notGood: (faults: readonly string[]) =>
      `Bản sao lưu không đạt và không được giữ lại:\n  ${faults.join('\n  ')}\n` +
      'Đừng xóa các bản sao lưu cũ. Xem các bảng đếm: npm run sipas -- rebuild --check. ' +
      'Nếu chính cơ sở dữ liệu bị hỏng: dừng máy chủ và khôi phục bản sao lưu mới nhất.',
    noRoom: (folder: string, megabytes: number) =>
      `Không đủ chỗ để sao lưu trong ${folder} (cần ${countVi(megabytes)} MB). Dọn bớt chỗ ở đó, ` +
      'hoặc chọn thư mục khác bằng BACKUP_DIR=…',
    noFolder: (folder: string) => `không có thư mục ${folder}`,
    readBack: (file: string) => `nội dung đọc lại từ ${file} không giống bản gốc`,
    taken: (file: string) => `Đã sao lưu và kiểm tra: ${file}`,
    holds: (submissions: number, counted: string, roots: string) =>
      `  ${countVi(submissions)} phiếu, ${counted}, ${roots}`,
    sha256: (hash: string) => `  SHA-256 ${hash}`,
    elsewhere: (file: string) =>
      `Đã chép sang ${file} và đọc lại được. Từ nay các thiết bị được dọn dần những phiếu đã có trong bản này.`,
    sameDisk: (file: string) =>
      `Đã chép sang ${file}, nhưng đó là cùng ổ đĩa với cơ sở dữ liệu: ổ hỏng thì mất cả hai.\n` +
      'Đặt BACKUP_COPY_DIR là thư mục của một máy khác (nếu đúng là máy khác rồi: BACKUP_COPY_IS_ELSEWHERE=yes).',
    notCopied: (why: string) =>
      `Chưa chép được (${why}). Sửa BACKUP_COPY_DIR rồi sao lưu lại: npm run sipas -- backup`,
    noCopyFolder: 'Chưa đặt thư mục trên máy khác (BACKUP_COPY_DIR).',
    notRelied: (sha256: string) =>
      'Các thiết bị chưa được dọn phiếu theo bản này. Sau khi tự chép sang máy khác, xác nhận bằng lệnh:\n' +
      `  npm run sipas -- backup confirm ${sha256}`,
    keysApart:
      'Tệp khóa (keys.json trong thư mục dữ liệu) không nằm trong bản sao lưu nào: cất riêng một bản, ở nơi chỉ người phụ trách đọc được.',
  },
  counted: {
    all: 'đã đếm lại mọi bảng đếm',
    some: (halfMonths: readonly string[]) => `đã đếm lại bảng đếm của ${halfMonths.join(', ')}`,
    roots: (n: number) => `đã tính lại niêm phong đến số ${n}`,
    noRoot: 'chưa có niêm phong nào',
  },
  list: {
    line: (day: string, file: string, submissions: number, offMachine: boolean, sha256: string) =>
      `${writeDay(day)}  ${file}  ${countVi(submissions)} phiếu  ${offMachine ? 'có cả trên máy khác' : 'chỉ ở máy này'}  ${sha256}`,
    none: 'Chưa có bản sao lưu nào. Sao lưu ngay: npm run sipas -- backup',
    unknown:
      'Không có bản sao lưu đã kiểm tra nào mang mã SHA-256 này. Xem danh sách: npm run sipas -- backup list',
    confirmed:
      'Đã ghi nhận: bản sao lưu này nằm trên máy khác. Các thiết bị được dọn dần những phiếu đã có trong đó.',
  },
  file: {
    missing: (file: string) => `Không có tệp ${file}. Xem danh sách: npm run sipas -- backup list`,
    notFile: (file: string) =>
      `${file} không phải là một tệp. Ghi đường dẫn đầy đủ của tệp .db: npm run sipas -- backup list`,
    alone: (file: string, manifest: string) =>
      `Cạnh ${file} không có ${manifest}, nên không biết bản sao lưu có nguyên vẹn không. Chép cả hai tệp.`,
    manifest: (manifest: string) => `Không đọc được ${manifest}. Dùng bản sao lưu khác hoặc bản chép khác.`,
    damaged: (file: string) =>
      `Bản sao lưu ${file} bị hỏng: không còn là tệp đã sao lưu. Dùng bản sao lưu khác hoặc bản chép khác.`,
    unusable: (file: string, differences: readonly string[]) =>
      `Không dùng được bản sao lưu ${file}:\n  ${differences.join('\n  ')}\nDùng bản sao lưu khác hoặc bản chép khác.`,
    submissions: (found: number, wanted: number) => `có ${countVi(found)} phiếu thay vì ${countVi(wanted)}`,
    otherRoot: 'niêm phong khác với lúc sao lưu',
    otherSeals: 'niêm phong của các thiết bị khác với lúc sao lưu',
  },
  drill: {
    none: 'Chưa có bản sao lưu nào. Sao lưu ngay: npm run sipas -- backup',
    gone: (file: string) => `Bản sao lưu mới nhất ${file} không còn. Sao lưu ngay: npm run sipas -- backup`,
    other: (file: string) =>
      `${file} không phải là bản đã sao lưu dưới tên này. Sao lưu lại: npm run sipas -- backup`,
    restores: (file: string, submissions: number, seconds: number) =>
      `Đã khôi phục thử được bản mới nhất: ${file}, ${countVi(submissions)} phiếu, bảng đếm và niêm phong khớp, trong ${seconds} giây.`,
  },
  restore: {
    name: (example: string) => `Ghi tên tệp của bản sao lưu: npm run sipas -- restore ${example}`,
    notEmpty:
      'Cơ sở dữ liệu PostgreSQL trong DATABASE_URL không trống, và chương trình không bao giờ xóa gì ở đó. Tạo một cơ sở dữ liệu mới, ' +
      'trống (createdb), ghi vào DATABASE_URL rồi chạy lại lệnh này. Cơ sở dữ liệu cũ giữ nguyên.',
    restored: (submissions: number, at: number) =>
      `Đã khôi phục: ${countVi(submissions)} phiếu, tính đến ${momentVi(at)} (giờ Việt Nam); bảng đếm và niêm phong đã kiểm chứng.`,
    aside: (folder: string) => `Dữ liệu trước đó nằm trong ${folder}. Không xóa gì.`,
    next: [
      'Việc tiếp theo:',
      '  1. Đặt tệp keys.json đã cất vào thư mục dữ liệu, nếu ở đó không có.',
      '  2. npm start (nếu là dịch vụ: systemctl start sipas)',
      '  3. Máy tính bảng tự nhận ra việc khôi phục ở lần liên lạc sau và tự gửi lại những gì bản sao lưu này',
      '     không có. Cứ để máy bật; không phiếu nào bị tính hai lần. Trang "Thiết bị" cho biết khi nào đủ.',
      '  4. Mọi người phải đăng nhập lại. Tài khoản đã ngừng, mật khẩu đã đổi, thiết bị đã thu hồi sau lúc sao lưu',
      '     trở lại như lúc đó: xem lại cả hai danh sách.',
      '  5. Phiếu gửi từ điện thoại riêng sau lúc sao lưu đã mất; không thiết bị nào còn giữ.',
      '  6. npm run sipas -- backup',
    ].join('\n'),
  },
  move: {
    nameDatabase:
      'Ghi cơ sở dữ liệu PostgreSQL trống vào DATABASE_URL: DATABASE_URL=postgres://… npm run sipas -- move',
    noFile: (file: string) => `Không có cơ sở dữ liệu SQLite ${file}. Ghi thư mục của nó vào DATA_DIR.`,
    looking: 'Đang xem cơ sở dữ liệu SQLite có nguyên vẹn không …',
    copying: (submissions: number) => `Đang chép ${countVi(submissions)} phiếu và mọi thứ kèm theo …`,
    comparing: 'Đang so sánh hai bên từng dòng và đếm lại các bảng đếm …',
    otherVersion: (file: string) =>
      `${file} được dùng lần cuối với phiên bản khác của chương trình. Khởi động phiên bản này một lần không có DATABASE_URL, dừng lại, ` +
      'rồi chạy lại lệnh này.',
    notWhole: (file: string, faults: readonly string[]) =>
      `${file} không nguyên vẹn nên chưa chuyển gì:\n  ${faults.join('\n  ')}\n` +
      'Xem các bảng đếm: npm run sipas -- rebuild --check. Nếu cơ sở dữ liệu bị hỏng thì khôi phục bản sao lưu mới nhất.',
    notEmpty:
      'Cơ sở dữ liệu PostgreSQL trong DATABASE_URL không trống, và chương trình không bao giờ xóa gì ở đó. Nếu lần chuyển trước đã chép vào đó thì việc ' +
      'chuyển đã xong: khởi động với DATABASE_URL này. Nếu không, tạo một cơ sở dữ liệu mới, trống (createdb), ghi vào DATABASE_URL rồi chạy lại lệnh này.',
    rows: (table: string, found: number, wanted: number) =>
      `${table}: ${countVi(found)} dòng thay vì ${countVi(wanted)}, hoặc không phải đúng các dòng đó`,
    otherContents: 'phiếu, niêm phong khác với trước',
    different: (faults: readonly string[]) =>
      `Bản chép không giống bản gốc nên chưa chuyển gì:\n  ${faults.join('\n  ')}\nChạy lại lệnh này.`,
    brokenAtEnd: (marker: string) =>
      'Kết nối với PostgreSQL đứt đúng lúc việc chuyển đang được ghi nhận. Chạy lại lệnh này: lệnh sẽ chuyển xong, hoặc ' +
      `báo rằng cơ sở dữ liệu mới đã có dữ liệu. Trong lúc đó ${marker} giữ cho cơ sở dữ liệu SQLite không bị dùng nhầm.`,
    broken:
      'Kết nối với PostgreSQL đã đứt. Chưa chuyển gì; cơ sở dữ liệu SQLite vẫn như cũ. Chạy lại lệnh này.',
    moved: (submissions: number, rows: number, tables: number, counted: string, roots: string) =>
      `Đã chuyển: ${countVi(submissions)} phiếu, ${countVi(rows)} dòng của ${tables} bảng, so sánh từng dòng; ${counted}, ${roots}.`,
    left: (file: string, marker: string) =>
      `Cơ sở dữ liệu SQLite vẫn nằm nguyên trong ${file}; ${marker} giữ cho nó không bị dùng lại.`,
    next: [
      'Việc tiếp theo:',
      '  1. Ghi hẳn DATABASE_URL vào thiết lập của máy chủ (với systemd: /etc/sipas/sipas.env). DATA_DIR giữ nguyên: tệp',
      '     khóa và các bản sao lưu nằm ở đó.',
      '  2. npm start (nếu là dịch vụ: systemctl start sipas)',
      '  3. Không ai phải làm gì: người dùng vẫn đăng nhập, máy tính bảng tiếp tục và không gửi lại gì.',
      '  4. Sao lưu: npm run sipas -- backup',
      'Muốn quay lại: sao lưu, dừng máy chủ, bỏ DATABASE_URL khỏi thiết lập, rồi npm run sipas -- restore TỆP.',
    ].join('\n'),
  },
  migrate: {
    none: 'Chưa có cơ sở dữ liệu: lần khởi động đầu tiên sẽ tạo ra.',
    newer: (unknown: readonly string[]) =>
      `Cơ sở dữ liệu này đã được dùng với phiên bản mới hơn của chương trình (${unknown.join(', ')}) và được giữ nguyên. ` +
      'Cài lại phiên bản đó, hoặc khôi phục bản sao lưu trước khi nâng cấp.',
    fits: 'Cơ sở dữ liệu đúng với phiên bản này. Không phải làm gì.',
    lacks: (missing: readonly string[]) =>
      `Cơ sở dữ liệu còn thiếu ${missing.length} bước của phiên bản này: ${missing.join(', ')}. Chưa sửa gì (--check).`,
    brought: (missing: readonly string[]) =>
      `Đã đưa cơ sở dữ liệu lên phiên bản này qua ${missing.length} bước: ${missing.join(', ')}.`,
  },
};
export type SaidBackupWords = typeof saidBackupVi;
