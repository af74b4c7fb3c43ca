/** Words of a tablet that does not collect, always in both languages: nobody has chosen one yet. Title first. */
export const setupWords = {
  closed: {
    vi: ['Thiết bị đang tạm ngừng thu ý kiến', 'Xin Ông/Bà góp ý ở thiết bị khác hoặc hỏi cán bộ tại quầy.'],
    en: [
      'This device is not collecting answers at the moment',
      'Please use another device, or ask the staff at the counter.',
    ],
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
  askUs: 'Điện thoại của cơ quan · Office telephone: {contact}',
} as const;

export type SetupWords = typeof setupWords;
export type SetupSaying = Exclude<keyof SetupWords, 'askUs'>;
