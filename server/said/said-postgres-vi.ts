/** What PostgreSQL needs to be: faults, dangers and warnings, each with what to do. */
export const saidPostgresVi = {
  cannot: {
    '3D000': (code: string) =>
      `Không có cơ sở dữ liệu PostgreSQL nêu trong DATABASE_URL (${code}). Tạo ra (createdb), hoặc sửa DATABASE_URL.`,
    '28P01': (code: string) =>
      `PostgreSQL trong DATABASE_URL không nhận tên và mật khẩu này (${code}). Sửa lại trong DATABASE_URL.`,
    '28000': (code: string) =>
      `PostgreSQL trong DATABASE_URL không cho tài khoản này kết nối từ máy này (${code}). Xem pg_hba.conf, hoặc sửa DATABASE_URL.`,
    '53300': (code: string) =>
      `PostgreSQL trong DATABASE_URL đã hết kết nối (${code}). Giảm DATABASE_POOL, hoặc tăng max_connections.`,
    other: (code: string) =>
      `PostgreSQL trong DATABASE_URL không trả lời (${code}). Khởi động PostgreSQL, hoặc sửa DATABASE_URL.`,
  },
  noTables:
    'Tài khoản trong DATABASE_URL không được tạo bảng trong cơ sở dữ liệu này. Cho tài khoản đó làm chủ cơ sở dữ liệu: ' +
    'alter database TÊN owner to TÀI_KHOẢN',
  busyRestoring: 'Đang khôi phục cơ sở dữ liệu PostgreSQL này. Chờ việc đó xong rồi chạy lại lệnh này.',
  inUse:
    'Máy chủ hoặc một lệnh khác đang mở cơ sở dữ liệu PostgreSQL này. Dừng máy chủ rồi chạy lại lệnh này.',
  holdLost: 'Kết nối giữ riêng cơ sở dữ liệu PostgreSQL này đã đứt. Chưa ghi gì cả. Chạy lại lệnh này.',
  tooOld: (version: number, oldest: number) =>
    `PostgreSQL ${version} quá cũ: cần phiên bản ${oldest} trở lên. Nâng cấp PostgreSQL (pg_upgrade) rồi khởi động lại.`,
  encoding: (encoding: string) =>
    `Cơ sở dữ liệu trong DATABASE_URL dùng mã ${encoding}, không ghi được mọi tên. Tạo cơ sở dữ liệu khác: ` +
    "create database TÊN template template0 encoding 'UTF8'",
  standby:
    'PostgreSQL trong DATABASE_URL là máy dự phòng, chỉ đọc được. Ghi máy chính vào DATABASE_URL, hoặc đưa máy này lên làm máy chính.',
  readOnly:
    'Cơ sở dữ liệu trong DATABASE_URL đang đặt ở chế độ chỉ đọc (default_transaction_read_only). Tắt chế độ đó cho ' +
    'cơ sở dữ liệu và tài khoản này rồi khởi động lại.',
  commitOff: (value: string) =>
    `Một tùy chọn trong DATABASE_URL đặt synchronous_commit là ${value}: mất điện sẽ mất phiếu đã báo là đã nhận. ` +
    'Bỏ tùy chọn đó.',
  fsync: (fix: string) =>
    `PostgreSQL này tắt fsync: mất điện sẽ mất hoặc hỏng cơ sở dữ liệu. Bật lên (${fix}) rồi khởi động lại.`,
  fullPageWrites: (fix: string) =>
    `PostgreSQL này tắt full_page_writes: mất điện có thể làm rách trang dữ liệu. Bật lên (${fix}) rồi khởi động lại.`,
  commitTimes:
    'PostgreSQL này bật track_commit_timestamp: nó ghi lại từng giây có phiếu. Tắt đi ' +
    '(alter system set track_commit_timestamp = off, rồi khởi động lại PostgreSQL), sau đó khởi động lại máy chủ này.',
  logsAnswers: (fix: string) =>
    'PostgreSQL này ghi các câu lệnh cùng giá trị vào nhật ký: nhật ký sẽ chứa câu trả lời của người dân. Bỏ giá trị ra ' +
    `(${fix}) rồi khởi động lại.`,
  checksums:
    'PostgreSQL này không dùng mã kiểm tra trang dữ liệu: ổ đĩa làm sai thì đến đêm, khi đếm lại, mới biết. ' +
    'Dừng PostgreSQL, chạy pg_checksums --enable rồi khởi động lại.',
  superuser:
    'Tài khoản trong DATABASE_URL có toàn quyền (superuser). Chỉ cần tài khoản làm chủ riêng cơ sở dữ liệu này: docs/deploy/postgres.md.',
  connections: (wanted: number, allowed: number) =>
    `Máy chủ này có thể mở ${wanted} kết nối, còn PostgreSQL chỉ cho mọi chương trình cộng lại ${allowed}. ` +
    'Giảm DATABASE_POOL, hoặc tăng max_connections.',
  warning: (sentence: string) => `CẢNH BÁO: ${sentence}`,
};
export type SaidPostgresWords = typeof saidPostgresVi;
