import { versionsVi } from './versions-vi.ts';
import type { Aggregation } from '../../shared/score.ts';
import type { Channel } from '../../shared/submission.ts';
import type { TargetState, WithheldFigure } from '../../shared/wire/overview.ts';
import type { ProblemCode } from '../../shared/wire/problem.ts';
import { doorVi } from './door-vi.ts';

/** Every word of the managers' app. Vietnamese is the source: its shape is the type that each language satisfies. */
export const managersVi = {
  brand: 'Khảo sát mức độ hài lòng',
  brandWho: 'Dành cho lãnh đạo, quản lý',
  language: 'Ngôn ngữ',
  skip: 'Đến nội dung chính',
  pages: {
    label: 'Các trang',
    figures: 'Kết quả',
    devices: 'Thiết bị',
    held: 'Chờ xem xét',
    counter: 'Mã tại quầy',
    paper: 'Phiếu giấy',
    settings: 'Thiết lập',
    audit: 'Nhật ký',
    heldCount: (count: string) => `${count} phiếu`,
    opening: 'Đang mở trang…',
    unopened: 'Chưa mở được trang này. Xin kiểm tra mạng rồi thử lại.',
    noneAllowed: 'Tài khoản này chưa được giao quyền xem trang nào.',
  },
  alerts: {
    label: 'Cảnh báo điểm thấp',
    unseen: (count: string) =>
      `${count} điểm tiếp nhận đang dưới mức cảnh báo về sự hài lòng, chưa có ai xem.`,
    open: 'Xem cảnh báo',
  },
  demo: 'DỮ LIỆU MINH HỌA',
  demoMore: 'đơn vị và số liệu không có thật',
  training: 'LUYỆN TẬP',
  trainingMore: 'số liệu chỉ để tập dùng',
  loading: 'Đang tải số liệu…',

  ...doorVi,
  signOut: 'Đăng xuất',
  secondFactor: 'Bật xác thực hai bước cho tài khoản này',

  problems: {
    malformed: 'Máy chủ không hiểu yêu cầu này. Xin xem lại các ô đã điền.',
    'no-session': 'Phiên làm việc đã hết hạn. Xin đăng nhập lại.',
    'wrong-credentials': 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    'wrong-code': 'Mã xác thực chưa đúng hoặc đã được dùng. Xin đợi ứng dụng hiện mã mới.',
    'login-taken': 'Tên đăng nhập này đã có người dùng. Xin chọn tên khác.',
    'cross-site': 'Yêu cầu đến từ một trang khác nên bị từ chối. Xin tải lại trang.',
    'link-used':
      'Đường dẫn này đã được dùng hoặc đã hết hạn. Xin liên hệ quản trị viên để được cấp đường dẫn mới.',
    forbidden: 'Tài khoản này không có quyền làm việc này.',
    'not-found': 'Không tìm thấy đơn vị hoặc kỳ đã chọn.',
    'too-large': 'Nội dung gửi đi quá dài.',
    'not-ready': 'Máy chủ đang khởi động, chưa trả lời được. Trang sẽ tự thử lại.',
    internal: 'Máy chủ gặp lỗi. Xin thử lại sau; nếu vẫn còn lỗi, xin báo quản trị viên.',
  } satisfies Partial<Record<ProblemCode, string>>,
  tooMany: (wait: string) => `Đã thử quá nhiều lần. Xin đợi ${wait} rồi thử lại.`,
  aWhile: 'ít phút',
  seconds: (count: number) => `${count} giây`,
  minutes: (count: number) => `${count} phút`,
  unreachable: 'Không kết nối được với máy chủ. Xin kiểm tra mạng rồi thử lại.',

  choose: {
    group: 'Chọn kết quả cần xem',
    unit: 'Đơn vị',
    change: 'Đổi đơn vị, kỳ hoặc loại phiếu',
    up: (name: string) => `Lên ${name}`,
    tree: 'Cây đơn vị',
    treeOfPeriod: 'Theo kỳ đã chọn',
    treeSince: (day: string) => `Từ ${day}`,
    period: 'Kỳ',
    reports: 'Kỳ báo cáo',
    quarters: 'Quý theo lịch',
    months: 'Tháng',
    halves: 'Nửa tháng',
    form: 'Loại phiếu',
    express: 'Phiếu nhanh',
    full: 'Phiếu đầy đủ',
    refresh: 'Cập nhật',
  },

  title: (unit: string, period: string) => `Kết quả khảo sát mức độ hài lòng tại ${unit}, ${period}`,
  policy: 'Việc xây dựng, tổ chức thực hiện chính sách công',
  policyShort: 'Chính sách',
  service: 'Việc cung ứng dịch vụ hành chính công',
  serviceShort: 'Dịch vụ',
  all: 'Cả hai nội dung',
  overallQuestion: 'Câu hỏi chung',
  overallQuestionMore: 'ngoài hai nội dung trên, tính cả phiếu dừng giữa chừng',
  others: 'Kết quả khác',
  top2: 'Tỷ lệ hài lòng',
  mean5: 'Điểm trung bình ÷ 5 × 100',
  forms: (count: string) => `n = ${count} phiếu`,
  n: (count: string) => `n = ${count}`,
  interval: 'Khoảng tin cậy 95 %',
  noOpinion: (percent: string) => `không có ý kiến: ${percent}`,
  greyNote: 'Mới có dưới 30 phiếu: chỉ để tham khảo.',
  greyLegend: 'Chữ xám: dưới 30 phiếu, chỉ để tham khảo.',
  withheld: 'chưa đủ số liệu',
  withheldWhy: {
    'too-few': 'Dưới 10 phiếu nên chưa nêu tỷ lệ.',
    'no-answers': 'Chưa có câu trả lời nào.',
    'item-below-ten': 'Có tiêu chí dưới 10 câu trả lời nên chưa tính được trung bình.',
    complement: 'Chưa nêu, để không suy ra được số liệu của nơi còn ít phiếu.',
  } satisfies Record<WithheldFigure['withheld'], string>,
  target: {
    states: {
      met: 'Đạt',
      'not-met': 'Chưa đạt',
      'cannot-tell': 'Chưa kết luận được',
    } satisfies Record<TargetState, string>,
    of: (year: number, percent: string) => `mục tiêu năm ${year}: ${percent}`,
    none: 'Chưa đặt mục tiêu cho kỳ này',
    notHere: 'Mục tiêu không áp dụng cho cách tính này',
    unjudged: (year: number, percent: string) => `Mục tiêu năm ${year}: ${percent}`,
    word: 'Mục tiêu',
    against: 'So với mục tiêu',
    why: 'Đạt: toàn bộ khoảng tin cậy từ mục tiêu trở lên. Chưa đạt: toàn bộ khoảng tin cậy dưới mục tiêu. Chưa kết luận được: khoảng tin cậy chứa mục tiêu.',
    source: (text: string) => `Căn cứ của mục tiêu: ${text}`,
  },

  change: {
    since: (period: string) => `So với ${period}`,
    up: (points: string) => `tăng ${points} điểm`,
    down: (points: string) => `giảm ${points} điểm`,
    same: 'không tăng, không giảm',
    clear: 'khác biệt rõ',
    unclear: 'chưa đủ cơ sở để nói là thay đổi thật',
    none: 'chưa so sánh được',
  },
  attention: {
    title: 'Cần quan tâm',
    factors: 'Yếu tố thấp nhất',
    gap: (points: string) => `cách mục tiêu ${points} điểm`,
    noUnits: 'Không nơi nào thấp hơn rõ hoặc giảm rõ.',
    below: 'Dịch vụ thấp hơn rõ so với các nơi khác',
    fell: (period: string) => `Dịch vụ giảm rõ so với ${period}`,
    more: (count: string) => `Xem ${count} nơi khác`,
  },

  counts: {
    heading: 'Số phiếu',
    received: (received: string, shown: string) => `Đã nhận ${received}, đang hiển thị ${shown}`,
    receivedNone: 'Chưa nhận phiếu nào trong kỳ này',
    valid: (valid: string, partial: string) => `Trong đó: hợp lệ ${valid}, dừng giữa chừng ${partial}`,
    unsent: (unsent: string, devices: string) => `Còn ${unsent} phiếu chưa gửi trên ${devices} thiết bị`,
    unsentNone: (devices: string) => `Không còn phiếu chờ gửi trên ${devices} thiết bị`,
    noDevices: 'Chưa có thiết bị nào',
    red: (count: string) => `${count} thiết bị cần xử lý ngay`,
    toDevices: 'Xem các thiết bị',
    quiet: (day: string) => `Thiết bị mất liên lạc lâu nhất: lần cuối ngày ${day}`,
    neverHeard: 'Chưa có thiết bị nào liên lạc',
    asOf: (instant: string) => `Số liệu lúc ${instant}`,
    open: '(kỳ chưa chốt)',
  },

  method: {
    label: 'Cách tính:',
    top2: 'tỷ lệ câu trả lời “Hài lòng” và “Rất hài lòng” trên tổng số câu trả lời hợp lệ',
    pooledEnd: ', gộp từ số đếm gốc (phiếu nhanh: mỗi câu trả lời nhân trọng số cố định của câu hỏi)',
    mean5: 'điểm trung bình ÷ 5 × 100',
    noOpinion: '; không tính “Không có ý kiến”.',
    aggregations: {
      mean_items: ', lấy trung bình cộng của các tiêu chí',
      mean_factors: ', lấy trung bình cộng của các yếu tố; chung: trung bình của hai nội dung',
      mean_nine_factors: ', lấy trung bình cộng của chín yếu tố',
    } satisfies Record<Exclude<Aggregation, 'pooled'>, string>,
    aggregationNames: {
      pooled: 'Gộp từ số đếm gốc',
      mean_items: 'Trung bình cộng của các tiêu chí',
      mean_factors: 'Trung bình cộng của các yếu tố (chung: hai nội dung)',
      mean_nine_factors: 'Trung bình cộng của chín yếu tố',
    } satisfies Record<Aggregation, string>,
    other: 'Xem theo cách tính khác',
    statistic: 'Thống kê',
    aggregation: 'Cách gộp',
    official: '(của đợt khảo sát)',
    unofficial: 'Đang xem theo cách tính khác với cách tính của đợt khảo sát; mục tiêu không áp dụng.',
    backToOfficial: 'Trở về cách tính của đợt khảo sát',
    details: 'Chi tiết cách tính',
    setting:
      'Cách tính là thiết lập của đợt khảo sát và luôn được in kèm số liệu. Gộp từ số đếm gốc là mặc định vì không có trọng số cố định nào của hai nội dung khớp với kết quả đã công bố của tất cả các năm.',
    intervalHow:
      'Khoảng tin cậy 95 %: công thức Wilson trên cỡ mẫu hiệu dụng. Các câu trả lời trong cùng một phiếu thường giống nhau, vì vậy mỗi phiếu được coi là một cụm.',
    release:
      'Phiếu mới được đếm ngay vào số đã nhận; tỷ lệ của kỳ chưa chốt chỉ thay đổi khi có thêm ít nhất 10 phiếu của cùng điểm tiếp nhận, hình thức và loại phiếu, để không ai đoán được câu trả lời của một người. Dữ liệu minh họa và luyện tập thay đổi ngay.',
    questionnaire: (id: string, version: number) => `Bộ câu hỏi: ${id}, phiên bản ${version}.`,
    form: (form: string) => `Loại phiếu: ${form}. Phiếu nhanh và phiếu đầy đủ không bao giờ được gộp chung.`,
    figure: 'Kết quả',
    formsCol: 'Số phiếu (n)',
    answers: 'Câu trả lời',
    noOpinionCol: 'Không có ý kiến',
    nEff: 'Cỡ mẫu hiệu dụng',
    caption: 'Số đếm gốc của bốn kết quả trên',
  },

  table: { show: 'Xem bảng', hide: 'Xem biểu đồ', of: (title: string) => `Bảng: ${title}` },

  versions: versionsVi,

  trend: {
    title: 'Diễn biến theo tháng',
    note: 'Dải màu là khoảng tin cậy 95 %, nét đứt là mục tiêu của năm. Chấm rỗng: dưới 30 phiếu. Chỗ trống: chưa đủ số liệu.',
    month: 'Tháng',
    empty: 'Chưa có tháng nào đủ số liệu để vẽ.',
    failed: 'Chưa tải được biểu đồ. Số liệu có trong bảng.',
    drawing: 'Đang vẽ…',
    keys: 'Phím mũi tên trái, phải: xem từng tháng.',
    axis: (from: number) => `Trục từ ${from} % đến 100 %`,
  },

  factors: {
    title: 'Chín yếu tố',
    note: 'Số trong thanh là số câu trả lời ở mỗi mức; các thanh căn theo điểm giữa của mức “Bình thường”. “Không có ý kiến” nằm ngoài thanh và không tính vào tỷ lệ.',
    factor: 'Yếu tố',
    levels: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
    noOpinion: (count: string) => `Không có ý kiến: ${count}`,
    noOpinionCol: 'Không có ý kiến',
    gap: 'Cách mục tiêu (điểm)',
    items: (count: number) => `${count} tiêu chí`,
    itemsNote:
      'Tiêu chí được nêu khi nửa tháng đã kết thúc; ít phiếu trả lời từng tiêu chí hơn, nên cần nhiều phiếu hơn mới nêu được.',
    figure: 'Kết quả',
    bar: 'Câu trả lời theo mức',
    empty: 'Bộ câu hỏi này không có yếu tố nào.',
    legend: 'Chú giải',
  },

  units: {
    title: 'Từng đơn vị',
    note: 'Thứ tự theo tỷ lệ không phải là xếp hạng: hai đơn vị đứng cạnh nhau có thể không thực sự khác nhau.',
    axis: (from: number) =>
      `Việc cung ứng dịch vụ hành chính công theo tháng; các hình có cùng trục, từ ${from} % đến 100 %.`,
    sort: 'Sắp xếp',
    byName: 'Theo tên',
    byValue: 'Theo tỷ lệ',
    unit: 'Đơn vị',
    empty: 'Không có đơn vị cấp dưới hoặc điểm tiếp nhận nào.',
    open: (name: string) => `Xem ${name}`,
    withheldSum: (count: string) =>
      `Phần chưa đủ số liệu để nêu riêng, gộp lại: n = ${count} phiếu. Số này cộng với n của các đơn vị đã nêu bằng n chung.`,
    lineOf: (name: string) => `${name}: diễn biến theo tháng`,
  },

  channels: {
    title: 'Hình thức trả lời',
    note: 'Các hình thức được gộp trong kết quả trên; không thể so sánh ngang kết quả của hình thức này với hình thức khác.',
    channel: 'Hình thức',
    shown: 'Số phiếu đang hiển thị',
    names: {
      kiosk: 'Máy tính bảng tại quầy',
      qr: 'Mã QR tại quầy (điện thoại của người dân)',
      ticket: 'Phiếu mời dùng một lần',
      assisted: 'Phỏng vấn trực tiếp',
      call: 'Phỏng vấn qua điện thoại',
      paper: 'Phiếu giấy',
    } satisfies Record<Channel, string>,
    empty: 'Chưa có phiếu nào.',
  },

  state: {
    offline: (asOf: string) => `Mất kết nối với máy chủ. Bên dưới là số liệu lúc ${asOf}; trang tự thử lại.`,
    offlineFirst: 'Chưa kết nối được với máy chủ nên chưa có số liệu. Trang tự thử lại sau ít giây.',
    stale: (problem: string, asOf: string) => `${problem} Bên dưới là số liệu lúc ${asOf}.`,
    retry: 'Thử lại ngay',
    updated: (instant: string) => `Số liệu vừa được cập nhật lúc ${instant}.`,
    noUnits: 'Tài khoản này chưa được giao đơn vị nào. Xin liên hệ quản trị viên.',
    emptyPeriod: 'Kỳ này chưa có phiếu nào của loại đã chọn. Xin chọn kỳ khác hoặc loại phiếu khác ở trên.',
  },

  limits:
    'Khoảng tin cậy chỉ phản ánh sai số ngẫu nhiên, không phản ánh việc chỉ một số người chọn trả lời, sự có mặt của cán bộ, hay việc những người đến cùng ngày thường có ý kiến giống nhau.',
  local: 'Kết quả ở đây do đơn vị tự khảo sát, không phải chỉ số do Bộ Nội vụ công bố.',
};

export type Words = typeof managersVi;
