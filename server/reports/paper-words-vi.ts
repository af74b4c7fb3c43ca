/** Where people write themselves. */
const BLANK = '.'.repeat(80);

/** What the official paper of a report says in Vietnamese beside names and numbers. */
export const paperVi = {
  nation: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as readonly [string, string],
  number: 'Số:           /BC-..........',
  placeAndDate: '..................., ngày ...... tháng ...... năm ..........',
  title: 'BÁO CÁO',
  subject: (unit: string, period: string) => `Kết quả khảo sát mức độ hài lòng tại ${unit}, ${period}`,
  parts: {
    first: 'I. MỤC ĐÍCH, PHẠM VI VÀ CÁCH KHẢO SÁT',
    second: 'II. KẾT QUẢ',
    third: 'III. ĐÁNH GIÁ',
    fourth: 'IV. KIẾN NGHỊ',
  },
  about: {
    purpose: '1. Mục đích, căn cứ',
    subjects: '2. Đối tượng, phạm vi',
    time: '3. Thời gian',
    how: '4. Phương pháp',
    size: '5. Cỡ mẫu, số phiếu',
    proof: '6. Kiểm chứng số liệu',
  },
  purpose: (campaign: string) =>
    `Khảo sát nhằm nắm mức độ hài lòng của người dân, tổ chức để cải thiện việc phục vụ; thuộc đợt khảo sát “${campaign}”.`,
  ground: `Căn cứ: ${BLANK} (đơn vị ghi số, ngày của kế hoạch và văn bản chỉ đạo).`,
  subjects: (unit: string, points: string) =>
    `Người dân, tổ chức đến giao dịch và tự nguyện trả lời tại ${unit} (${points} điểm tiếp nhận).`,
  time: (dates: string, moment: string) => `${dates}; số liệu lúc ${moment}.`,
  open: 'Kỳ báo cáo chưa kết thúc.',
  express:
    'Phiếu nhanh: mỗi người trả lời một câu hỏi chung và bảy câu được rút luân phiên từ bộ câu hỏi, sao cho câu nào cũng được hỏi đều.',
  full: 'Phiếu đầy đủ: mỗi người trả lời toàn bộ bộ câu hỏi.',
  questionnaire: (name: string) => `Bộ câu hỏi: ${name}.`,
  versions: (list: string) => `Trong kỳ còn dùng phiên bản khác (${list}), không gộp vào số liệu này.`,
  planned: 'Cỡ mẫu theo kế hoạch: .................... phiếu (đơn vị ghi, nếu có).',
  proof: (made: string, version: string) => `Báo cáo lập lúc ${made}; cách tính phiên bản ${version}.`,
  root: (n: string, day: string, digits: string) =>
    `Mã gốc ban đêm mới nhất: số ${n}, ngày ${day}, 16 ký tự đầu ${digits}. Đơn vị thứ hai giữ mã gốc so 16 ký tự này với mã đã nhận.`,
  noRoot: 'Máy chủ chưa ký mã gốc ban đêm nào.',
  formTables: {
    channels: 'Số phiếu theo hình thức (tính trên phiếu đã công bố)',
    units: 'Số phiếu theo đơn vị, điểm tiếp nhận',
    fields: 'Số phiếu theo lĩnh vực',
  },
  formColumns: ['Phát ra', 'Thu về', 'Hợp lệ'],
  channel: 'Hình thức',
  unit: 'Đơn vị, điểm tiếp nhận',
  field: 'Lĩnh vực',
  results: {
    people: '1. Cơ cấu người trả lời',
    whole: '2. Kết quả chung và theo hai nội dung',
    factors: '3. Kết quả theo yếu tố',
    items: '4. Kết quả theo tiêu chí',
    fields: '5. Kết quả theo lĩnh vực',
    units: '6. Kết quả theo đơn vị, điểm tiếp nhận',
    former: '7. So với kỳ trước và diễn biến',
    remarks: '8. Ý kiến góp ý',
  },
  people:
    'Tính trên phiếu có câu trả lời hợp lệ. Người trả lời có thể bỏ qua các câu hỏi về bản thân. Mỗi đặc điểm được tính riêng, không kết hợp với nhau.',
  peopleLater: 'Cơ cấu người trả lời chỉ công bố khi kỳ đã kết thúc.',
  peopleTable: 'Cơ cấu người trả lời',
  peopleColumns: ['Đặc điểm', 'Nhóm', 'Số phiếu', 'Tỷ lệ'],
  allRows: 'Cộng',
  resultTable: 'Mức độ hài lòng chung và theo nội dung',
  factorTable: 'Mức độ hài lòng theo yếu tố',
  figureColumns: ['Chỉ tiêu', 'Kết quả', 'Khoảng tin cậy 95\u00a0%', 'Số phiếu'],
  againstTarget: 'So với mục tiêu',
  states: { met: 'đạt', 'not-met': 'chưa đạt', 'cannot-tell': 'chưa kết luận được' },
  items: 'Số đếm và kết quả của từng tiêu chí ở Phụ lục II.',
  itemTable: 'Các tiêu chí của hai yếu tố có kết quả thấp nhất',
  unitTable: 'Mức độ hài lòng theo đơn vị, điểm tiếp nhận',
  fieldTable: 'Mức độ hài lòng theo lĩnh vực',
  rowColumns: ['Chính sách', 'Dịch vụ', 'Số phiếu (dịch vụ)'],
  noUnits: 'Không có đơn vị hoặc điểm tiếp nhận trực thuộc.',
  untold: 'không công bố',
  whyUntold:
    'Trong các bảng: “không công bố” là dưới 10 phiếu, hoặc từ số đó suy ra được câu trả lời của một nhóm dưới 10 phiếu; “—” là chưa có câu trả lời; “–” là không phát phiếu.',
  fieldsLater: 'Số liệu theo lĩnh vực chỉ công bố khi kỳ đã kết thúc.',
  noFields: 'Không có số liệu theo lĩnh vực.',
  former: (period: string, policy: string, service: string) =>
    `So với ${period}: chính sách công ${policy}; dịch vụ hành chính công ${service}.`,
  noFormer: (period: string) =>
    `Không so sánh được với ${period}, vì một trong hai kỳ không công bố kết quả.`,
  noFormerPeriod: 'Không có kỳ trước cùng loại để so sánh.',
  trendTable: 'Kết quả theo tháng',
  trendColumns: ['Tháng', 'Chính sách', 'Số phiếu', 'Dịch vụ', 'Số phiếu'],
  breaks:
    'Bộ câu hỏi đã đổi phiên bản trong thời gian này: không so sánh các tháng trước và sau khi đổi (vạch chấm trong hình).',
  noTrend: 'Chưa có tháng nào đủ số liệu để công bố.',
  target: (percent: string, policy: string, service: string) =>
    `Mục tiêu năm: ${percent}. Chính sách công: ${policy}; dịch vụ hành chính công: ${service}.`,
  targetSource: (source: string) => `Căn cứ của mục tiêu: ${source}.`,
  remarks: (count: string) =>
    `Trong kỳ có từ ${count} góp ý trở lên được chuyển đến người phụ trách xử lý; nội dung từng góp ý không đưa vào báo cáo.`,
  fewRemarks: 'Số góp ý trong kỳ dưới 10 nên không nêu.',
  tags: (list: string) =>
    `Theo vấn đề đã được người phụ trách xác nhận (một góp ý có thể nêu nhiều vấn đề; chỉ nêu vấn đề có từ 10 góp ý, tính theo chục): ${list}.`,
  replies: 'Nội dung “Góp ý – đã xử lý” đã công khai cho người dân:',
  reply: (unit: string, said: string, did: string) => `- ${unit}: người dân góp ý “${said}”; đã làm: ${did}`,
  moreReplies: (count: string) => `Và ${count} nội dung khác.`,
  noReplies: 'Trong kỳ chưa công khai nội dung “Góp ý – đã xử lý” nào.',
  blank: '.'.repeat(110),
  byHand: '(Phần này do đơn vị viết.)',
  assess: ['1. Kết quả nổi bật:', '2. Tồn tại, hạn chế:', '3. Nguyên nhân:'],
  propose: ['1. Việc đơn vị sẽ làm, người phụ trách, thời hạn:', '2. Kiến nghị với cấp trên:'],
  recipients: 'Nơi nhận:',
  list: ['- ..............................;', '- Sở Nội vụ;', '- Lưu: VT, .....'],
  signer: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  annexes: {
    sums: { name: 'Phụ lục I', title: 'SỐ ĐẾM GỐC VÀ CÁCH TÍNH LẠI' },
    items: { name: 'Phụ lục II', title: 'SỐ ĐẾM CỦA TỪNG TIÊU CHÍ' },
  },
  annexNote: (agency: string) =>
    `(Kèm theo Báo cáo số ......../BC-.......... ngày ...... tháng ...... năm .......... của ${agency})`,
  annexTable: 'Số đếm gốc và cỡ mẫu hiệu dụng của từng chỉ tiêu',
  annexColumns: ['Chỉ tiêu', '%', 'n', 'Câu trả lời', 'Y', 'M', 'YY', 'YM', 'MM', 'n hiệu dụng'],
  itemsTable: 'Câu trả lời ở từng mức của các tiêu chí',
  itemsColumns: (levels: readonly string[]) => [
    'Số',
    'Tiêu chí',
    ...levels,
    'Không ý kiến',
    'Chưa đến câu này',
    'Để trống',
    'n',
    '%',
    'Khoảng tin cậy 95\u00a0%',
  ],
  itemsKey:
    'Mức 1: rất không hài lòng; 2: không hài lòng; 3: bình thường; 4: hài lòng; 5: rất hài lòng. n là tổng các mức; % là tỷ lệ của hai mức cao nhất trên n, không tính “Không có ý kiến”. “Chưa đến câu này”: người trả lời dừng trước câu đó. “Để trống”: chỉ có ở phiếu giấy. Mỗi phiếu có nhiều nhất một câu trả lời cho một tiêu chí nên khoảng tin cậy là khoảng Wilson với n phiếu. “–”: không công bố.',
  itemsMean:
    'Mức 1: rất không hài lòng; 2: không hài lòng; 3: bình thường; 4: hài lòng; 5: rất hài lòng. n là tổng các mức; % theo cách tính của đợt khảo sát. “Chưa đến câu này”: người trả lời dừng trước câu đó. “Để trống”: chỉ có ở phiếu giấy. “–”: không công bố.',
  itemsOpen: 'Khi kỳ chưa kết thúc, tiêu chí chỉ tính các nửa tháng đã kết thúc.',
  table: (n: number, caption: string) => `Bảng ${n}. ${caption}`,
  picture: (n: number, caption: string) => `Hình ${n}. ${caption}`,
};

export type PaperWords = typeof paperVi;
