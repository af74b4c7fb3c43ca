import type { SetUpStep } from '../../shared/wire/first-run.ts';

/** Words of the first run of a real office; each step is explained in one sentence. */
export const firstRunVi = {
  title: 'Thiết lập cho đơn vị',
  progress: (at: number, of: number, name: string) => `Bước ${at}/${of}: ${name}`,
  stepsLabel: 'Các bước thiết lập',
  done: 'đã xong',
  steps: {
    province: { name: 'Tỉnh, thành phố', lead: 'Chọn tỉnh hoặc thành phố trực thuộc trung ương của đơn vị.' },
    office: {
      name: 'Đơn vị',
      lead: 'Chọn xã, phường, đặc khu hoặc ghi tên sở, ban, ngành tổ chức khảo sát.',
    },
    points: {
      name: 'Điểm tiếp nhận',
      lead: 'Điểm tiếp nhận là nơi người dân đến làm thủ tục; mỗi điểm có thể có nhiều quầy.',
    },
    fields: {
      name: 'Lĩnh vực',
      lead: 'Chọn các lĩnh vực hiện trên phiếu ở câu hỏi người dân đến giải quyết việc gì. Thủ tục thường gặp của từng lĩnh vực được đưa vào kèm theo.',
    },
    account: {
      name: 'Tài khoản',
      lead: 'Tài khoản đầu tiên là của quản trị viên: người này mời những người khác và xem kết quả.',
    },
    campaign: {
      name: 'Đợt khảo sát',
      lead: 'Đợt khảo sát cho biết hỏi từ ngày nào, bằng bộ câu hỏi nào và tính kết quả theo cách nào.',
    },
    tablet: {
      name: 'Máy tính bảng',
      lead: 'Đăng ký máy tính bảng đặt tại quầy bằng mã QR, rồi trả lời thử một phiếu.',
    },
  } satisfies Record<SetUpStep, { name: string; lead: string }>,
  next: 'Lưu và sang bước sau',
  back: 'Bước trước',
  kept: 'Có thể dừng bất cứ lúc nào: những gì đã điền được lưu trên máy chủ. Muốn làm tiếp trên máy khác, xin tạo đường dẫn mới trên máy chủ bằng lệnh:',
  keeping: 'Đang lưu…',
  isKept: 'Đã lưu trên máy chủ.',
  notKept: 'Chưa lưu được. Xin kiểm tra mạng; trang sẽ tự lưu lại.',

  closed: {
    title: 'Cần đường dẫn thiết lập',
    used: 'Đường dẫn này đã được dùng, đã hết hạn, hoặc đơn vị đã thiết lập xong.',
    ended:
      'Phiên thiết lập đã kết thúc hoặc đã được mở trên máy khác. Những gì đã điền vẫn còn trên máy chủ.',
    how: 'Trang thiết lập chỉ mở được bằng đường dẫn dùng một lần mà máy chủ in ra khi khởi động. Muốn có đường dẫn mới, người vận hành chạy lệnh này trên máy chủ:',
    already: 'Nếu đơn vị đã có tài khoản, xin đăng nhập để tiếp tục.',
    signIn: 'Về trang đăng nhập',
  },

  province: {
    label: 'Tỉnh, thành phố',
    source: 'Danh mục kèm theo phần mềm: 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu (tháng 7/2026).',
  },
  office: {
    kind: 'Loại đơn vị',
    commune: 'Xã, phường, đặc khu',
    department: 'Sở, ban, ngành hoặc đơn vị cấp tỉnh',
    loading: 'Đang tải danh sách xã, phường…',
    name: 'Tên đơn vị',
    nameHelp: 'Ví dụ: Sở Tư pháp. Để trống tiếng Anh thì bản tiếng Anh dùng tên tiếng Việt.',
    contact: 'Số điện thoại của cơ quan (không bắt buộc)',
    contactHelp:
      'Người dân thấy số này khi cần trao đổi với cơ quan, ví dụ 0263 3822 345. Xin ghi số của cơ quan, không ghi số của riêng ai.',
    contactWrong: 'Chưa phải một số điện thoại gọi được. Xin ghi đủ mã vùng, chỉ một số, hoặc để trống.',
  },
  points: {
    point: (number: number) => `Điểm tiếp nhận ${number}`,
    name: 'Tên điểm tiếp nhận',
    nameHelp: 'Tên này hiện trên máy tính bảng. Có thể để trống tiếng Anh.',
    counters: 'Các quầy',
    counter: (number: number) => `Tên quầy ${number}`,
    noCounters: 'Chưa có quầy: máy tính bảng và mã QR dùng chung cho cả điểm.',
    addCounter: 'Thêm quầy',
    removeCounter: (name: string) => `Bỏ quầy ${name}`,
    add: 'Thêm điểm tiếp nhận',
    remove: (name: string) => `Bỏ điểm tiếp nhận ${name}`,
    unnamed: 'chưa có tên',
    none: 'Cần ít nhất một điểm tiếp nhận.',
  },
  fields: {
    label: 'Lĩnh vực thường gặp',
    own: 'Lĩnh vực khác của đơn vị',
    ownName: (number: number) => `Tên lĩnh vực ${number}`,
    add: 'Thêm lĩnh vực khác',
    remove: (name: string) => `Bỏ lĩnh vực ${name}`,
    none: 'Xin chọn ít nhất một lĩnh vực.',
  },
  account: {
    name: 'Họ và tên',
    login: 'Tên đăng nhập',
    loginHelp: 'Chữ không dấu, chữ số, dấu chấm hoặc gạch nối; ví dụ: lan.nguyen.',
    password: 'Mật khẩu',
    rule: (least: number) => `Ít nhất ${least} ký tự. Nên dùng một câu ngắn dễ nhớ.`,
    toFactor: 'Sang xác thực hai bước',
    factor: 'Xác thực hai bước',
    make: 'Tạo đơn vị và tài khoản',
    willMake: 'Khi bấm nút cuối trang này, máy chủ sẽ tạo:',
    willOffice: (office: string, province: string) => `Đơn vị: ${office}, ${province}`,
    willPoints: (points: string, counters: string) => `${points} điểm tiếp nhận, ${counters} quầy`,
    willFields: (fields: string) => `${fields} lĩnh vực, kèm thủ tục thường gặp`,
    willLookAfter: (province: string) =>
      `Tài khoản quản trị ở cấp cao nhất (${province}), vì danh sách lĩnh vực và thủ tục dùng chung nằm ở đó. Người chỉ phụ trách đơn vị thì được mời sau, tại trang Người dùng.`,
    closes: 'Sau đó đường dẫn thiết lập đóng lại vĩnh viễn; hai bước còn lại làm bằng tài khoản này.',
    faults: {
      'login wrong': 'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm, gạch nối; ít nhất hai ký tự.',
      'login taken': 'Tên đăng nhập này đã có người dùng. Xin chọn tên khác.',
      'password wrong': 'Mật khẩu quá ngắn: cần ít nhất 12 ký tự.',
      'province taken': 'Nơi này đang có trong dữ liệu minh họa. Xin xóa dữ liệu minh họa ở bước 1 trước.',
      'office.commune taken':
        'Nơi này đang có trong dữ liệu minh họa. Xin xóa dữ liệu minh họa ở bước 1 trước.',
      'code wrong': 'Xin nhập đủ 6 chữ số.',
      'factor wrong': 'Mã QR đã quá 30 phút. Xin bấm nút bên dưới để có mã mới rồi quét lại.',
    } as Readonly<Record<string, string>>,
  },
  campaign: {
    name: 'Tên đợt khảo sát',
    usual: { vi: 'Khảo sát thường xuyên', en: 'Continuous survey' },
    starts: 'Từ ngày',
    startsHelp:
      'Hôm nay, hoặc một ngày sau này: trước ngày đó máy tính bảng và trang trên điện thoại chưa thu ý kiến.',
    ends: 'Đến ngày (có thể để trống)',
    endsHelp: 'Để trống nếu khảo sát thường xuyên.',
    questionnaire:
      'Bộ câu hỏi: 39 tiêu chí SIPAS; mỗi lượt trên máy tính bảng hỏi 8 câu được chọn luân phiên.',
    statistic: 'Cách tính kết quả',
    statistics: {
      top2: 'Tỷ lệ hài lòng: tỷ lệ câu trả lời ở mức 4 và 5 (nên dùng)',
      mean5: 'Điểm trung bình ÷ 5 × 100',
    },
    make: 'Tạo đợt khảo sát',
    faults: {
      'ends order': 'Ngày kết thúc phải sau ngày bắt đầu.',
      'ends too-early': 'Ngày kết thúc phải là hôm nay hoặc muộn hơn.',
      'starts too-late': 'Xin chọn ngày trong vòng năm năm tới.',
    } as Readonly<Record<string, string>>,
  },
  tablet: {
    name: 'Tên máy',
    usual: 'Ki-ốt 1',
    point: 'Đặt tại',
    make: 'Tạo mã đăng ký',
    again: 'Tạo mã mới',
    qr: 'Mã QR để đăng ký máy tính bảng',
    step1: 'Trên máy tính bảng, mở Chrome và vào địa chỉ này, hoặc quét mã QR:',
    step2: 'Cài trang thành ứng dụng (“Thêm vào màn hình chính”), mở từ biểu tượng, rồi nhập mã:',
    onlyHere:
      'Địa chỉ này chỉ mở được trên chính máy chủ. Muốn dùng máy tính bảng khác, người vận hành cần đặt địa chỉ chung (PUBLIC_URL) rồi khởi động lại máy chủ; những gì đã thiết lập vẫn giữ nguyên.',
    step3: 'So tên máy hiện ra với tên ở đây, rồi bấm “Đúng thiết bị này”.',
    left: (clock: string) => `Mã còn dùng được ${clock}`,
    over: 'Mã đã hết hạn. Xin tạo mã mới.',
    pin: 'Mã PIN trang dành cho cán bộ trên máy',
    pinOnce: 'Xin ghi lại: mã PIN chỉ hiện một lần ở đây.',
    waits: 'Đang chờ máy tính bảng đăng ký…',
    isIn: (name: string) => `Máy “${name}” đã đăng ký xong.`,
    tap: 'Xin trả lời thử một phiếu trên máy tính bảng. Phiếu này được tính như phiếu thật.',
    waitsTap: 'Đang chờ phiếu đầu tiên…',
    accepted: 'Phiếu đầu tiên đã được nhận. Đơn vị sẵn sàng khảo sát.',
    sends: 'Máy gửi phiếu trong vòng 5 phút; bấm “Gửi ngay” trên trang dành cho cán bộ nếu muốn thấy ngay.',
    later: 'Để sau, vào trang kết quả',
    end: 'Hoàn tất, vào trang kết quả',
    phones: 'Địa chỉ cho điện thoại của người dân, đã tạo sẵn:',
    begins: (day: string) =>
      `Trước ngày ${day} chưa thu ý kiến; đến ngày đó máy tính bảng và trang trên điện thoại tự bắt đầu.`,
  },
  demo: {
    title: 'Dữ liệu minh họa',
    there: (counts: string) =>
      `Máy chủ này đang có tỉnh minh họa Lâm Khê: ${counts}. Dữ liệu này không bao giờ cộng vào kết quả thật.`,
    counts: (units: string, points: string, devices: string, submissions: string) =>
      `${units} đơn vị, ${points} điểm tiếp nhận, ${devices} thiết bị, ${submissions} phiếu`,
    open: 'Xóa dữ liệu minh họa',
    what: (counts: string, accounts: string) =>
      `Sẽ xóa hẳn ${counts} và ${accounts} tài khoản của tỉnh minh họa; người đang dùng các tài khoản đó bị đăng xuất. Không khôi phục được. Dữ liệu thật không bị ảnh hưởng.`,
    go: 'Xóa hẳn',
    removed: 'Đã xóa dữ liệu minh họa.',
  },
};

export type FirstRunWords = typeof firstRunVi;
