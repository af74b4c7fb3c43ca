import type { PointsChange } from '../../shared/compare.ts';
import type { MixVerdict } from '../../shared/fixed-mix.ts';
import type { CohortClass, ReviewDecision } from '../../shared/flag-classes.ts';
import type { ProofJob, TrustGroup } from '../../shared/wire/trust.ts';

/** Words of the page about whether a figure can be believed. */
export const trustVi = {
  title: 'Độ tin cậy',
  lead: 'Con số này có tin được không, và nếu chưa thì nên làm gì?',
  loading: 'Đang tải…',
  verdict: {
    few: 'Chưa đủ phiếu để nêu tỷ lệ, nên chưa có con số nào để tin hay không tin.',
    good: 'Chưa thấy dấu hiệu nào khiến phải nghi ngờ con số này. Có thể dùng, luôn kèm khoảng tin cậy và số phiếu.',
    careful: (count: string) =>
      count === '1'
        ? 'Nên thận trọng: có một điểm cần xem trước khi dùng con số này.'
        : `Nên thận trọng: có ${count} điểm cần xem trước khi dùng con số này.`,
    few2: 'Nên làm: chờ thêm phiếu, hoặc xem kỳ dài hơn hay đơn vị cấp trên.',
  },
  doubts: {
    flagged: {
      what: () => 'Bỏ các phiếu bị đánh dấu ra thì tỷ lệ khác đi rõ rệt.',
      act: 'Tìm hiểu tại điểm tiếp nhận; khi có căn cứ, người được giao xem xét loại từng nhóm phiếu, có ghi lý do.',
    },
    mix: {
      what: () => 'Thay đổi chủ yếu do cơ cấu hình thức khảo sát thay đổi, chưa phải do chất lượng phục vụ.',
      act: 'So từng hình thức với chính hình thức đó ở kỳ trước; chưa nên kết luận từ con số chung.',
    },
    grey: {
      what: () => 'Có tỷ lệ mới dựa trên dưới 30 phiếu.',
      act: 'Chỉ nên tham khảo; chờ thêm phiếu hoặc xem kỳ dài hơn.',
    },
    missing: {
      what: (count: string) => `${count} phiếu đã ghi trên thiết bị nhưng không có ở máy chủ.`,
      act: 'Mở trang Thiết bị, giữ máy ở chỗ có mạng và xem hướng dẫn ở từng máy.',
    },
    seals: {
      what: (count: string) => `${count} thiết bị có niêm phong bị thiếu, bị từ chối hoặc không khớp.`,
      act: 'Mở trang Thiết bị để biết máy nào; chưa dùng máy đó cho đến khi rõ nguyên nhân.',
    },
    unlike: {
      what: (count: string) => `${count} điểm tiếp nhận có dấu hiệu khác thường lệ.`,
      act: 'Xem mục “Xem xét phiếu bị đánh dấu” ở dưới. Dấu hiệu chưa phải là bằng chứng.',
    },
    dossiers: {
      what: (count: string) => `${count} đơn vị có số phiếu nhiều hơn số hồ sơ đã trả kết quả trong tháng.`,
      act: 'Đối chiếu với hệ thống một cửa: có người trả lời nhiều lần, hoặc số liệu hồ sơ chưa đủ.',
    },
  } satisfies Record<string, { readonly what: (count: string) => string; readonly act: string }>,
  proof: {
    what: (jobs: string) => `Lần kiểm tra ban đêm gần nhất có việc chưa đạt: ${jobs}.`,
    act: 'Báo người vận hành máy chủ.',
  },
  see: 'Xem căn cứ',
  groups: {
    I: 'Chính sách công',
    II: 'Dịch vụ hành chính công',
    overall: 'Câu hỏi chung',
  } satisfies Record<TrustGroup, string>,
  change: {
    up: 'cao hơn rõ',
    down: 'thấp hơn rõ',
    'not-clear': 'khác biệt chưa rõ',
  } satisfies Record<PointsChange['state'], string>,
  points: (points: string) => `${points} điểm phần trăm`,
  few: 'chưa nêu được',
  closed: (from: string, to: string) => `Tính các nửa tháng đã kết thúc, từ ${from} đến ${to}.`,
  notClosed:
    'Kỳ này chưa có nửa tháng nào kết thúc. Phần này chỉ tính khi nửa tháng đã kết thúc, để không ai đoán được câu trả lời của một người.',
  marked: {
    title: 'Phiếu bị đánh dấu',
    lead: 'Máy khảo sát đánh dấu phiếu trả lời quá nhanh, bắt đầu ngay sau phiếu trước, chọn một mức cho mọi câu, giống hệt các phiếu trước, chạm mãi một chỗ, hoặc ngoài giờ làm việc. Phiếu bị đánh dấu vẫn được tính vào kết quả.',
    counts: (flagged: string, forms: string) => `${flagged} trên ${forms} phiếu bị đánh dấu.`,
    countsFew: (forms: string) =>
      `Trong ${forms} phiếu, số phiếu bị đánh dấu chưa nêu được (từ 1 đến 9, hoặc sẽ làm lộ số nhỏ khác).`,
    countsNone: 'Chưa đủ phiếu để nêu số phiếu bị đánh dấu.',
    columns: ['Tỷ lệ hài lòng', 'Tất cả phiếu', 'Không tính phiếu bị đánh dấu', 'Khác biệt'],
    note: 'Khi chỉ có 1 đến 9 phiếu bị đánh dấu thì chỉ nêu con số đầy đủ, vì hiệu của hai con số sẽ làm lộ câu trả lời của ít người. Kiểm định so phiếu bị đánh dấu với phiếu còn lại.',
  },
  mix: {
    title: 'Thay đổi do đâu',
    lead: (period: string) =>
      `So với ${period}. Mỗi hình thức gặp những người khác nhau; khi cơ cấu hình thức đổi, con số chung có thể đổi dù phục vụ vẫn như cũ.`,
    none: 'Không có kỳ trước cùng loại để so sánh.',
    raw: 'Thay đổi của con số chung',
    fixed: 'Thay đổi khi giữ nguyên cơ cấu hình thức của kỳ trước',
    fixedLine: (before: string, now: string) => `(${before} → ${now})`,
    verdicts: {
      same: 'Con số chung chưa thay đổi rõ.',
      holds: 'Giữ nguyên cơ cấu hình thức thì thay đổi vẫn rõ: không phải do hình thức khảo sát.',
      mix: 'Thay đổi chủ yếu do cơ cấu hình thức khảo sát thay đổi, chưa phải do chất lượng phục vụ.',
      'cannot-tell': 'Chưa đủ số liệu theo từng hình thức để biết thay đổi do đâu.',
    } satisfies Record<MixVerdict, string>,
    columns: ['Hình thức', 'Kỳ trước', 'Kỳ này'],
    all: 'Tất cả hình thức',
    table: (group: string) => `Từng hình thức: ${group}`,
    note: 'Chuẩn hóa trực tiếp theo tỷ trọng phiếu của kỳ trước (Fleiss, Levin và Paik, 2003), chỉ với các hình thức nêu được ở cả hai kỳ; các hình thức này phải chiếm ít nhất 80 % số phiếu của kỳ trước.',
  },
  late: {
    title: 'Hồ sơ trễ hạn và hồ sơ đúng hạn',
    lead: 'Theo câu trả lời qua điện thoại và phiếu mời dùng một lần, là hai hình thức biết hồ sơ được trả đúng hạn hay trễ hạn.',
    columns: ['Tỷ lệ hài lòng', 'Đúng hạn (kể cả trước hạn)', 'Trễ hạn', 'Trễ hạn so với đúng hạn'],
    none: 'Chưa có đủ phiếu của hai hình thức này để so sánh.',
  },
  ledger: {
    title: 'Sổ cái và niêm phong',
    lead: 'Mỗi phiếu được niêm phong trên thiết bị; mỗi đêm máy chủ ký một mã gốc trên toàn bộ niêm phong và quyết định, gửi cho đơn vị thứ hai giữ. Ai sửa phiếu về sau thì mã không còn khớp.',
    root: (n: string, day: string) => `Mã gốc số ${n}, ngày ${day}`,
    rootHow: 'So 16 ký tự này với bản mà đơn vị thứ hai đang giữ.',
    noRoot: 'Chưa có mã gốc: mã đầu tiên được ký sau 20 giờ của ngày đầu tiên.',
    proofs: {
      root: 'Ký mã gốc',
      integrity: 'Kiểm tra cơ sở dữ liệu',
      backup: 'Sao lưu và kiểm tra chuỗi mã gốc trên bản sao',
      drill: 'Khôi phục thử bản sao lưu',
    } satisfies Record<ProofJob, string>,
    ok: (night: string) => `đạt, đêm ${night}`,
    failed: (night: string) => `chưa đạt, đêm ${night}`,
    devices: (count: string, taken: string, stored: string) =>
      `${count} thiết bị: đã ghi ${taken} phiếu, máy chủ đã nhận ${stored} phiếu.`,
    missing: (count: string) => `Thiếu ${count} phiếu.`,
    noneMissing: 'Không thiếu phiếu nào.',
    gaps: (count: string) => `${count} thiết bị có niêm phong cần xem.`,
    noGaps: 'Không thiết bị nào thiếu niêm phong.',
    toDevices: 'Xem các thiết bị',
    verify:
      'Phép kiểm độc lập (verify) do đơn vị thứ hai chạy trên bản xuất dữ liệu, nên kết quả của phép kiểm không nằm ở trang này.',
  },
  plan: {
    title: 'Số phiếu so với kế hoạch',
    lead: 'Mẫu có đủ không được xem ở trang Tiến độ và giám sát: số đã thu, dự báo đến ngày chốt, từng đơn vị và hình thức.',
    units: (enough: string, all: string) =>
      `${enough} trên ${all} đơn vị có kế hoạch đã đủ hoặc dự kiến đủ phiếu.`,
    unit: (received: string, wanted: string) => `Đơn vị này: ${received} trên ${wanted} phiếu hợp lệ cần có.`,
    go: 'Mở trang Tiến độ và giám sát',
  },
  review: {
    title: 'Xem xét phiếu bị đánh dấu',
    lead: 'Chỉ hiện số đếm, không hiện câu trả lời. Có thể loại hoặc tính lại từng nhóm phiếu: một điểm tiếp nhận, một buổi hoặc nửa tháng, một loại dấu hiệu. Không phiếu nào bị xóa; mọi quyết định có lý do, người quyết định và ngày, và nằm trong sổ cái.',
    halfMonth: 'Nửa tháng đã kết thúc',
    loading: 'Đang tải số đếm…',
    none: 'Nửa tháng này chưa có gì để xem xét. Số đếm được cập nhật mỗi đêm, cho điểm tiếp nhận có từ 10 phiếu.',
    clean: (count: string) => `${count} điểm tiếp nhận khác không có phiếu nào bị đánh dấu.`,
    count: (flagged: string, forms: string) => `${flagged} trên ${forms} phiếu bị đánh dấu`,
    noCount: 'dưới 10 phiếu, hoặc chưa đếm',
    unlike: 'khác thường lệ',
    decided: (count: string) => `${count} quyết định`,
    classColumns: ['Dấu hiệu', 'Số phiếu'],
    byClass: (name: string) => `Phiếu bị đánh dấu tại ${name}`,
    classes: {
      any: 'mọi phiếu bị đánh dấu',
      dur: 'trả lời quá nhanh',
      gap: 'bắt đầu ngay sau phiếu trước',
      line: 'một mức cho mọi câu',
      run: 'giống hệt các phiếu trước',
      cell: 'chạm mãi một chỗ',
      hrs: 'ngoài giờ làm việc',
    } satisfies Record<CohortClass, string>,
    few: 'dưới 10',
    most: 'gần như tất cả',
    several: 'Một phiếu có thể có nhiều dấu hiệu.',
    halfDays: 'Các buổi có từ 10 phiếu bị đánh dấu',
    halfDay: (name: string, forms: string) => `${name}: ${forms} phiếu, trong đó từ 10 phiếu bị đánh dấu`,
    morning: (day: string) => `Sáng ${day}`,
    afternoon: (day: string) => `Chiều ${day}`,
    decisions: 'Các quyết định, mới nhất ở cuối',
    decision: (what: string, span: string, flag: string) => `${what}: ${flag}, ${span}`,
    by: (author: string, day: string, reason: string) => `${author}, ngày ${day}. Lý do: ${reason}`,
    did: { exclude: 'Loại khỏi kết quả', restore: 'Tính lại vào kết quả' } satisfies Record<
      ReviewDecision,
      string
    >,
    open: 'Loại hoặc tính lại một nhóm phiếu',
    openOf: (name: string) => `Loại hoặc tính lại một nhóm phiếu của ${name}`,
    what: 'Nhóm phiếu thay đổi tình trạng ngay; tỷ lệ được công bố thay đổi theo từng bước 10 phiếu. Phiếu đến muộn của nhóm này cũng theo quyết định. Muốn hủy thì ra quyết định ngược lại.',
    day: 'Ngày',
    wholeHalf: 'Cả nửa tháng',
    session: 'Buổi',
    am: 'Sáng',
    pm: 'Chiều',
    flag: 'Dấu hiệu',
    decide: 'Quyết định',
    reason: 'Lý do',
    reasonHelp: (least: number) => `Ít nhất ${least} ký tự: người xem lại sau này cần hiểu vì sao.`,
    reasonShort: (least: number) => `Xin ghi lý do, ít nhất ${least} ký tự.`,
    go: 'Ghi quyết định',
    busy: 'Đang ghi…',
    cancel: 'Không thực hiện',
    made: (id: string, forms: string) => `Đã ghi quyết định ${id}: ${forms} phiếu đổi tình trạng.`,
    madeFew: (id: string) =>
      `Đã ghi quyết định ${id}. Dưới 10 phiếu đổi tình trạng, hoặc không có phiếu nào.`,
    tooLate: 'Buổi hoặc nửa tháng này chưa kết thúc nên chưa quyết định được.',
    tooEarly: 'Phiếu của kỳ này đã hết thời hạn lưu, chỉ còn số đếm, nên không quyết định được nữa.',
    dossiers: 'Số phiếu so với số hồ sơ đã trả trong tháng',
    dossierColumns: ['Đơn vị', 'Số phiếu', 'Hồ sơ đã trả', 'Phiếu trên 100 hồ sơ', 'Phiếu nhiều hơn'],
    noDossiers: 'Chưa có danh sách hay số liệu thống kê hồ sơ của tháng này nên chưa so được.',
    tickets: 'Phiếu mời đã dùng mà dùng lại thì bị từ chối; số lần từ chối không được ghi.',
    toHeld: 'Phiếu chờ xem xét và điểm tiếp nhận khác thường lệ',
  },
};

export type TrustWords = typeof trustVi;
