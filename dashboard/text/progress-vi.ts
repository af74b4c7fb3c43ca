import type { RecheckOutcome, SaidTime, SaidWay } from '../../shared/recheck.ts';
import type { Outlook } from '../../shared/forecast.ts';
import type { Apart } from '../../shared/wire/interview-watch.ts';
import type { FormKind } from '../../shared/questionnaire.ts';

/** Words of the page on which the collecting of forms is watched. */
export const progressVi = {
  title: 'Tiến độ và giám sát',
  lead: 'Mỗi đơn vị đã thu được bao nhiêu phiếu hợp lệ so với kế hoạch, và đến ngày chốt có đủ không. Đây là số đếm để điều hành việc thu phiếu, không phải kết quả khảo sát.',
  loading: 'Đang tải tiến độ…',
  campaign: 'Đợt khảo sát',
  none: 'Chưa có đợt khảo sát nào để theo dõi.',
  progress: {
    title: 'Tiến độ so với kế hoạch',
    run: (from: string, to: string) => `Từ ${from} đến hết ${to}.`,
    year: 'Đợt này chưa ấn định ngày kết thúc, vì vậy ngày chốt là ngày cuối của năm báo cáo.',
    whole: (from: string, to: string) =>
      `Phiếu được đếm theo trọn nửa tháng, từ ${from} đến ${to}; đợt khác trong cùng nửa tháng, nếu có, cũng nằm trong số này.`,
    noPlan:
      'Đợt này chưa có kế hoạch lấy mẫu, nên chỉ có số đã thu và dự báo. Có thể lập kế hoạch ở trang của đợt.',
    toCampaign: 'Mở trang của đợt khảo sát',
    summary: 'Tổng quan',
    units: (count: string) => `${count} đơn vị`,
    received: (received: string, wanted: string | null) =>
      wanted === null ? `${received} phiếu hợp lệ` : `${received} trên ${wanted} phiếu hợp lệ cần có`,
    hidden: (wanted: string | null) =>
      wanted === null ? 'Chưa nêu được số phiếu' : `Chưa nêu được số phiếu; cần ${wanted} phiếu hợp lệ`,
    leavesOut: 'Chưa kể loại phiếu mới có dưới 10 phiếu.',
    forecast: (expected: string, low: string, high: string) =>
      `Dự báo đến ngày chốt: ${expected} phiếu (khoảng dự báo 95 %: ${low}–${high}).`,
    noForecast: 'Chưa dự báo: cần ít nhất ba nửa tháng có ngày làm việc và đủ số phiếu được nêu.',
    left: (left: string, passed: string) => `Còn ${left} ngày làm việc, đã qua ${passed} ngày.`,
    over: 'Đã qua ngày chốt.',
    channels: 'Theo hình thức',
    channel: 'Hình thức',
    form: 'Loại phiếu',
    columnReceived: 'Đã thu',
    columnForecast: 'Dự báo đến ngày chốt',
    range: (expected: string, low: string, high: string) => `${expected} (${low}–${high})`,
    few: 'chưa nêu được',
    noChannelTarget: 'Kế hoạch chỉ nêu số phiếu của cả đơn vị, không nêu riêng từng hình thức.',
    forms: { express: 'phiếu nhanh', full: 'phiếu đầy đủ' } satisfies Record<FormKind, string>,
    outlooks: {
      reached: 'Đã đủ',
      enough: 'Dự kiến đủ',
      'at-risk': 'Có nguy cơ thiếu',
      short: 'Dự kiến thiếu',
      unknown: 'Chưa dự báo được',
    } satisfies Record<Outlook, string>,
    missed: 'Không đủ',
    method:
      'Dự báo: lấy số phiếu trên một ngày làm việc của sáu nửa tháng gần nhất nhân với số ngày làm việc còn lại. Khoảng dự báo theo Krishnamoorthy và Peng (2011) cho số đếm Poisson, nới rộng khi các nửa tháng chênh nhau nhiều. “Dự kiến đủ” hay “dự kiến thiếu” chỉ được nêu khi cả khoảng nằm về một phía của số phiếu cần.',
    released:
      'Chỉ đếm phiếu đã được công bố: số liệu của kỳ đang mở thay đổi khi có thêm ít nhất 10 phiếu, số dưới 10 không được nêu.',
  },
  items: {
    title: 'Phiếu nhanh theo nhân tố và câu hỏi',
    failed: 'Chưa tải được. Xin đóng phần này rồi mở lại.',
    none: 'Chưa có phiếu nhanh nào được công bố.',
    needed: (named: string, plain: string, margin: string) =>
      `Mỗi phiếu nhanh hỏi một câu của mỗi nhân tố về cung ứng dịch vụ và hai câu về chính sách, nên từng câu hỏi đủ số liệu chậm hơn. Cần ${named} câu trả lời để được nêu, ${plain} để không phải ghi chú dè dặt, ${margin} để sai số khoảng ±5 điểm phần trăm.`,
    byFactor: 'Theo nhân tố',
    byItem: 'Từng câu hỏi',
    itemsNote: 'Từng câu hỏi: chỉ tính các nửa tháng đã khép lại',
    factor: 'Nhân tố',
    item: 'Câu hỏi',
    columns: (what: string) => [what, 'Câu trả lời', 'Mức đủ', 'Dự kiến đến ngày chốt'],
    few: 'chưa nêu được',
    enough: {
      few: 'chưa đủ',
      named: 'nêu được, dè dặt',
      plain: 'nêu được',
      margin: '±5 điểm',
    },
    expected: (count: string, enough: string) => `${count}, ${enough}`,
  },
  interviews: {
    title: 'Giám sát phỏng vấn',
    lead: 'Điện thoại của cán bộ đã hỏi bao nhiêu người, và câu trả lời khi có người hỏi khác gì so với các hình thức khác của cùng đơn vị. Phiếu không ghi máy và không ghi người hỏi, nên chỉ so sánh được theo hình thức và đơn vị, không theo từng cán bộ.',
    interviewers: 'Theo máy phỏng vấn',
    noInterviewers: 'Chưa có điện thoại của cán bộ nào trong phạm vi này.',
    counted: (from: string, to: string) => `Số đếm của từng máy từ ${from} đến ${to}`,
    interviewerColumns: [
      'Cán bộ và máy',
      'Đơn vị',
      'Số ngày có hỏi',
      'Đồng ý',
      'Từ chối',
      'Tỷ lệ đồng ý',
      'Tại quầy của chính mình',
      'Phiếu đã nhận từ máy',
    ],
    nobody: 'tài khoản đã xóa',
    ways: 'Câu hỏi chung, theo hình thức',
    noWays: 'Chưa có phiếu phỏng vấn nào trong đợt này.',
    wayColumns: [
      'Hình thức',
      'Hài lòng và rất hài lòng',
      'Mức 1 · 2 · 3 · 4 · 5',
      '“Không có ý kiến”',
      'So với các hình thức khác',
    ],
    look: 'có khác biệt rõ, nên xem',
    ofAnswers: (percent: string, answers: string) => `${percent} của ${answers} câu trả lời`,
    few: 'chưa đủ số liệu',
    apart: { higher: 'cao hơn rõ', lower: 'thấp hơn rõ', alike: 'chưa thấy khác biệt rõ' } satisfies Record<
      Apart,
      string
    >,
    waysNote:
      'Người trả lời và loại phiếu của mỗi hình thức khác nhau, vì vậy khác biệt rõ chưa phải là sai phạm: đó là chỗ nên xem lại cách hỏi. Phép so sánh là kiểm định của mục “khác biệt” trong phương pháp, phỏng vấn so với mọi hình thức còn lại; số dưới 10 phiếu không được nêu.',
  },
  rechecks: {
    title: 'Phúc tra phỏng vấn',
    lead: 'Cứ hai mươi cuộc phỏng vấn qua điện thoại đã hoàn thành, máy chủ rút ngẫu nhiên khoảng một cuộc. Trong 14 ngày, một người khác gọi lại để hỏi có được phỏng vấn không, khi nào, bằng cách nào. Không hỏi lại câu trả lời. Phỏng vấn trực tiếp không có số điện thoại, nên cứ mỗi nửa tháng máy chủ rút ngẫu nhiên tối đa 20 hồ sơ đã trả kết quả tại nơi có từ 10 cuộc phỏng vấn trực tiếp trở lên, để hỏi người dân có được phỏng vấn tại đó không.',
    none: 'Hiện không có ai cần hỏi lại.',
    more: (count: string) => `Còn ${count} người nữa, hiện ra khi đã ghi kết quả của những người trên.`,
    script:
      'Gợi ý: “Tôi gọi để kiểm tra chất lượng khảo sát của cơ quan. Gần đây bác/anh/chị có được hỏi ý kiến về việc giải quyết thủ tục không ạ? Vào khoảng nào, và được hỏi bằng cách nào?” Người được gọi có quyền từ chối.',
    closed: (next: string) => `Ngoài giờ được gọi nên không hiện số điện thoại. Có thể gọi từ ${next}.`,
    noProcedure: 'Thủ tục không nêu trong danh sách',
    call: (number: string) => `Gọi ${number}`,
    dossier: (code: string, returned: string | null) =>
      returned === null ? `Hồ sơ ${code}` : `Hồ sơ ${code}, trả kết quả ngày ${returned}`,
    interviewed: (period: string, point: string) => `Ghi nhận phỏng vấn: ${period}, ${point}.`,
    drawnFace: (period: string, point: string) =>
      `Rút từ hồ sơ trả kết quả: ${period}, ${point}. Có thể người này không được phỏng vấn trực tiếp.`,
    until: (day: string) => `Hỏi đến hết ngày ${day}.`,
    tries: (tries: string, most: string) => `Đã gọi ${tries} trên ${most} lần mà chưa gặp.`,
    isOwn: 'Tài khoản này đã phỏng vấn, nên người khác phải hỏi lại.',
    open: 'Ghi kết quả',
    openOf: (code: string) => `Ghi kết quả phúc tra hồ sơ ${code}`,
    what: 'Khi đã ghi, số điện thoại không còn gắn với lần phúc tra này nữa. Chưa gặp thì còn gọi lại được.',
    go: 'Ghi kết quả',
    done: 'Đã ghi kết quả.',
    whether: 'Có được phỏng vấn không?',
    outcomes: {
      yes: 'Có',
      no: 'Không',
      unsure: 'Không nhớ',
      refused: 'Không muốn nói',
      unreached: 'Không gặp được',
    } satisfies Record<RecheckOutcome, string>,
    when: 'Khi nào?',
    times: {
      same: 'Trong khoảng thời gian ghi nhận',
      other: 'Vào lúc khác',
      unsure: 'Không nhớ',
    } satisfies Record<SaidTime, string>,
    how: 'Bằng cách nào?',
    ways: {
      call: 'Qua điện thoại',
      face: 'Hỏi trực tiếp',
      other: 'Cách khác',
      unsure: 'Không nhớ',
    } satisfies Record<SaidWay, string>,
    columns: ['Người phỏng vấn', 'Đã hỏi xong', 'Có trả lời', 'Xác nhận', 'Không xác nhận'],
    not: (none: string, time: string, way: string, unsure: string) =>
      `không có: ${none}; lúc khác: ${time}; cách khác: ${way}; không nhớ: ${unsure}`,
    all: 'Tất cả',
    few: 'chưa đủ số liệu',
    caption: (period: string) => `Kết quả phúc tra, tính từ: ${period}`,
    note: 'Xác nhận: có phỏng vấn, và không nói là vào lúc khác hay bằng cách khác. Dưới 10 người trả lời thì không nêu. Người ta có thể quên: tỷ lệ thấp là chỗ cần tìm hiểu, chưa phải là kết luận.',
    faceCaption: 'Phúc tra phỏng vấn trực tiếp, theo nơi tiếp nhận',
    faceColumns: [
      'Nơi tiếp nhận',
      'So với ghi nhận',
      'Nói có được phỏng vấn trực tiếp',
      'Tỷ lệ ghi nhận',
      'Có trả lời',
      'Đã hỏi xong',
    ],
    below: 'thấp hơn rõ, nên xem',
    notBelow: 'chưa thấy thấp hơn rõ',
    faceNote:
      'Tỷ lệ ghi nhận: số người đồng ý trả lời mà điện thoại của cán bộ đã đếm, chia cho số hồ sơ trả kết quả tại đó, trong các nửa tháng đã hỏi. Người chỉ đến nộp hồ sơ cũng có thể đã được phỏng vấn, và danh sách hồ sơ có thể chưa đủ, nên tỷ lệ ghi nhận có thể cao hơn thực tế: “thấp hơn rõ” là chỗ cần tìm hiểu, chưa phải là kết luận.',
  },
};

export type ProgressWords = typeof progressVi;
