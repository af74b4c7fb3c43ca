/** Faults of the database, whatever keeps it: each says what to do. */
export const saidStoreVi = {
  folderNotMade: (folder: string) =>
    `Không tạo được thư mục dữ liệu ${folder}. Chọn thư mục khác bằng DATA_DIR=…`,
  unsafeSqlite: (version: string) =>
    `SQLite ${version} có thể làm mất dữ liệu. Cài đúng các phiên bản trong package-lock.json bằng lệnh npm ci.`,
  damaged: (file: string) =>
    `Cơ sở dữ liệu ${file} bị hỏng. Trong tệp chưa có gì bị sửa. Khôi phục bản sao lưu mới nhất: ` +
    'npm run sipas -- restore TỆP (tệp hỏng được chuyển sang một bên).',
  notWritable: (folder: string) =>
    `Không ghi được vào thư mục dữ liệu ${folder}. Cho người dùng này quyền ghi vào đó, hoặc chọn thư mục khác bằng DATA_DIR=…`,
  notOpened: (file: string, code: string) =>
    `Không mở được cơ sở dữ liệu ${file} (${code}). Chạy: npm run sipas -- doctor`,
  moved: (file: string, marker: string) =>
    `Cơ sở dữ liệu ${file} đã được chuyển sang PostgreSQL. Ghi cơ sở dữ liệu đó vào DATABASE_URL rồi khởi động lại. ` +
    `Chỉ khi việc chuyển chưa xong: chạy lại lệnh chuyển, hoặc xóa ${marker} để dùng tiếp ở đây.`,
  busyRestoring: (file: string) =>
    `Đang khôi phục hoặc chuyển ${file}. Chờ việc đó xong rồi chạy lại lệnh này.`,
  inUse: (file: string) => `Máy chủ hoặc một lệnh khác đang mở ${file}. Dừng máy chủ rồi chạy lại lệnh này.`,
  newer:
    'Cơ sở dữ liệu này đã được dùng với phiên bản mới hơn của chương trình và được giữ nguyên. Cài phiên bản đó ' +
    'hoặc phiên bản mới hơn nữa rồi khởi động lại.',
  notBrought:
    'Cơ sở dữ liệu do một phiên bản khác của chương trình tạo ra và không đưa lên phiên bản này được. ' +
    'Khôi phục bản sao lưu trước khi nâng cấp, hoặc cài lại phiên bản cũ.',
  otherWords: (id: string, version: number) =>
    `Phiên bản ${version} của bộ câu hỏi ${id} đã được ban hành với nội dung khác. Muốn sửa phải lập phiên bản mới.`,
  oddId: (id: string) =>
    `Không thiết bị nào làm ra phiếu mang mã ${id}: có người đã ghi thẳng vào cơ sở dữ liệu, và PostgreSQL không giữ được mã này. ` +
    'Chưa sửa gì. Tìm xem ai đã làm (lệnh verify cho biết người đó còn sửa gì), lấy dòng đó ra khỏi bảng submissions rồi chạy lại lệnh này.',
  nightElsewhere: 'Một tiến trình khác đang làm việc của đêm nay. Vài phút nữa xem lại.',
  busy: 'Một chương trình khác đang ghi vào cơ sở dữ liệu quá lâu. Chưa ghi gì cả. Chờ vài phút rồi chạy lại lệnh này.',
  away: 'Kết nối với cơ sở dữ liệu đã đứt giữa chừng. Chạy lại lệnh này; nếu vẫn lỗi, chạy: npm run sipas -- doctor',
  full: 'Ổ đĩa đã hết chỗ. Dọn bớt chỗ (không xóa gì trong thư mục dữ liệu) rồi chạy lại. Xem chỗ trống: npm run sipas -- doctor',
  noOpenPoint: (point: string) =>
    `Điểm tiếp nhận ${point} không hoạt động hoặc chưa có đợt khảo sát. Tạo đợt khảo sát cho điểm này trước.`,
  keysUnreadable: (file: string) =>
    `Không đọc được tệp khóa ${file}. Đặt lại bản đã cất riêng vào chỗ đó; chưa có gì bị sửa.`,
  /** What a look through a copy finds; each stands in a list. */
  found: {
    tally: (key: string) => `bảng đếm khác với kết quả đếm lại: ${key}`,
    rootHash: (n: number) => `niêm phong số ${n} không khớp với nội dung của nó`,
    rootOrder: (n: number) => `niêm phong số ${n} không nối tiếp niêm phong trước`,
    rootSeals: (n: number) => `niêm phong của các thiết bị trong niêm phong số ${n} không còn như khi ký`,
    rootEntries: (n: number) => `các mục ghi nhận trong niêm phong số ${n} không còn như khi ký`,
    dangling: 'một dòng trỏ đến dòng không có',
    table: (table: string, code: string) => `${table}: không đọc được (${code})`,
  },
};
export type SaidStoreWords = typeof saidStoreVi;
