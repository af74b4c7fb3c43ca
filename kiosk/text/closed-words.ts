/** Words of the screen of a place that is closed, always in both languages. Weekdays from Monday on. */
export const closedWords = {
  vi: {
    closed: 'Ngoài giờ làm việc',
    opens: 'Làm việc trở lại lúc {time} {day}',
    hour: '{hour} giờ',
    minute: '{hour} giờ {minute}',
    today: 'hôm nay',
    tomorrow: 'ngày mai',
    weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
    touch: 'Nếu muốn góp ý, xin Ông/Bà chạm vào màn hình',
  },
  en: {
    closed: 'Closed at the moment',
    opens: 'Open again {day} at {time}',
    hour: '{hour}:00',
    minute: '{hour}:{minute}',
    today: 'today',
    tomorrow: 'tomorrow',
    weekdays: [
      'on Monday',
      'on Tuesday',
      'on Wednesday',
      'on Thursday',
      'on Friday',
      'on Saturday',
      'on Sunday',
    ],
    touch: 'To give feedback, touch the screen',
  },
} as const;
