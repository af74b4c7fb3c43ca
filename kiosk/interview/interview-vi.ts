/** Vietnamese words of the interview, for the official who asks; what is read out to the citizen comes from elsewhere. */
export const interviewVi = {
  languageName: 'Tiếng Việt',
  languages: 'Ngôn ngữ',
  title: 'Phỏng vấn trực tiếp',
  opening: 'Đang mở…',
  failedTitle: 'Chưa mở được dữ liệu trên máy',
  failedText:
    'Xin đóng trang, mở lại. Nếu vẫn không được, báo người phụ trách. Không xóa dữ liệu của trình duyệt.',
  otherTitle: 'Máy này không dùng để phỏng vấn',
  otherText:
    'Trang này dành cho điện thoại đã được quản trị viên giao cho một cán bộ. Xin mở trang thiết bị để đăng ký bằng mã.',
  device: 'Tình trạng máy',
  asker: 'Người hỏi: {name}',
  marks: { real: '', demo: 'DỮ LIỆU MINH HỌA', training: 'LUYỆN TẬP' },
  notPersisted: 'Trình duyệt chưa bảo đảm lưu giữ dữ liệu',
  askUs: 'Điện thoại của cơ quan: {contact}',

  home: {
    title: 'Bắt đầu phỏng vấn',
    text: 'Quét mã tại quầy mà người dân vừa làm việc, hoặc chọn quầy và lĩnh vực.',
    textOnly: 'Mời người dân vừa làm việc xong, rồi bắt đầu.',
    scan: 'Quét mã tại quầy',
    choose: 'Chọn quầy, lĩnh vực',
    begin: 'Bắt đầu',
    duty: 'Hôm nay tôi trực: {counter}',
    dutyNone: 'Hôm nay tôi không trực quầy nào',
    dutyChange: 'Đổi quầy trực',
    unsent: '{n} phiếu chờ gửi. Máy tự gửi khi có mạng.',
    allSent: 'Mọi phiếu đã gửi về máy chủ.',
    lamp: 'Máy cần được kiểm tra: xin mở “Tình trạng máy”.',
  },
  duty: {
    title: 'Hôm nay Ông/Bà trực ở quầy nào?',
    text: 'Người hỏi không nên là người đã giải quyết hồ sơ. Câu này chỉ để máy nhắc; không ghi vào phiếu.',
    none: 'Không trực quầy nào',
  },
  counter: { title: 'Người dân vừa làm việc tại quầy nào?', other: 'Không rõ quầy' },
  field: { title: 'Người dân đến giải quyết việc gì?', other: 'Việc khác' },
  scan: {
    title: 'Quét mã tại quầy',
    text: 'Xin hướng máy ảnh vào mã QR đặt tại quầy, hoặc mã in trên giấy của quầy.',
    elsewhere:
      'Mã này thuộc điểm tiếp nhận khác, hoặc là mã mới mà máy cần có mạng để cập nhật. Vẫn phỏng vấn được: xin đóng máy ảnh rồi chọn bằng tay.',
    ticket:
      'Đây là mã trên giấy hẹn hoặc phiếu mời, chỉ mở được khi có mạng, trên điện thoại của người dân. Vẫn phỏng vấn được: xin đóng máy ảnh rồi chọn bằng tay.',
    other:
      'Mã này không cho biết quầy, ví dụ mã hồ sơ; không có gì của mã được lưu. Vẫn phỏng vấn được: xin đóng máy ảnh rồi chọn bằng tay, hoặc quét mã tại quầy.',
  },
  consent: {
    title: 'Xin đọc cho người dân nghe',
    ownCounter:
      'Ông/Bà đang trực chính quầy này: nên nhờ đồng nghiệp khác hỏi. Nếu vẫn hỏi, số lần trong ngày được báo về máy chủ.',
    agree: 'Đồng ý',
    refuse: 'Từ chối',
  },
  refused: {
    title: 'Đã ghi nhận lời từ chối',
    text: 'Xin cảm ơn người dân. Chỉ số lần từ chối trong ngày được đếm; không có gì về người này được ghi lại.',
  },
  next: 'Người tiếp theo',
  back: 'Quay lại',
  forward: 'Tiếp tục',
  progress: 'Câu {at}/{of}',
  endingProgress: 'Câu hỏi thêm {at}/{of}',
  eyebrow: 'Mức độ hài lòng của Ông/Bà về',
  explain: 'Giải thích',
  stop: 'Dừng',
  stopping: {
    title: 'Dừng cuộc phỏng vấn?',
    kept: 'Phần đã trả lời sẽ được nộp thành một phiếu chưa đủ câu. Nộp rồi thì không mở lại được.',
    nothing: 'Câu hỏi chung chưa được trả lời, nên không có gì được ghi lại.',
    on: 'Hỏi tiếp',
    stop: 'Dừng phỏng vấn',
  },
  hand: {
    title: 'Đã hỏi xong',
    text: 'Đã trả lời {n} trên {of} câu. Sau khi nộp, không ai mở lại hay xem được phiếu này.',
    edit: 'Sửa một câu',
    unanswered: 'Chưa trả lời',
    send: 'Nộp phiếu',
  },
  saving: 'Đang lưu…',
  thanks: {
    title: 'Đã lưu phiếu',
    text: 'Xin cảm ơn người dân. Phiếu không kèm tên, nằm trên máy này và tự gửi khi có mạng.',
  },
  fault: {
    title: 'Chưa lưu được phiếu',
    text: 'Các câu trả lời vẫn còn trên màn hình này. Xin đừng đóng trang, rồi thử lại.',
    retry: 'Thử lại',
  },
};
