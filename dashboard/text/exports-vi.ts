import type { RowFile } from '../../shared/wire/row-exports.ts';

/** Words of the page on which an auditor takes forms out. */
export const exportsVi = {
  title: 'Xuất phiếu cho thanh tra, kiểm tra',
  lead: 'Mỗi hàng là một phiếu trả lời. Chỉ vai trò “Người kiểm tra” được xuất; mỗi lần xuất được ghi vào nhật ký trước khi tệp rời máy chủ. Bảo quản tệp kín, không công bố, không tìm cách nhận ra người trả lời.',
  loading: 'Đang tải…',
  what: 'Loại tệp',
  files: {
    csv: ['CSV', 'Tệp nén (ZIP) gồm bảng phiếu, bản giới thiệu, số phiếu và mã kiểm tra SHA-256.'],
    jsonl: ['JSON Lines', 'Như CSV, mỗi dòng một đối tượng JSON, câu trả lời theo thứ tự đã hỏi.'],
    xlsx: [
      'Excel (XLSX)',
      'Một trang tính chứa được 1.048.576 hàng; nhiều hơn thì phần tiếp theo nằm ở trang tính sau. Bảng lớn nên dùng CSV.',
    ],
    package: [
      'Gói kiểm tra niêm phong',
      'Phiếu gốc cùng niêm phong của thiết bị, để chứng minh không phiếu nào bị sửa, bỏ hay thêm (lệnh verify).',
    ],
  } satisfies Record<RowFile, readonly [name: string, about: string]>,
  all: 'Tất cả phiếu đang lưu',
  left: 'Bảng phiếu không có giới tính, độ tuổi, loại người trả lời, ngôn ngữ, buổi trả lời và góp ý: đặt cạnh nhau trong một hàng, những nội dung này có thể làm lộ một người.',
  whole:
    'Gói gồm toàn bộ phiếu gốc trên máy chủ, kể cả những nội dung mà bảng phiếu không có, vì chỉ phiếu nguyên vẹn mới kiểm tra được niêm phong. Không gửi qua thư điện tử.',
  begin: 'Xuất phiếu',
  running: 'Đang xuất phiếu',
  waiting: 'Đang chuẩn bị…',
  rows: (count: string) => `Đã ghi ${count} phiếu.`,
  mayLeave: 'Trình duyệt đang tự ghi tệp xuống máy; có thể rời trang này.',
  cancel: 'Dừng xuất',
  done: (count: string) =>
    `Đã xuất ${count} phiếu. Số phiếu và mã kiểm tra SHA-256 nằm trong tệp manifest.json, bên trong tệp vừa tải.`,
  doneXlsx: (count: string) =>
    `Đã xuất ${count} phiếu. Số phiếu và mã kiểm tra SHA-256 nằm ở trang tính “Giới thiệu” của tệp vừa tải.`,
  cancelled: 'Đã dừng. Phần đã tải không dùng được, xin xóa.',
  failed:
    'Tệp chưa tải xong và không dùng được, xin xóa. Có thể mạng bị ngắt hoặc quá chậm; xin thử lại, hoặc chọn kỳ ngắn hơn.',
};
export type ExportsWords = typeof exportsVi;
