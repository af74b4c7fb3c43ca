import type { DeviceAlarm, DeviceState, Lamp, NotAsking } from '../../shared/wire/manage.ts';

/** Words of the device pages; they come over the network with these pages. Vietnamese is the source. */
export const devicesVi = {
  title: 'Thiết bị',
  lead: 'Máy tính bảng tại các điểm tiếp nhận: máy nào hoạt động bình thường, máy nào cần kiểm tra, và phiếu đã về đủ chưa.',
  loading: 'Đang tải danh sách thiết bị…',
  none: 'Chưa có thiết bị nào. Bấm “Thêm thiết bị” để lấy mã đăng ký cho máy đầu tiên.',
  noneFits: 'Không có thiết bị nào khớp với lựa chọn ở trên.',
  counts: (all: string, parts: string) => `${all} thiết bị: ${parts}`,
  countsNone: '0 thiết bị đang dùng',
  countOf: {
    green: (count: string) => `${count} bình thường`,
    amber: (count: string) => `${count} cần lưu ý`,
    red: (count: string) => `${count} cần xử lý ngay`,
    new: (count: string) => `${count} chờ đăng ký`,
  } satisfies Record<Lamp | 'new', (count: string) => string>,
  lamps: { green: 'Bình thường', amber: 'Cần lưu ý', red: 'Cần xử lý ngay' } satisfies Record<Lamp, string>,
  states: {
    new: 'Chờ đăng ký',
    active: 'Đang dùng',
    inactive: 'Tạm ngừng',
    retired: 'Đã thu hồi',
  } satisfies Record<DeviceState, string>,
  filter: 'Lọc danh sách',
  search: 'Tìm theo tên thiết bị hoặc điểm tiếp nhận',
  unit: 'Đơn vị',
  allUnits: 'Tất cả đơn vị',
  withRetired: (count: string) => `Hiện cả máy đã thu hồi (${count})`,
  add: 'Thêm thiết bị',
  rescue: 'Nhập tệp cứu hộ',
  fresh: 'Cập nhật',
  lastContact: (day: string) => `Liên lạc lần cuối: ${day}`,
  never: 'Chưa liên lạc lần nào',
  codeOpen: 'Đang có mã đăng ký chờ dùng',
  codeMissing: 'Chưa đăng ký máy. Mở chi tiết và bấm “Tạo mã đăng ký”.',
  moreAlarms: (count: string) => `và ${count} việc khác`,
  open: (name: string) => `Chi tiết: ${name}`,
  notAsking: {
    closed:
      'Máy không thu ý kiến: điểm tiếp nhận này đã ngừng hoạt động. Hãy chuyển máy đến nơi khác hoặc thu hồi.',
    state: 'Máy không thu ý kiến: máy chưa đăng ký, tạm ngừng hoặc đã thu hồi.',
    'not-yet': 'Máy không thu ý kiến: chưa đến ngày máy được đặt tại điểm này.',
    campaign: 'Máy không thu ý kiến: hiện không có đợt khảo sát nào đang diễn ra tại đây.',
  } satisfies Record<NotAsking, string>,

  ledger: {
    taken: (count: string) => `đã nhận ${count}`,
    stored: (count: string) => `đã lưu ${count}`,
    held: (count: string) => `chờ xem xét ${count}`,
    waiting: (count: string) => `đang chờ gửi ${count}`,
    missing: (count: string) => `còn thiếu ${count}`,
    why: 'Đã nhận: số phiếu người dân đã gửi tại máy. Đã lưu: số phiếu đã lưu chắc chắn trên máy chủ. Đang chờ gửi: phiếu còn nằm an toàn trên máy, chưa phải là thiếu.',
  },

  alarms: {
    silent: {
      what: 'Máy không liên lạc với máy chủ suốt một ngày làm việc.',
      todo: 'Xin kiểm tra nguồn điện và mạng tại điểm tiếp nhận, rồi mở lại trang khảo sát.',
    },
    missing: {
      what: 'Số phiếu máy đã nhận nhiều hơn tổng số phiếu trên máy chủ và phiếu còn trên máy.',
      todo: 'Xin giữ nguyên máy, không xóa dữ liệu trình duyệt. Mở trang dành cho cán bộ trên máy và bấm “Gửi ngay”; nếu vẫn thiếu, xuất tệp cứu hộ rồi nhập tại đây.',
    },
    lost: {
      what: 'Máy báo có phiếu bị mất ngay trên máy.',
      todo: 'Xin ngừng dùng máy này, giữ nguyên dữ liệu và báo quản trị viên hệ thống.',
    },
    cloned: {
      what: 'Hai niêm phong khác nhau mang cùng một số: dữ liệu của máy có thể đã bị sao chép hoặc khôi phục lại.',
      todo: 'Xin tạo mã đăng ký mới để máy có khóa mới, và xác minh ai đã sao chép hoặc khôi phục máy.',
    },
    'seal-refused': {
      what: 'Máy chủ không chấp nhận một niêm phong của máy vì chữ ký hoặc nội dung không khớp.',
      todo: 'Xin đăng ký lại máy bằng mã mới, rồi bấm “Đã xem”. Nếu còn lặp lại, báo quản trị viên hệ thống.',
    },
    'seal-gap': {
      what: 'Niêm phong của máy không liên tục: khuyết một số thứ tự.',
      todo: 'Xin để máy kết nối mạng trong một ngày làm việc. Nếu vẫn thiếu, báo quản trị viên hệ thống.',
    },
    'not-persisted': {
      what: 'Trình duyệt trên máy chưa bảo đảm lưu giữ dữ liệu, nên máy tạm ngừng nhận phiếu.',
      todo: 'Xin cài trang khảo sát thành ứng dụng (Chrome: “Thêm vào màn hình chính”) và mở từ biểu tượng đó, không dùng cửa sổ riêng tư (ẩn danh).',
    },
    'storage-low': {
      what: 'Bộ nhớ của máy còn trống dưới 500 MB.',
      todo: 'Xin xóa bớt ảnh và ứng dụng không dùng. Không xóa dữ liệu của trình duyệt.',
    },
    'storage-full': {
      what: 'Bộ nhớ của máy gần đầy: còn trống dưới 200 MB.',
      todo: 'Ngay hôm nay, xin xóa bớt ảnh và ứng dụng không dùng. Không xóa dữ liệu của trình duyệt.',
    },
    held: {
      what: 'Có phiếu của máy đang được giữ lại chờ xem xét.',
      todo: 'Xin mở trang “Chờ xem xét” và quyết định tính vào kết quả hoặc từ chối.',
    },
    'held-full': {
      what: 'Quá nhiều phiếu của máy đang bị giữ lại, nên máy chủ chưa nhận thêm phiếu nào phải giữ lại. Những phiếu đó vẫn nằm an toàn trên máy.',
      todo: 'Xin xem nguyên nhân tại trang “Chờ xem xét”. Nếu máy vẫn do đơn vị quản lý, bấm “Đã xem” để máy chủ nhận tiếp; nếu nghi có người giả danh máy, xin đăng ký lại máy bằng mã mới.',
    },
    'unsent-old': {
      what: 'Có phiếu đã nằm trên máy quá một ngày làm việc mà chưa gửi được.',
      todo: 'Xin kiểm tra mạng tại điểm tiếp nhận. Phiếu vẫn an toàn trên máy.',
    },
    'old-app': {
      what: 'Máy đang chạy phiên bản cũ của phần mềm.',
      todo: 'Xin để máy ở màn hình chờ khi có mạng: phiên bản mới sẽ tự cài đặt. Nếu chưa được, mở lại trang khảo sát.',
    },
    fault: {
      what: 'Máy tự báo có lỗi.',
      todo: 'Xin mở trang dành cho cán bộ trên máy để xem lỗi và cách xử lý.',
    },
  } satisfies Record<DeviceAlarm, { what: string; todo: string }>,

  /** Words of the fault log of a device; `n` is the number at the end of some of them. */
  faults: {
    'outbox-lacks': (n: string) => `Bộ nhớ chính của máy thiếu ${n} phiếu so với số đã đếm.`,
    'outbox-restored': (n: string) => `Đã khôi phục ${n} phiếu từ sổ dự phòng trên máy.`,
    'outbox-lost': (n: string) => `Mất ${n} phiếu trên máy.`,
    'outbox-fails': () => 'Có lần phiếu chỉ ghi được vào sổ dự phòng.',
    'journal-damaged': () => 'Sổ dự phòng trên máy bị hỏng một phần.',
    'journal-fails': () => 'Không ghi được sổ dự phòng trên máy.',
    'entry-unreadable': () => 'Có phiếu trên máy không đọc lại được.',
    'keep-failed': () => 'Có lần máy không lưu được phiếu, và đã báo cho người dân.',
    'storage-blocked': () => 'Bộ nhớ chính bị một trang khác giữ.',
    'storage-terminated': () => 'Trình duyệt đã ngắt bộ nhớ chính của trang.',
    'storage-hangs': () => 'Bộ nhớ chính phản hồi quá chậm.',
    'storage-fails': () => 'Bộ nhớ chính báo lỗi.',
    'storage-dead': () => 'Bộ nhớ chính không mở lại được.',
    'device-restored': () => 'Đăng ký của máy đã được khôi phục từ sổ dự phòng.',
    'key-lost': () => 'Khóa ký của máy không dùng được; xin đăng ký lại máy bằng mã mới.',
    'tend-fails': () => 'Có lần máy không niêm phong được phiếu.',
    'packs-late': () => 'Quá một ngày máy chưa tải xong giọng đọc của một ngôn ngữ.',
    'around-missing': () =>
      'Chưa tải được phần chữ to, ngôn ngữ khác, giọng đọc, thông báo về quyền riêng tư và lối vào của cán bộ.',
  } as Readonly<Record<string, ((n: string) => string) | undefined>>,
  faultUnknown: (word: string) => `Lỗi khác: ${word}`,

  detail: {
    back: 'Về danh sách thiết bị',
    loading: 'Đang tải thông tin thiết bị…',
    wellHeading: 'Tình trạng',
    well: 'Máy hoạt động bình thường, không cần làm gì.',
    todo: 'Cần làm:',
    sealed: (count: string) => `Đã đối chiếu từng phiếu qua niêm phong: ${count}`,
    seals: (last: string, safe: string) =>
      `Niêm phong gần nhất: số ${last}; đã có trong bản sao lưu: đến số ${safe}`,
    sealsNone: 'Chưa có niêm phong nào.',
    sealsWhy:
      'Niêm phong là chữ ký của máy trên một nhóm phiếu, để không ai thêm, bớt hay sửa phiếu mà không bị phát hiện.',
    app: (version: string) => `Phiên bản phần mềm: ${version}`,
    appUnknown: 'Chưa rõ phiên bản phần mềm.',
    faultsHeading: 'Lỗi máy tự báo',
    givenHeading: 'Cài đặt gửi xuống máy',
    campaign: (name: string) => `Đợt khảo sát: ${name}`,
    asks: (form: string, id: string, version: number) => `${form}, bộ câu hỏi ${id} phiên bản ${version}`,
    forms: { express: 'Phiếu nhanh', full: 'Phiếu đầy đủ' },
    collects: 'Máy đang được phép thu ý kiến.',
    alwaysOpen: 'Điểm tiếp nhận chưa khai giờ làm việc.',
    closedWeek: 'Điểm tiếp nhận nghỉ trong cả bảy ngày tới.',
    weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
    openOn: (days: string, from: string, to: string) => `${days}: ${from}–${to}`,
    givenWhy:
      'Giờ làm việc là của bảy ngày tới, đã trừ ngày nghỉ. Thay đổi đến máy ở lần liên lạc tiếp theo, thường trong vài phút.',
    placesHeading: 'Nơi đặt máy',
    statesHeading: 'Quá trình sử dụng',
    from: 'Từ ngày',
    until: 'Đến ngày',
    now: 'nay',
    point: 'Điểm tiếp nhận',
    state: 'Tình trạng',
    note: 'Ghi chú',
    replaces: (name: string) => `Thay cho máy: ${name}`,
    since: (day: string) => `Đặt tại điểm này từ ngày ${day}`,
    technical: 'Thông tin kỹ thuật',
    /** Notes that the server writes itself; every other one is what a person wrote. */
    notes: {
      'enrolled-again': 'Đăng ký lại, khóa mới',
      'account-ended': 'Tài khoản người giữ máy đã ngừng hoặc đổi vai trò',
    } as Readonly<Record<string, string>>,
  },
};

export type DeviceWords = typeof devicesVi;
