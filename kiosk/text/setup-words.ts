/** Words for whoever sets a device up, always in both languages: nobody has chosen one yet. Title first. */
export const setupWords = {
  'not-enrolled': {
    vi: [
      'Thiết bị chưa được đăng ký',
      'Xin mở đường dẫn đăng ký do quản trị viên cấp cho thiết bị này. Mỗi đường dẫn chỉ dùng được một lần.',
    ],
    en: [
      'This device is not enrolled',
      'Please open the enrolment link that an administrator has made for this device. Each link works once.',
    ],
  },
  working: {
    vi: ['Đang đăng ký thiết bị', 'Xin chờ một chút…'],
    en: ['Enrolling this device', 'One moment…'],
  },
  unreachable: {
    vi: [
      'Chưa kết nối được với máy chủ',
      'Xin kiểm tra mạng; mạng này có thể yêu cầu đăng nhập trước. Thiết bị sẽ tự thử lại.',
    ],
    en: [
      'The server cannot be reached yet',
      'Please check the network; it may ask for a sign-in first. The device will try again by itself.',
    ],
  },
  'link-used': {
    vi: [
      'Đường dẫn đăng ký không còn dùng được',
      'Đường dẫn này đã được dùng hoặc đã hết hạn. Xin tạo đường dẫn mới.',
    ],
    en: ['This enrolment link no longer works', 'It has been used or has expired. Please make a new one.'],
  },
  'no-storage': {
    vi: [
      'Thiết bị này chưa được phép thu ý kiến',
      'Trình duyệt chưa bảo đảm lưu giữ dữ liệu. Xin cài trang này thành ứng dụng (Thêm vào màn hình chính), không dùng cửa sổ riêng tư, rồi mở lại.',
    ],
    en: [
      'This device may not collect answers yet',
      'The browser does not promise to keep data. Please install this page as an app (Add to home screen), not in a private window, and open it again.',
    ],
  },
} as const;

export type SetupWords = typeof setupWords;
export type SetupSaying = keyof SetupWords;
