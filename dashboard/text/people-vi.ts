import type { Role } from '../../shared/wire/overview.ts';

/** Words of the pages of people. */
export const peopleVi = {
  title: 'Người dùng',
  lead: 'Những người được đăng nhập, vai trò và phạm vi đơn vị của từng người. Không ai được cấp cho người khác quyền mà mình không có.',
  loading: 'Đang tải danh sách người dùng…',
  none: 'Chưa có người dùng nào.',
  invite: 'Mời người dùng',
  withClosed: (count: string) => `Hiện cả tài khoản đã ngừng (${count})`,
  columns: {
    name: 'Họ và tên',
    login: 'Tên đăng nhập',
    role: 'Vai trò',
    unit: 'Đơn vị',
    factor: 'Xác thực hai bước',
    last: 'Đăng nhập gần nhất',
    state: 'Tình trạng',
  },
  self: '(tôi)',
  factor: { on: 'Đã bật', needed: 'Chưa bật; lần đăng nhập tới sẽ yêu cầu', off: 'Không bật' },
  never: 'Chưa lần nào',
  state: { active: 'Đang dùng', closed: 'Đã ngừng' },
  signedIn: (count: string) => `Đang có ${count} phiên đăng nhập`,
  signedOut: 'Hiện không đăng nhập',
  roles: {
    administrator: {
      name: 'Quản trị viên',
      more: 'xem kết quả, quản lý thiết bị, thiết lập, người dùng và nhật ký của đơn vị và các đơn vị cấp dưới',
    },
    manager: {
      name: 'Người quản lý',
      more: 'xem kết quả, quản lý thiết bị, xem xét phiếu, thiết lập đơn vị; không quản lý người dùng',
    },
    staff: {
      name: 'Cán bộ',
      more: 'mời người dân trả lời tại quầy, nhập phiếu giấy, không xem được kết quả',
    },
    auditor: { name: 'Người kiểm tra', more: 'xem kết quả và nhật ký, nhận dữ liệu từng phiếu' },
    reader: { name: 'Người xem', more: 'chỉ xem kết quả' },
  } satisfies Record<Role, { name: string; more: string }>,
  auditorNote:
    'Người kiểm tra nhận được dữ liệu từng phiếu, quyền mà quản trị viên không có. Vì vậy chỉ người vận hành máy chủ mời được vai trò này, bằng lệnh:',
  unitWord: 'TÊN ĐƠN VỊ',

  invitations: {
    title: 'Lời mời còn hiệu lực',
    line: (role: string, unit: string) => `${role}, ${unit}`,
    until: (instant: string) => `đến ${instant}`,
    takeBack: 'Thu hồi',
    takeBackOf: (line: string) => `Thu hồi lời mời ${line}`,
    takeBackWhat: (line: string) => `Đường dẫn mời “${line}” sẽ không dùng được nữa.`,
    takenBack: 'Đã thu hồi lời mời. Đường dẫn không còn dùng được.',
  },
  inviting: {
    title: 'Mời người dùng',
    lead: 'Máy chủ tạo một đường dẫn dùng một lần. Người được mời mở đường dẫn, tự chọn tên đăng nhập và mật khẩu.',
    role: 'Vai trò',
    unit: 'Đơn vị (thấy đơn vị này và các đơn vị cấp dưới)',
    go: 'Tạo đường dẫn mời',
    made: 'Đường dẫn mời đã sẵn sàng',
    what: (role: string, unit: string) =>
      `${role}, ${unit}. Xin gửi đường dẫn cho đúng người được mời, hoặc để người đó quét mã QR.`,
    again: 'Mời người khác',
  },
  link: {
    label: 'Đường dẫn dùng một lần',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    qr: 'Mã QR của đường dẫn',
    until: (instant: string) => `Dùng được một lần, đến ${instant}.`,
    once: 'Đường dẫn chỉ hiện ở đây một lần. Máy chủ không lưu lại; nếu mất, xin tạo đường dẫn mới.',
    done: 'Xong',
    gone: 'Đường dẫn đã ẩn và không xem lại được; nếu mất, xin tạo đường dẫn mới.',
  },
  person: {
    gone: 'Không có người dùng này trong phạm vi của tài khoản.',
    notYours:
      'Tài khoản này có quyền mà tài khoản đang đăng nhập không có, nên chỉ người vận hành máy chủ thay đổi được, bằng dòng lệnh.',
    edit: 'Sửa thông tin',
    name: 'Họ và tên',
    email: 'Địa chỉ thư điện tử',
    emailHelp: 'Không bắt buộc. Chỉ dùng để gửi cảnh báo điểm thấp cho lãnh đạo và quản trị viên.',
    selfNote:
      'Không ai tự đổi vai trò, đơn vị hay ngừng tài khoản của chính mình; xin nhờ quản trị viên khác.',
    signsOut:
      'Khi đổi vai trò hoặc đơn vị, người này bị đăng xuất ngay, đường dẫn đặt lại mật khẩu và các lời mời người này đã tạo mà chưa dùng đều hết hiệu lực; lần đăng nhập sau có quyền mới.',
    save: 'Lưu',
    saved: 'Đã lưu.',
    acts: 'Thao tác khác',
    password: {
      open: 'Cấp lại mật khẩu',
      what: 'Tạo đường dẫn dùng một lần, có hiệu lực 1 giờ. Mật khẩu cũ còn dùng được cho đến khi người này đặt mật khẩu mới; khi đó mọi phiên đăng nhập đều kết thúc.',
      go: 'Tạo đường dẫn',
      made: 'Đường dẫn đặt mật khẩu đã sẵn sàng',
      told: (name: string) => `Xin gửi cho ${name}; không gửi cho ai khác.`,
    },
    factor: {
      open: 'Bỏ xác thực hai bước',
      what: 'Dùng khi người này mất điện thoại. Mọi phiên đăng nhập kết thúc ngay; nếu vai trò yêu cầu, lần đăng nhập tới phải thiết lập lại.',
      go: 'Bỏ xác thực hai bước',
      done: 'Đã bỏ xác thực hai bước và kết thúc mọi phiên đăng nhập.',
    },
    close: {
      open: 'Ngừng tài khoản',
      what: (name: string) =>
        `${name} không đăng nhập được nữa; các lời mời người này đã tạo mà chưa dùng cũng hết hiệu lực. Lịch sử trong nhật ký được giữ nguyên; có thể cho dùng lại sau.`,
      now: (count: string) => `Người này đang có ${count} phiên đăng nhập và sẽ bị đăng xuất ngay.`,
      nowhere: 'Hiện người này không có phiên đăng nhập nào.',
      go: 'Ngừng tài khoản',
      done: 'Đã ngừng tài khoản và kết thúc mọi phiên đăng nhập.',
    },
    reopen: {
      open: 'Cho dùng lại',
      what: 'Người này đăng nhập lại được với mật khẩu và xác thực hai bước như trước.',
      go: 'Cho dùng lại',
      done: 'Tài khoản dùng lại được.',
    },
  },
  faults: {
    'email wrong': 'Xin nhập một địa chỉ thư, ví dụ lan.nguyen@lamkhe.gov.vn, hoặc để trống.',
    'role not-allowed': 'Tài khoản đang đăng nhập không được cấp vai trò này cho người khác.',
    'unit not-allowed': 'Không ai tự chuyển tài khoản của mình.',
  } as Readonly<Record<string, string>>,
};

export type PeopleWords = typeof peopleVi;
