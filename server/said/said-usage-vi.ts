type Call = readonly [call: string, does: string];
const callsOf = <K extends string>(calls: Readonly<Record<K, Call>>): Readonly<Record<K, Call>> => calls;

/** What commands there are, how each is called and what it does. Names of commands and options are the same in every language. */
export const saidUsageVi = {
  head: 'Cách dùng: npm run sipas -- LỆNH   (với dịch vụ: sudo sipas LỆNH)',
  always: 'Với mọi lệnh: --help cho biết cách dùng và không làm gì; --lang vi|en chọn ngôn ngữ.',
  paths:
    'Ghi tệp và thư mục bằng đường dẫn đầy đủ. Mã thoát: 0 là xong, 1 là không làm được hoặc phát hiện lỗi, 2 là lệnh ghi sai.',
  groups: {
    everyDay: 'Hằng ngày',
    settingUp: 'Thiết lập',
    demo: 'Tỉnh minh họa',
    people: 'Người dùng',
    devices: 'Thiết bị',
    backups: 'Sao lưu và khôi phục',
    proofs: 'Kiểm chứng',
    nation: 'Cả nước',
    whenNeeded: 'Khi cần',
  },
  calls: callsOf({
    doctor: ['doctor [--json]', 'kiểm tra máy chủ: điều gì sai và phải làm gì'],
    night: [
      'night',
      'làm ngay các việc ban đêm: xóa dữ liệu hết hạn, ký niêm phong, kiểm tra, sao lưu, khôi phục thử',
    ],
    mail: ['mail', 'thư điện tử đã thiết lập chưa, còn bao nhiêu thư chờ'],
    'mail test': ['mail test ĐỊA_CHỈ', 'gửi thư thử tới địa chỉ này'],
    scores: ['scores', 'xem ngay điểm của nửa ngày vừa qua và nêu cảnh báo'],
    'set-up-link': [
      'set-up-link',
      'đường dẫn dùng một lần để thiết lập đơn vị trong trình duyệt, khi chưa có đơn vị nào',
    ],
    office: [
      'office "ĐƠN VỊ" "ĐIỂM TIẾP NHẬN" [--kind xa|phuong|dac_khu|tinh|thanh_pho|so]',
      'thiết lập đơn vị không cần trình duyệt: đơn vị, điểm tiếp nhận, đợt khảo sát từ hôm nay, mã QR',
    ],
    catalogue: [
      'catalogue [TỈNH]',
      'thêm một tỉnh cùng mọi xã, phường từ danh mục kèm theo (không ghi mã: liệt kê)',
    ],
    fields: [
      'fields [TỆP|commune|justice] [--check]',
      'nhập danh sách lĩnh vực, thủ tục (CSV) hoặc danh sách kèm theo; --check: chỉ cho biết sẽ làm gì',
    ],
    'demo fill': ['demo fill', 'tạo tỉnh minh họa Lâm Khê, khi cơ sở dữ liệu chưa có phiếu thật nào'],
    'demo remove': ['demo remove', 'xóa tỉnh minh họa và mọi phiếu minh họa; dữ liệu thật giữ nguyên'],
    accounts: ['accounts', 'liệt kê tài khoản: tên, vai trò, đơn vị, đã ngừng hay chưa'],
    administrator: [
      'administrator [ĐƠN_VỊ]',
      'đường dẫn dùng một lần cho quản trị viên mới của đơn vị cao nhất',
    ],
    invite: [
      'invite [ĐƠN_VỊ --role administrator|manager|staff|auditor|reader]',
      'đường dẫn dùng một lần cho người của đơn vị (không ghi đơn vị: liệt kê)',
    ],
    password: ['password TÊN', 'đường dẫn để người này đặt mật khẩu mới'],
    'second-factor reset': [
      'second-factor reset TÊN',
      'người này mất điện thoại: lần đăng nhập sau sẽ thiết lập lại xác thực hai bước',
    ],
    close: ['close TÊN', 'người này đã nghỉ: ngừng tài khoản, đăng xuất ở mọi nơi'],
    reopen: ['reopen TÊN', 'cho dùng lại tài khoản đã ngừng'],
    device: [
      'device [ĐIỂM_TIẾP_NHẬN]',
      'mã, địa chỉ và PIN để đăng ký một máy tính bảng (không ghi điểm: liệt kê)',
    ],
    rescue: ['rescue TỆP', 'nhập tệp cứu hộ của máy tính bảng; nhập hai lần không đổi gì'],
    reattribute: [
      'reattribute TỪ ĐẾN --from NGÀY --to NGÀY --reason "…"',
      'phiếu của một điểm trong những ngày này được tính cho điểm khác; phiếu gốc giữ nguyên',
    ],
    backup: ['backup', 'sao lưu, kiểm tra, chép sang BACKUP_COPY_DIR'],
    'backup list': ['backup list', 'các bản sao lưu đã có'],
    'backup confirm': [
      'backup confirm SHA256',
      'xác nhận bản này đã nằm trên máy khác: các thiết bị được dọn dần phiếu đã có trong đó',
    ],
    drill: ['drill', 'khôi phục thử bản mới nhất vào chỗ tạm rồi so sánh'],
    restore: ['restore TỆP', 'đưa bản sao lưu vào thay cơ sở dữ liệu hiện tại (dừng máy chủ trước)'],
    move: [
      'move',
      'chuyển đơn vị từ SQLite sang cơ sở dữ liệu PostgreSQL trống của DATABASE_URL (dừng máy chủ trước)',
    ],
    migrate: ['migrate [--check]', 'đưa cơ sở dữ liệu lên phiên bản này; --check: chỉ cho biết còn thiếu gì'],
    root: ['root', 'ký niêm phong hôm nay và ghi tệp cho đơn vị thứ hai'],
    'export-audit': [
      'export-audit THƯ_MỤC',
      'xuất gói kiểm tra niêm phong vào thư mục mới (phiếu gốc: cất kỹ)',
    ],
    'export-rows': [
      'export-rows ĐƠN_VỊ KỲ|all TỆP.zip|TỆP.xlsx',
      'xuất phiếu của đơn vị trong kỳ thành bảng, mỗi phiếu một dòng (phiếu gốc: cất kỹ)',
    ],
    verify: [
      'verify THƯ_MỤC [--roots TỆP]',
      'đối chiếu gói kiểm tra niêm phong với các niêm phong đã gửi đi',
    ],
    rebuild: ['rebuild [--check]', 'đếm lại mọi phiếu và sửa bảng đếm; --check: chỉ so sánh'],
    tallies: ['tallies ĐIỂM_TIẾP_NHẬN', 'bảng đếm của một điểm tiếp nhận'],
    'export-tallies': [
      'export-tallies KỲ TỆP',
      'ghi bảng đếm đã ký của tỉnh trong kỳ đã kết thúc, ví dụ report-2026-q1',
    ],
    nation: [
      'nation KỲ KHÓA THƯ_MỤC [TỆP.csv|TỆP.json|TỆP.xlsx] [en]',
      'cộng tệp của các tỉnh trong thư mục; KHÓA là tệp danh sách khóa của các tỉnh; không cần cơ sở dữ liệu',
    ],
    retention: ['retention [TÊN GIÁ_TRỊ]', 'thời hạn lưu dữ liệu; có tên và giá trị thì đặt lại'],
    'clock accept': ['clock accept', 'đồng hồ bây giờ đúng và trước đây chạy nhanh: vẫn khởi động'],
    'keys renew': ['keys renew', 'tệp khóa đã mất hẳn: bắt đầu với tệp mới'],
  }),
};
export type SaidUsageWords = typeof saidUsageVi;
export type CallName = keyof SaidUsageWords['calls'];
