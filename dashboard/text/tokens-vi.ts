import type { TokenState } from '../../shared/wire/api-tokens.ts';

/** Words of the page of access codes. */
export const tokensVi = {
  title: 'Mã truy cập API',
  lead: 'Mỗi mã cho một phần mềm khác, như cổng dữ liệu của tỉnh, đọc số liệu của một đơn vị và các đơn vị cấp dưới. Phần mềm chỉ đọc được đúng những gì mã cho phép, không thay đổi được gì, và không thấy góp ý, hồ sơ hay số điện thoại của người dân.',
  about: 'Hướng dẫn dùng API',
  loading: 'Đang tải danh sách mã…',
  none: 'Chưa có mã nào.',
  make: {
    open: 'Tạo mã truy cập',
    what: 'Mã chỉ hiện một lần ngay sau khi tạo. Mã hết hiệu lực khi đến hạn, khi bị thu hồi, hoặc khi tài khoản tạo ra mã ngừng hoạt động, đổi vai trò hay đổi đơn vị.',
    name: 'Tên phần mềm hoặc nơi dùng mã',
    nameHelp: 'Để sau này biết thu hồi mã nào, ví dụ: Cổng dữ liệu mở của tỉnh.',
    unit: 'Đơn vị (đọc được đơn vị này và các đơn vị cấp dưới)',
    scopes: 'Phạm vi',
    scopesHelp: 'Chỉ chọn những gì phần mềm thật sự cần.',
    until: 'Dùng được đến hết ngày',
    untilHelp: 'Lâu nhất là một năm.',
    go: 'Tạo mã',
  },
  made: {
    title: (name: string) => `Mã cho “${name}” đã sẵn sàng`,
    told: 'Xin cất mã vào nơi lưu bí mật của phần mềm. Không gửi qua thư điện tử hay tin nhắn.',
    label: 'Mã truy cập',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    once: 'Mã chỉ hiện ở đây một lần. Máy chủ không lưu lại mã; nếu mất, xin thu hồi và tạo mã khác.',
    try: 'Thử trên máy của phần mềm:',
    done: 'Xong',
    gone: 'Mã đã ẩn và không xem lại được; nếu mất, xin thu hồi và tạo mã khác.',
  },
  columns: {
    name: 'Nơi dùng',
    unit: 'Đơn vị',
    scopes: 'Phạm vi',
    until: 'Đến hết ngày',
    used: 'Dùng lần cuối',
    state: 'Tình trạng',
    act: 'Thao tác',
  },
  by: (name: string, day: string) => `tạo ngày ${day}, người tạo: ${name}`,
  never: 'Chưa dùng',
  states: { active: 'Còn hiệu lực', expired: 'Đã hết hạn', revoked: 'Đã thu hồi' } satisfies Record<
    TokenState,
    string
  >,
  revoke: {
    open: 'Thu hồi',
    of: (name: string) => `Thu hồi mã của ${name}`,
    what: (name: string) =>
      `Phần mềm “${name}” bị từ chối ngay từ yêu cầu kế tiếp. Việc này không hoàn lại được.`,
    go: 'Thu hồi mã',
    done: (name: string) => `Đã thu hồi mã của “${name}”.`,
  },
  withEnded: (count: string) => `Hiện cả mã đã hết hiệu lực (${count})`,
  faults: {
    'until too-early': 'Ngày này đã qua.',
    'until too-late': 'Lâu nhất là một năm kể từ hôm nay.',
    'scopes needed': 'Xin chọn ít nhất một phạm vi.',
  } as Readonly<Record<string, string>>,
};

export type TokenWords = typeof tokensVi;
