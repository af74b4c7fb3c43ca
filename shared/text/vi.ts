/** Vietnamese, the source of all texts of the interface. People are addressed as Ông/Bà. */
export const vi = {
  languageName: 'Tiếng Việt',
  demoMark: 'DỮ LIỆU MINH HỌA',
  trainingMark: 'LUYỆN TẬP',
  notPersistedNote: 'Thiết bị này chưa được phép lưu dữ liệu lâu dài',

  lamp: 'Thiết bị cần cán bộ kiểm tra',

  attractTitle: 'Chạm để góp ý',
  attractPromise: 'dưới 1 phút – không ghi tên',
  attractWhat: 'Ông/Bà hài lòng đến mức nào về lần giải quyết công việc vừa rồi?',
  notice: 'Ý kiến được dùng như thế nào?',

  counterTitle: 'Ông/Bà vừa làm việc tại quầy nào?',
  counterOther: 'Không nhớ quầy nào',
  fieldTitle: 'Hôm nay Ông/Bà đến giải quyết việc gì?',
  fieldOther: 'Việc khác',

  eyebrow: 'Mức độ hài lòng của Ông/Bà về',
  explain: 'Giải thích',
  scale: 'Mức độ hài lòng',
  chosen: 'Đã chọn: {answer}',
  progress: 'Câu {at} trên {of}',
  back: 'Quay lại',
  forward: 'Tiếp tục',
  end: 'Kết thúc',

  endingProgress: 'Câu hỏi thêm {at}/{of}',
  endingWhy: 'Không bắt buộc. Câu này chỉ để biết các nhóm người dân có được phục vụ như nhau không.',
  endingTitles: {
    sex: 'Giới tính của Ông/Bà',
    age: 'Độ tuổi của Ông/Bà',
    kind: 'Ông/Bà đến giải quyết việc cho ai?',
    remark: 'Ông/Bà có muốn góp ý thêm không?',
  },
  sexes: ['Nam', 'Nữ'],
  ages: ['18–24', '25–34', '35–49', '50–60', 'Trên 60'],
  kinds: { person: 'Cho cá nhân, gia đình', organisation: 'Cho cơ quan, tổ chức, doanh nghiệp' },
  remarkLabel: 'Ý kiến góp ý, tối đa 300 ký tự',
  remarkWarning:
    'Không bắt buộc. Xin đừng viết họ tên, số điện thoại hay số giấy tờ của Ông/Bà hoặc của người khác.',
  skip: 'Không trả lời câu này',
  skipAll: 'Bỏ qua phần này',

  reviewTitle: 'Câu trả lời của Ông/Bà',
  reviewTimed: 'Phiếu tự gửi sau 8 giây. Nếu cần sửa, xin chạm vào “Sửa lại”.',
  reviewHeld: 'Xin chạm vào câu cần sửa, rồi chạm vào “Gửi”.',
  reviewEdit: 'Sửa lại',
  notAnswered: 'Chưa trả lời',
  send: 'Gửi',

  warningTitle: 'Ông/Bà còn ở đây không?',
  warningText: 'Lượt trả lời sẽ tự kết thúc sau 20 giây.',
  stay: 'Tôi vẫn ở đây',

  saving: 'Đang lưu…',
  thanksTitle: 'Xin cảm ơn Ông/Bà',
  thanksText: 'Ý kiến của Ông/Bà đã được ghi nhận, không kèm tên.',

  faultTitle: 'Chưa lưu được câu trả lời',
  faultText:
    'Câu trả lời vẫn còn trên thiết bị này. Xin Ông/Bà báo giúp cán bộ tại quầy; thiết bị sẽ tự thử lại.',
  retry: 'Thử lại',

  /** The number of the office, where somebody may want to talk to it. */
  askUs: 'Nếu cần trao đổi với cơ quan, xin Ông/Bà gọi {contact}.',
} as const;
