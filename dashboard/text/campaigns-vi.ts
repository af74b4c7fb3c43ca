import type { VersionName } from '../../shared/questionnaire.ts';
import { versionsVi } from './versions-vi.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { Aggregation, Statistic } from '../../shared/score.ts';
import type { CampaignState } from '../../shared/wire/campaign-requests.ts';

/** Words of the pages of campaigns. */
export const campaignsVi = {
  title: 'Đợt khảo sát',
  lead: 'Mỗi đợt nói rõ: hỏi ở đâu, từ ngày nào đến ngày nào, bằng bộ câu hỏi nào và tính theo cách nào. Khi đợt đã bắt đầu, cách tính không đổi nữa; muốn tính cách khác, xin tạo đợt mới, nhờ vậy kết quả của các kỳ trước luôn giữ nguyên.',
  loading: 'Đang tải các đợt khảo sát…',
  none: 'Chưa có đợt khảo sát nào.',
  add: 'Tạo đợt khảo sát mới',
  states: { planned: 'Chưa bắt đầu', running: 'Đang diễn ra', ended: 'Đã kết thúc' } satisfies Record<
    CampaignState,
    string
  >,
  columns: {
    name: 'Tên đợt',
    state: 'Tình trạng',
    unit: 'Đơn vị',
    period: 'Thời gian',
    method: 'Cách tính',
    sample: 'Số phiếu cần',
  },
  period: (starts: string, ends: string | null) =>
    ends === null ? `từ ${starts}, đến khi có thông báo` : `${starts} – ${ends}`,
  units: (unit: string, count: number | null) =>
    count === null ? `${unit} và mọi đơn vị cấp dưới` : `${count} đơn vị được chọn thuộc ${unit}`,
  above: 'Đợt của đơn vị cấp trên đang áp dụng ở đây',
  aboveLead:
    'Chỉ để xem; chỉ đơn vị tạo đợt sửa được. Đợt riêng của đơn vị mình, nếu đang diễn ra, được dùng thay cho đợt cấp trên.',
  noPlan: 'chưa lập',

  newTitle: 'Tạo đợt khảo sát',
  newLead: 'Có thể sửa mọi nội dung cho đến ngày đợt bắt đầu.',
  parts: {
    who: 'Tên và phạm vi',
    when: 'Thời gian',
    what: 'Hỏi gì',
    how: 'Cách tính',
    sample: 'Kế hoạch lấy mẫu',
    alerts: 'Ngưỡng theo dõi',
  },
  name: 'Tên đợt',
  nameHelp: 'Tên hiện trên các trang quản lý, không hiện cho người dân.',
  unit: 'Đơn vị tạo đợt',
  unitHelp: 'Đợt áp dụng cho đơn vị này và mọi đơn vị cấp dưới, trừ khi chọn riêng ở ô sau.',
  reach: 'Phạm vi',
  reachAll: 'Đơn vị này và mọi đơn vị cấp dưới',
  reachAllMore: 'Đơn vị mới lập sau này cũng được tính vào.',
  reachSome: 'Chỉ những đơn vị được chọn',
  reachSomeMore: 'Mỗi đơn vị được chọn gồm cả các đơn vị cấp dưới.',
  covers: 'Các đơn vị được chọn',
  starts: 'Ngày bắt đầu',
  startsHelp:
    'Hôm nay hoặc muộn hơn. Máy tính bảng chuyển sang đợt mới ở lần liên lạc đầu tiên của ngày này.',
  ends: 'Ngày kết thúc',
  endsHelp:
    'Hết ngày này, máy tính bảng và trang trên điện thoại ngừng thu ý kiến; phiếu còn trên máy vẫn được gửi và tính đủ.',
  endless: 'Chưa ấn định ngày kết thúc',
  follows: (name: string, day: string | null) =>
    day === null
      ? `Thay cho “${name}”: đợt đó kết thúc vào ngày trước ngày bắt đầu của đợt này`
      : `Thay cho “${name}”: đợt đó kết thúc hết ngày ${day}`,
  followsHelp:
    'Mỗi đơn vị trong một ngày chỉ có một đợt khảo sát. Đợt nêu trên phải kết thúc trước khi đợt này bắt đầu; nếu dời đợt này thì ngày kết thúc đó dời theo.',
  questionnaire: 'Bộ câu hỏi',
  questionnaireHelp: 'Chỉ chọn được bản đã ban hành; bản đã ban hành không bao giờ thay đổi.',
  retired: 'Tình trạng của phiếu',
  retiredMore: (day: string) =>
    `Phiên bản phiếu này ngừng dùng từ ${day}: đợt này hỏi tiếp cho đến hết, đợt mới không chọn được nữa.`,
  version: (title: string, version: VersionName) => `${title} (${versionsVi.name(version)})`,
  forms: 'Loại phiếu theo hình thức',
  formsHelp:
    'Phiếu nhanh hỏi 8 câu, chưa đến một phút; phiếu đầy đủ hỏi đủ 39 tiêu chí. Hai loại không bao giờ gộp chung.',
  formsLater: 'Các hình thức khác',
  formsLaterHelp: 'Được ghi lại cho các trang thu phiếu sẽ có sau; hiện chưa trang nào dùng.',
  formKinds: { express: 'Phiếu nhanh (8 câu)', full: 'Phiếu đầy đủ (39 tiêu chí)' } satisfies Record<
    FormKind,
    string
  >,
  statistic: 'Cách nêu kết quả',
  statistics: {
    top2: { name: 'Tỷ lệ hài lòng', more: 'Tỷ lệ câu trả lời “Hài lòng” và “Rất hài lòng”.' },
    mean5: {
      name: 'Điểm trung bình',
      more: 'Điểm trung bình chia 5, nhân 100; nhạy hơn với mức “Rất hài lòng”.',
    },
  } satisfies Record<Statistic, { name: string; more: string }>,
  aggregation: 'Cách gộp các câu',
  aggregations: {
    pooled: {
      name: 'Gộp từ số đếm gốc',
      more: 'Mặc định; mọi câu trả lời được gộp lại, khoảng tin cậy hẹp nhất.',
    },
    mean_items: {
      name: 'Trung bình các tiêu chí',
      more: 'Các tiêu chí có trọng số như nhau; cần ít nhất 10 câu trả lời cho từng tiêu chí.',
    },
    mean_factors: {
      name: 'Trung bình các yếu tố',
      more: 'Các yếu tố có trọng số như nhau trong nội dung tương ứng; cần ít nhất 10 câu trả lời cho từng yếu tố.',
    },
    mean_nine_factors: {
      name: 'Trung bình chín yếu tố',
      more: 'Chín yếu tố có trọng số như nhau, không phân theo nội dung.',
    },
  } satisfies Record<Aggregation, { name: string; more: string }>,
  narrow:
    'Lưu ý: khi còn ít phiếu, khoảng tin cậy của cách tính này hẹp hơn thực tế: với 20–30 phiếu chỉ đúng khoảng 92 lần trong 100, thay vì 95. Nên chọn gộp từ số đếm gốc.',
  watchBelow: 'Cần theo dõi khi dưới (%)',
  warnBelow: 'Cảnh báo khi dưới (%)',
  formsBelow: 'Cảnh báo khi một điểm tiếp nhận có số phiếu hợp lệ mỗi nửa tháng dưới',
  formsBelowHelp: 'Số 0: không cảnh báo về số phiếu.',
  alertsNote:
    'Các ngưỡng được lưu cùng đợt khảo sát. Việc gửi cảnh báo chưa có trong phiên bản này. Mức 90 và 80 là đề xuất của phần mềm, không phải quy định.',
  hasPlan: 'Lập kế hoạch lấy mẫu cho đợt này',
  planLead:
    'Kế hoạch cho biết cần bao nhiêu phiếu hợp lệ để con số đủ tin cậy. Kế hoạch không làm thay đổi kết quả nào.',
  formula: 'Công thức',
  formulas: {
    slovin: { name: 'Slovin', more: 'n = N / (1 + N·e²), làm tròn lên; phương pháp năm 2012 của Bộ Nội vụ.' },
    margin: {
      name: 'Biên sai số',
      more: 'n₀ = 1,96²·p(1 − p)/e²; n = n₀ / (1 + (n₀ − 1)/N), làm tròn lên (Cochran 1977).',
    },
  },
  errorPoints: 'Sai số cho phép e (điểm phần trăm)',
  expected: 'Tỷ lệ dự kiến p (%)',
  expectedHelp: 'Chưa biết thì để 50: an toàn nhất.',
  rows: 'Số hồ sơ trong thời gian của đợt',
  rowsHelp: 'Mỗi dòng là một đơn vị và một lĩnh vực (hoặc mọi lĩnh vực). Mỗi dòng đạt riêng sai số trên.',
  rowUnit: 'Đơn vị',
  rowField: 'Lĩnh vực',
  rowPopulation: 'Số hồ sơ (N)',
  allFields: 'Mọi lĩnh vực',
  addRow: 'Thêm dòng',
  addUnits: 'Thêm mỗi đơn vị một dòng',
  removeRow: (row: string) => `Bỏ dòng ${row}`,
  remove: 'Bỏ',
  row: (number: number) => `Dòng ${number}`,
  formsNeeded: (count: string) => `cần ${count} phiếu hợp lệ`,
  planSum: (forms: string, population: string) =>
    `Cộng các dòng: ${forms} phiếu hợp lệ trên ${population} hồ sơ.`,
  planTogether: (forms: string) => `Nếu chỉ cần một con số chung cho tất cả: ${forms} phiếu là đủ.`,
  planNote: 'Tính cho một câu trả lời trên mỗi phiếu. Phiếu không hợp lệ không được tính, vì vậy nên thu dư.',

  save: 'Lưu đợt khảo sát',
  saved: 'Đã lưu.',
  locked: 'Đợt đã bắt đầu: chỉ còn sửa được tên, ngưỡng và kế hoạch lấy mẫu.',
  ended: 'Đợt đã kết thúc, mọi nội dung được giữ nguyên.',
  facts: 'Nội dung của đợt',
  progress: 'Xem tiến độ thu phiếu',
  until: 'Đổi ngày kết thúc',
  untilWhat: (now: string | null) =>
    `${now === null ? 'Đợt này chưa có ngày kết thúc.' : `Ngày kết thúc hiện nay: ${now}.`} Hết ngày kết thúc, máy tính bảng và trang trên điện thoại ngừng thu ý kiến; phiếu đã thu giữ nguyên, phiếu còn trên máy vẫn được nhận. Sau khi đợt đã kết thúc không mở lại được.`,
  untilGo: 'Đổi ngày kết thúc',
  untilDone: 'Đã đổi ngày kết thúc.',
  drop: 'Xóa đợt này',
  dropWhat: (name: string, starts: string) =>
    `Xóa “${name}”, dự kiến bắt đầu ngày ${starts}. Chưa có phiếu, thiết bị hay mã nào thuộc đợt này. Việc xóa được ghi vào nhật ký.`,
  dropGo: 'Xóa',
  faults: {
    'starts taken':
      'Trong những ngày này một đơn vị được chọn đã có đợt khác. Xin chọn ngày khác, hoặc cho đợt kia kết thúc trước.',
    'starts too-early':
      'Ngày bắt đầu phải là hôm nay hoặc muộn hơn: kết quả của những ngày đã qua không đổi nữa.',
    'ends taken': 'Đến ngày này đã có đợt khác bắt đầu.',
    'ends too-early': 'Ngày kết thúc phải là hôm nay hoặc muộn hơn.',
    'follows order': 'Đợt được thay phải bắt đầu trước đợt này.',
    'covers taken': 'Đợt được thay còn áp dụng cho đơn vị khác; xin chọn đủ các đơn vị của đợt đó.',
    'thresholds.warnBelow order': 'Ngưỡng cảnh báo không được cao hơn ngưỡng theo dõi.',
  } as Readonly<Record<string, string>>,
  rowTaken: 'Đơn vị và lĩnh vực này đã có ở dòng khác.',
  reopens: (name: string, ends: string) => `Đợt “${name}”, kết thúc ngày ${ends}, được tiếp tục sau ngày đó`,
  reopensHelp:
    'Cho đến khi đợt kế tiếp bắt đầu, hoặc không có ngày kết thúc. Nếu bỏ chọn, sau ngày đó không thu ý kiến nữa.',
};

export type CampaignWords = typeof campaignsVi;
