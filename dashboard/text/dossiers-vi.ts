import type {
  DossierSource,
  FileColumn,
  FileFault,
  FileKind,
  RowFault,
  RowNote,
} from '../../shared/wire/dossier-requests.ts';

/** Words of the page of dossiers. */
export const dossiersVi = {
  title: 'Hồ sơ',
  lead: 'Nhập danh sách hồ sơ hoặc số liệu thống kê lấy từ phần mềm một cửa, để tính tỷ lệ thu phiếu và lập danh sách gọi điện khảo sát.',
  privacy: (days: string, months: string) =>
    `Số điện thoại được mã hóa và lưu riêng, không bao giờ gắn với câu trả lời; số bị xóa sau khi trả kết quả ${days} ngày. Sau ${months} tháng chỉ còn số lượng hồ sơ.`,
  loading: 'Đang tải…',

  choose: {
    title: 'Nhập tệp',
    file: 'Tệp Excel (.xlsx) hoặc CSV trên máy này',
    help: 'Tối đa 20 MB và 100.000 dòng. Dòng đầu của bảng là tên cột. Tệp chỉ được giữ trong bộ nhớ máy chủ đến khi nhập xong, chậm nhất 30 phút.',
    other: 'Chọn tệp khác',
    stop: 'Dừng lại',
    stopped: 'Đã dừng. Không có gì được nhập.',
    lost: 'Máy chủ không còn giữ tệp này. Xin chọn lại tệp.',
    sending: 'Đang gửi tệp…',
  },
  steps: {
    reading: 'Đang đọc tệp',
    checking: 'Đang kiểm tra từng dòng',
    writing: 'Đang nhập',
  },
  rowsDone: (done: string, all: string | null) =>
    all === null ? `${done} dòng` : `${done} trên ${all} dòng`,

  refused: {
    empty: 'Tệp không có nội dung (0 byte). Xin xuất lại tệp từ phần mềm một cửa.',
    'too-large': 'Tệp lớn hơn 20 MB. Xin bỏ các trang tính khác, hoặc chia theo tháng rồi nhập lần lượt.',
    'too-many-rows': 'Tệp có hơn 100.000 dòng. Xin chia theo tháng rồi nhập lần lượt.',
    encrypted: 'Tệp có đặt mật khẩu. Xin mở bằng Excel, bỏ mật khẩu rồi lưu lại.',
    'old-format': 'Đây là tệp Excel đời cũ (.xls). Xin mở bằng Excel rồi lưu thành “Excel Workbook (.xlsx)”.',
    macros: 'Tệp có chứa macro. Xin lưu lại thành “Excel Workbook (.xlsx)”, loại không có macro.',
    'web-page':
      'Tệp này thực ra là một trang web, dù tên có thể là .xls. Xin mở bằng Excel rồi lưu thành “Excel Workbook (.xlsx)”.',
    'not-a-sheet': 'Tệp này không phải bảng tính Excel (.xlsx) hay CSV.',
    damaged: 'Tệp bị hỏng hoặc chưa được tải về đầy đủ. Xin xuất lại tệp.',
    inflates: 'Tệp nén có nội dung lớn bất thường nên không được đọc. Xin xuất lại tệp từ phần mềm một cửa.',
    encoding:
      'Tệp không dùng bảng mã Unicode (có thể là TCVN3, VNI hoặc windows-1258). Trong Excel, xin chọn “Lưu thành” rồi “CSV UTF-8” hoặc “.xlsx”.',
    'no-rows': 'Không tìm thấy bảng có dòng tên cột và ít nhất một dòng số liệu.',
    unreadable: 'Không đọc được tệp này. Xin mở bằng Excel, lưu lại thành .xlsx rồi thử lại.',
    changed:
      'Danh mục hoặc đơn vị đã thay đổi từ lúc kiểm tra, nên có dòng không còn khớp. Xin chọn lại tệp để kiểm tra lại.',
  } satisfies Record<FileFault, string>,
  nothingTaken: 'Không có gì được nhập.',

  columns: {
    code: 'Mã hồ sơ',
    phone: 'Số điện thoại',
    field: 'Lĩnh vực',
    procedure: 'Thủ tục',
    authority: 'Cơ quan có thẩm quyền',
    point: 'Điểm tiếp nhận',
    counter: 'Quầy',
    received: 'Ngày tiếp nhận',
    due: 'Ngày hẹn trả',
    returned: 'Ngày trả kết quả',
    unit: 'Đơn vị',
    month: 'Tháng',
    early: 'Trả trước hạn',
    onTime: 'Trả đúng hạn',
    late: 'Trả quá hạn',
    open: 'Đang giải quyết',
    overdue: 'Đang giải quyết, đã quá hạn',
  } satisfies Record<FileColumn, string>,
  receivedCount: 'Tiếp nhận',
  openHelp: 'Gồm cả hồ sơ đã quá hạn.',

  mapping: {
    title: (name: string) => `Tệp này có gì: ${name}`,
    found: (rows: string, sheet: string | null) =>
      sheet === null ? `${rows} dòng.` : `${rows} dòng ở trang tính “${sheet}”.`,
    remembered: 'Các cột được chọn như lần trước đơn vị nhập tệp có cùng tên cột.',
    takenBefore: (day: string) => `Chính tệp này đã được nhập ngày ${day}.`,
    kind: 'Tệp này là',
    kinds: {
      list: 'Danh sách hồ sơ (mỗi dòng một hồ sơ)',
      statistics: 'Số liệu thống kê (mỗi dòng một đơn vị, lĩnh vực, tháng)',
    } satisfies Record<FileKind, string>,
    which: 'Cột nào là gì',
    whichHelp: 'Cột đã nhận ra theo tên được chọn sẵn. Cột không dùng đến thì bỏ qua.',
    none: 'Không có trong tệp',
    needed: 'bắt buộc',
    example: (text: string) => `Ví dụ: ${text}`,
    point: 'Điểm tiếp nhận của mọi dòng',
    unit: 'Đơn vị của mọi dòng',
    month: 'Tháng của mọi dòng',
    check: 'Kiểm tra',
    missing: (names: string) => `Xin chọn cột cho: ${names}.`,
  },

  unknown: {
    title: 'Tên chưa khớp với danh mục',
    help: 'Xin chỉ ra mỗi tên này là mục nào trong danh mục. Lựa chọn được ghi nhớ cho những lần sau.',
    word: (word: string, rows: string) => `“${word}” (${rows} dòng)`,
    none: 'Để là dòng lỗi',
    again: 'Kiểm tra lại',
  },

  checked: {
    title: 'Xem trước',
    good: (good: string, added: string, changed: string, same: string) =>
      `${good} dòng đọc được: ${added} mới, ${changed} có thay đổi, ${same} giữ nguyên.`,
    faulty: (count: string) => `${count} dòng có lỗi.`,
    noFaults: 'Không có dòng lỗi.',
    nothing: 'Tệp không có gì mới so với những gì đã nhập.',
    preview: 'Những dòng đầu, như sẽ được nhập',
    row: 'Dòng',
    covers: 'Danh sách có đủ mọi hồ sơ tiếp nhận trong các tháng',
    coversHelp:
      'Trong các tháng này, số đếm lấy từ danh sách và thay cho số liệu thống kê đã nhập. Nếu danh sách không đủ, xin chọn “không tháng nào”.',
    from: 'từ',
    to: 'đến',
    noMonth: 'không tháng nào',
    leave: (count: string) => `Nhập các dòng còn lại, bỏ ${count} dòng lỗi`,
    leaveHelp: 'Nếu không chọn, xin sửa tệp rồi chọn lại; chưa có dòng nào được nhập.',
    take: (count: string) => `Nhập ${count} dòng`,
    back: 'Chọn lại cột',
  },
  notes: {
    phone: (count: string) => `${count} dòng có số điện thoại không dùng được: nhập không kèm số.`,
    'phone-old': (count: string) => `${count} dòng đã quá thời hạn giữ số điện thoại: nhập không kèm số.`,
    procedure: (count: string) => `${count} dòng có thủ tục không có trong danh mục: nhập không kèm thủ tục.`,
    authority: (count: string) =>
      `${count} dòng có cơ quan giải quyết không có trong danh mục: nhập không kèm cơ quan.`,
    counter: (count: string) => `${count} dòng có tên quầy quá dài: nhập không kèm quầy.`,
  } satisfies Record<RowNote, (count: string) => string>,

  faults: {
    title: 'Dòng lỗi và dòng nhập thiếu',
    first: (count: string) => `Hiện ${count} dòng đầu; tệp CSV có đủ tất cả.`,
    save: 'Tải danh sách này (CSV)',
    fileName: 'dong-loi.csv',
    row: 'Dòng',
    column: 'Cột',
    why: 'Lý do',
    reasons: {
      needed: 'Còn trống.',
      date: 'Không đọc được thành ngày (ngày/tháng/năm).',
      future: 'Ở tương lai.',
      order: 'Trước ngày tiếp nhận.',
      month: 'Không đọc được thành tháng (tháng/năm).',
      count: 'Không phải số nguyên.',
      sum: 'Lớn hơn số đang giải quyết.',
      unknown: 'Không có trong danh mục, hoặc ngoài phạm vi của tài khoản.',
      formula: 'Là công thức. Xin dán thành giá trị.',
      error: 'Ô báo lỗi (như #REF!).',
      merged: 'Có ô gộp. Xin bỏ gộp ô và điền đủ từng dòng.',
      totals: 'Là dòng tổng cộng.',
      twice: 'Đã có ở một dòng phía trên.',
      'too-long': 'Quá dài.',
      'too-old': 'Đã quá thời hạn giữ hồ sơ; số đếm của hồ sơ vẫn còn.',
      phone: 'Không phải số điện thoại gọi được; dòng được nhập không kèm số.',
      'phone-old': 'Đã quá thời hạn giữ số; dòng được nhập không kèm số.',
      procedure: 'Không có trong danh mục; dòng được nhập không kèm thủ tục.',
      authority: 'Không có trong danh mục; dòng được nhập không kèm cơ quan.',
      counter: 'Tên quầy quá dài; dòng được nhập không kèm quầy.',
    } satisfies Record<RowFault | RowNote, string>,
  },

  taken: {
    title: 'Đã nhập xong',
    counts: (added: string, changed: string, same: string) =>
      `${added} mới, ${changed} có thay đổi, ${same} giữ nguyên.`,
    left: (count: string) => `${count} dòng lỗi không được nhập.`,
    nothing: 'Mọi dòng đều đã có từ trước; không có gì thay đổi.',
  },

  months: {
    title: 'Hồ sơ theo tháng',
    none: 'Chưa có tháng nào có đủ danh sách hoặc số liệu thống kê.',
    month: 'Tháng',
    source: 'Nguồn',
    sources: { list: 'danh sách', statistics: 'thống kê' } satisfies Record<DossierSource, string>,
    note: 'Đang giải quyết và quá hạn: tính đến cuối tháng, hoặc đến hôm nay. Tháng có đủ danh sách thì lấy theo danh sách; nếu không, theo số liệu thống kê.',
    unsaid: '–',
  },
  imports: {
    title: 'Các lần đã nhập',
    none: 'Chưa nhập lần nào.',
    kinds: { list: 'Danh sách', statistics: 'Thống kê' } satisfies Record<FileKind, string>,
    by: 'Người nhập',
    rows: 'Dòng còn giữ',
    counts: 'Mới / thay đổi / giữ nguyên / bỏ',
    covers: 'Đủ các tháng',
    coversNone: 'không tháng nào',
    span: (from: string, to: string) => (from === to ? from : `${from} đến ${to}`),
    remove: 'Xóa lần nhập này',
    label: (day: string) => `Xóa lần nhập này, ngày ${day}`,
    what: (rows: string) =>
      `${rows} dòng còn nguyên như lần nhập này để lại sẽ bị xóa, cùng số điện thoại của chúng. Dòng mà lần nhập sau đã thay đổi thì giữ nguyên. Trạng thái trước lần nhập này không được khôi phục; nếu cần, xin nhập lại tệp cũ. Phiếu khảo sát không bị ảnh hưởng.`,
    removed: 'Đã xóa lần nhập.',
  },
};

export type DossiersWords = typeof dossiersVi;
