/** Words of the screen that sets up a second factor; it is loaded only where it is needed. */
export const secondFactorVi = {
  title: 'Thiết lập xác thực hai bước',
  lead: 'Tài khoản này xem được kết quả khảo sát của người dân, nên ngoài mật khẩu cần thêm một mã đổi mới sau mỗi 30 giây. Chỉ phải thiết lập một lần.',
  leadChosen:
    'Ngoài mật khẩu, mỗi lần đăng nhập sẽ cần thêm một mã đổi mới sau mỗi 30 giây. Người khác biết mật khẩu vẫn không vào được. Chỉ phải thiết lập một lần.',
  steps: [
    'Trên điện thoại, mở một ứng dụng tạo mã xác thực, ví dụ Google Authenticator hoặc Microsoft Authenticator.',
    'Trong ứng dụng, chọn thêm tài khoản rồi quét mã QR này.',
    'Nhập mã 6 chữ số mà ứng dụng đang hiện.',
  ],
  picture: 'Mã QR cho ứng dụng xác thực',
  byHand: 'Không quét được? Nhập khóa này vào ứng dụng:',
  code: 'Mã 6 chữ số',
  submit: 'Xác nhận',
  busy: 'Đang kiểm tra…',
  fillIn: 'Xin nhập đủ 6 chữ số.',
  wrong:
    'Mã chưa đúng. Xin đợi ứng dụng hiện mã mới rồi nhập lại; nếu vẫn chưa được, xin kiểm tra giờ trên điện thoại.',
  loading: 'Đang chuẩn bị mã…',
  retry: 'Thử lại',
  signOut: 'Đăng xuất, thiết lập sau',
  back: 'Để sau, về trang kết quả',
  tooOld: 'Mã QR đã quá 30 phút. Xin bấm “Thử lại” để có mã mới và quét lại bằng ứng dụng.',
};

export type SecondFactorWords = typeof secondFactorVi;
