/** The privacy notice: who asks, what for, how long, and that nobody is named. */
export const noticeWords = {
  vi: {
    noticeTitle: 'Ý kiến của Ông/Bà được dùng như thế nào?',
    noticeParts: [
      [
        'Đơn vị khảo sát',
        '{unit} khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước.',
      ],
      [
        'Mục đích',
        'Ý kiến được cộng thành tỷ lệ phần trăm để nâng cao chất lượng phục vụ. Không ai xem riêng câu trả lời của từng người.',
      ],
      [
        'Không ghi tên',
        'Không hỏi họ tên, số điện thoại, số giấy tờ; không chụp ảnh, không ghi âm; không ghi giờ trả lời, chỉ ghi buổi sáng hay buổi chiều.',
      ],
      [
        'Thời gian lưu',
        'Phiếu trả lời được lưu thêm 24 tháng sau khi chốt số liệu, nguyên văn góp ý 90 ngày; sau đó chỉ còn số liệu tổng hợp.',
      ],
      [
        'Tự nguyện',
        'Ông/Bà có thể dừng bất cứ lúc nào. Trả lời hay không đều không ảnh hưởng đến việc giải quyết hồ sơ.',
      ],
    ],
    close: 'Đóng',
  },
  en: {
    noticeTitle: 'How are your answers used?',
    noticeParts: [
      [
        'Who asks',
        '{unit} surveys how satisfied people and organisations are with the service of state administrative agencies.',
      ],
      [
        'What for',
        'Answers are added up into percentages in order to improve the service. Nobody looks at any one person’s answers.',
      ],
      [
        'No name',
        'We do not ask for names, phone numbers or document numbers; we take no photos and make no recordings; we do not note the time of your answer, only morning or afternoon.',
      ],
      [
        'How long',
        'Answers are kept for 24 months after the figures are final, comments as written for 90 days; then only totals remain.',
      ],
      [
        'Your choice',
        'You may stop at any time. Answering or not has no effect on how your application is handled.',
      ],
    ],
    close: 'Close',
  },
} as const;
