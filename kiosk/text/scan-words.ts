/** Words around the picture of a camera that looks for a code. */
const vi = {
  picture: 'Hình từ máy ảnh',
  close: 'Đóng máy ảnh',
  note: 'Hình chỉ hiện trên máy này để đọc mã; không lưu, không gửi đi.',
  faults: {
    refused:
      'Trình duyệt chưa được phép dùng máy ảnh. Xin cho phép trong cài đặt của trang này, hoặc nhập mã bằng tay.',
    'no-camera': 'Máy này không có máy ảnh, hoặc ứng dụng khác đang dùng. Xin nhập mã bằng tay.',
    'no-reader': 'Trình duyệt này không đọc được mã QR. Xin nhập mã bằng tay.',
  },
};

const en: typeof vi = {
  picture: 'Picture of the camera',
  close: 'Close the camera',
  note: 'The picture is only shown on this device to read the code; it is not kept and not sent.',
  faults: {
    refused:
      'The browser may not use the camera yet. Please allow it in the settings of this page, or type the code.',
    'no-camera': 'This device has no camera, or another app is using it. Please type the code.',
    'no-reader': 'This browser cannot read QR codes. Please type the code.',
  },
};

export const scanWords = { vi, en };
