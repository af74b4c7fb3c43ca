/** Words of the page that shows a code to whoever stands at the counter. The panel itself is in both languages. */
export const counterVi = {
  title: 'Mã cho người dân tại quầy',
  lead: 'Mời người dân quét mã trên màn hình này. Mỗi mã dùng một lần và tự đổi khi có người mở.',
  point: 'Điểm tiếp nhận',
  choose: 'Chọn điểm tiếp nhận',
  field: 'Việc người dân vừa làm',
  anyField: 'Người dân tự chọn',
  next: 'Người tiếp theo',
  full: 'Toàn màn hình',
  loading: 'Đang lấy mã…',
  none: 'Chưa có điểm tiếp nhận nào đang khảo sát trong phạm vi của tài khoản này.',
  used: 'Mã trước đã dùng. Đây là mã mới.',
  renewed: 'Mã trước đã hết hạn. Đây là mã mới.',
  fresh: 'Đã đổi mã cho người tiếp theo.',
  notAsking: 'Điểm tiếp nhận này hiện không có đợt khảo sát nào, nên chưa có mã.',
  privacy: 'Cán bộ chỉ thấy mã đã được mở, không thấy người dân có trả lời hay không và trả lời gì.',
};
export type CounterWords = typeof counterVi;
