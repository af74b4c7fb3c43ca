import type { MailTo, Measure } from '../../shared/alert-rule.ts';

/** Words of the pages of alerts of low scores. */
export const alertsVi = {
  title: 'Cảnh báo điểm thấp',
  lead: 'Cuối mỗi buổi làm việc, máy chủ xem ít nhất 10 phiếu gần nhất của từng điểm tiếp nhận. Khi tỷ lệ hài lòng xuống dưới mức cảnh báo, điều đó được ghi ở đây một lần. Cảnh báo không nêu tỷ lệ và số phiếu; đây là lý do để xem xét, chưa phải là kết luận.',
  toRules: 'Mức cảnh báo và thư điện tử',
  loading: 'Đang tải cảnh báo…',
  none: 'Chưa có cảnh báo nào.',
  open: 'Đang dưới mức cảnh báo',
  past: 'Đã qua',
  noneOpen: 'Hiện không có điểm tiếp nhận nào dưới mức cảnh báo.',
  morning: (day: string) => `Buổi sáng ${day}`,
  afternoon: (day: string) => `Buổi chiều ${day}`,
  crossed: (what: string, line: string) => `${what}: xuống dưới ${line}`,
  measures: {
    overall: 'Câu hỏi chung',
    service: 'Các câu hỏi về cung ứng dịch vụ',
  } satisfies Record<Measure, string>,
  above: (when: string) => `Đã trở lại trên mức cảnh báo (${when})`,
  off: (when: string) => `Đã ngừng theo dõi (${when})`,
  see: 'Đánh dấu đã xem',
  seeOf: (point: string) => `Đánh dấu đã xem: ${point}`,
  seenBy: (name: string, day: string) => `${name} đã xem ngày ${day}`,
  seenOn: (day: string) => `Đã xem ngày ${day}`,
  seenDone: 'Đã ghi nhận: cảnh báo này đã có người xem.',
  toFigures: (unit: string) => `Kết quả của ${unit}`,
  todo: 'Việc nên làm',
  steps: [
    'Hỏi bộ phận một cửa xem trong buổi đó có gì khác thường: mất mạng, thiếu người, hệ thống chậm, quy trình vừa thay đổi, người dân phải chờ lâu.',
    'Xem các yếu tố ở trang “Kết quả” khi đã đủ phiếu và so với kỳ trước.',
    'Tìm nguyên nhân ở quy trình và điều kiện làm việc. Không tìm cách biết ai đã trả lời và không quy cho một cán bộ.',
    'Đánh dấu đã xem để những người khác biết đã có người theo dõi.',
  ],

  rules: {
    title: 'Mức cảnh báo và thư điện tử',
    lead: 'Quy tắc của một đơn vị áp dụng cho mọi đơn vị cấp dưới, trừ nơi đã đặt quy tắc riêng. Thay đổi có hiệu lực từ lần xem cuối buổi tiếp theo và được ghi vào nhật ký.',
    list: 'Quy tắc của các đơn vị',
    columns: {
      unit: 'Đơn vị',
      line: 'Mức cảnh báo',
      measure: 'Xét theo',
      mail: 'Gửi thư cho',
      from: 'Nơi đặt',
      act: 'Thao tác',
    },
    off: 'Không cảnh báo',
    below: (line: string) => `Dưới ${line}`,
    usual: 'Theo đợt khảo sát',
    own: 'Đơn vị này',
    edit: 'Sửa',
    editOf: (unit: string) => `Sửa quy tắc của ${unit}`,
    what: (unit: string) => `Áp dụng cho ${unit} và mọi đơn vị cấp dưới chưa có quy tắc riêng.`,
    isOn: 'Cảnh báo khi điểm thấp',
    line: 'Cảnh báo khi tỷ lệ hài lòng dưới',
    lineHelp: 'Chỉ có các mức tròn từ 50 % đến 90 %, để cảnh báo không cho biết câu trả lời của từng người.',
    measure: 'Xét theo',
    measuresMore: {
      overall: 'Một câu “Nhìn chung, Ông/Bà có hài lòng…” mà mọi phiếu đều hỏi.',
      service: 'Gộp mọi câu hỏi về việc cung ứng dịch vụ hành chính công.',
    } satisfies Record<Measure, string>,
    mail: 'Gửi thư điện tử cho',
    mails: {
      nobody: 'Không ai',
      unit: 'Lãnh đạo của đơn vị',
      line: 'Lãnh đạo của đơn vị và các cấp trên',
    } satisfies Record<MailTo, string>,
    mailsMore: {
      nobody: 'Cảnh báo chỉ hiện ở trang này.',
      unit: 'Nơi chưa có ai khai địa chỉ thư thì gửi cho cấp trên gần nhất.',
      line: 'Đến cấp cao nhất có người khai địa chỉ thư.',
    } satisfies Record<MailTo, string>,
    go: 'Lưu quy tắc',
    done: 'Đã lưu quy tắc.',
    reset: 'Bỏ quy tắc riêng',
    resetOf: (unit: string) => `Bỏ quy tắc riêng của ${unit}`,
    resetWhat: (unit: string) =>
      `${unit} trở lại theo quy tắc của cấp trên, hoặc theo ngưỡng của đợt khảo sát.`,
    resetDone: 'Đã bỏ quy tắc riêng.',
  },

  address: {
    title: 'Địa chỉ thư của tôi',
    lead: 'Mỗi buổi có nhiều nhất một thư, nêu điểm tiếp nhận và buổi, không nêu tỷ lệ, số phiếu hay tên người. Chỉ quản trị viên và chính người dùng thấy địa chỉ này.',
    label: 'Địa chỉ thư điện tử',
    help: 'Để trống nếu không muốn nhận thư.',
    go: 'Lưu địa chỉ',
    done: 'Đã lưu địa chỉ.',
    faults: { 'email wrong': 'Xin nhập một địa chỉ thư, ví dụ lan.nguyen@lamkhe.gov.vn.' },
  },

  mail: {
    title: 'Gửi thư điện tử',
    off: 'Máy chủ này chưa được thiết lập để gửi thư. Người vận hành đặt MAIL_HOST và MAIL_FROM (tài liệu vận hành, mục “E-mail”). Cảnh báo vẫn hiện ở trang này.',
    from: (address: string) => `Thư gửi từ ${address}.`,
    waiting: (count: string) => `${count} thư đang chờ gửi.`,
    noneWaiting: 'Không có thư nào đang chờ gửi.',
    failed: (count: string) =>
      `${count} thư không gửi được trong 30 ngày qua: máy chủ thư từ chối địa chỉ nhận.`,
    well: (instant: string) => `Lần gửi gần nhất, ${instant}: bình thường.`,
    trouble: (instant: string, word: string) =>
      `Lần gửi gần nhất, ${instant}: không gửi được (${word}). Máy chủ tự thử lại; nếu kéo dài, xin báo người vận hành.`,
    try: 'Gửi thư thử cho tôi',
    needsAddress: 'Lưu địa chỉ thư của mình ở trên để gửi thử.',
    tried: {
      sent: 'Máy chủ thư đã nhận thư thử. Xin kiểm tra hộp thư, cả mục thư rác.',
      refused: 'Máy chủ thư từ chối địa chỉ này.',
      later: 'Máy chủ thư đề nghị gửi lại sau.',
      trouble: 'Không gửi được qua máy chủ thư. Xin báo người vận hành.',
    },
  },
};

export type AlertsWords = typeof alertsVi;
