/** Words of the page that switches a unit's public page on and off. */
export const publicPageVi = {
  title: 'Trang công khai',
  lead: 'Mỗi đơn vị có thể có một trang cho mọi người xem kết quả khảo sát, không cần đăng nhập. Trang chỉ có khi đơn vị mở; mở và tắt đều được ghi vào nhật ký.',
  loading: 'Đang tải…',
  unit: 'Trang công khai của',
  unitHelp: 'Mở trang của một đơn vị không mở trang của đơn vị cấp dưới.',
  isOff: 'Trang đang tắt. Người ngoài mở địa chỉ này chỉ thấy “Không có trang này”.',
  isOn: (day: string, by: string) =>
    by === '' ? `Trang đang mở, từ ngày ${day}.` : `Trang đang mở, từ ngày ${day}, do ${by} mở.`,
  shows: 'Trang cho mọi người thấy',
  would: 'Khi mở, mọi người sẽ thấy',
  quarters: (list: string) =>
    `Hai tỷ lệ hài lòng kèm khoảng tin cậy, số phiếu, cách tính của các quý đã kết thúc. Hiện có: ${list}.`,
  noQuarters:
    'Hai tỷ lệ hài lòng của các quý đã kết thúc. Hiện chưa có quý nào đủ số liệu; quý mới tự xuất hiện khi kết thúc.',
  replies: (count: string) =>
    `“Góp ý – đã xử lý” của đơn vị: ${count} nội dung, và những nội dung công khai sau này.`,
  data: 'Các con số ấy dưới dạng dữ liệu mở (CSV, JSON), cho phép mọi người sử dụng lại theo giấy phép CC BY 4.0; bản đã tải xuống không thu hồi được.',
  contact: 'Số điện thoại mà đơn vị đang để người dân thấy.',
  never: 'Không có trên trang',
  nevers: [
    'Kỳ chưa kết thúc, kết quả theo yếu tố, theo điểm tiếp nhận, lĩnh vực hay nhóm người.',
    'Đơn vị cấp dưới, trừ khi trang của đơn vị ấy cũng được mở.',
    'Con số dưới 10 phiếu, hoặc con số mà đem trừ cho nhau giữa các trang sẽ lộ nhóm dưới 10 phiếu. Vì vậy có quý lãnh đạo xem được mà trang công khai không nêu.',
    'Ý kiến nguyên văn của người dân.',
  ],
  on: 'Mở trang công khai',
  onWhat: (unit: string) => `Kết quả của ${unit} sẽ mở cho mọi người, kể cả các công cụ tìm kiếm.`,
  onGo: 'Mở cho mọi người xem',
  onDone: 'Đã mở trang công khai.',
  off: 'Tắt trang công khai',
  offWhat: 'Trang và dữ liệu mở không còn xem được nữa, chậm nhất sau 5 phút.',
  offDone: 'Đã tắt trang công khai.',
  address: 'Địa chỉ trang',
  open: 'Xem trang công khai',
  qr: 'Mã QR của trang công khai',
  qrHelp: 'In hoặc chiếu mã này để người dân mở trang bằng điện thoại.',
  others: 'Các đơn vị đang mở trang',
};
export type PublicPageTexts = typeof publicPageVi;
