/** What the command line can do, in the operator's language. A test compares it with the commands that there are. */
export type Language = 'vi' | 'en';

/** By `--lang`, else by the language of the terminal where it is English, else Vietnamese. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const named = asked || environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return named.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

type Line = readonly [call: string, vi: string, en: string];

const GROUPS: readonly {
  readonly title: readonly [vi: string, en: string];
  readonly lines: readonly Line[];
}[] = [
  {
    title: ['Hằng ngày', 'Every day'],
    lines: [
      [
        'doctor [--json]',
        'kiểm tra máy chủ: điều gì sai và phải làm gì',
        'looks at everything: what is wrong and what to do',
      ],
      [
        'night',
        'làm ngay các việc ban đêm: xóa dữ liệu hết hạn, ký niêm phong, kiểm tra, sao lưu, khôi phục thử',
        "the night's work now: retention, root, integrity, backup, drill",
      ],
      [
        'mail',
        'thư điện tử đã thiết lập chưa, còn bao nhiêu thư chờ',
        'whether e-mail is set up, and what waits',
      ],
      ['mail test ADDRESS', 'gửi thư thử tới địa chỉ này', 'sends a test message to this address'],
      [
        'scores',
        'xem ngay điểm của nửa ngày vừa qua và nêu cảnh báo',
        'looks now at the half-day that ended last, and raises alerts of low scores',
      ],
    ],
  },
  {
    title: ['Thiết lập', 'Setting up'],
    lines: [
      [
        'set-up-link',
        'đường dẫn dùng một lần để thiết lập đơn vị trong trình duyệt, khi chưa có đơn vị nào',
        'a one-time link that opens the set-up of a real office in a browser, while there is none',
      ],
      [
        'office "UNIT" "SERVICE POINT" [--kind xa|phuong|dac_khu|tinh|thanh_pho|so]',
        'thiết lập đơn vị không cần trình duyệt: đơn vị, điểm tiếp nhận, đợt khảo sát từ hôm nay, mã QR',
        'sets up a real office: unit, service point, campaign from today, walk-up code',
      ],
      [
        'catalogue [PROVINCE]',
        'thêm một tỉnh cùng mọi xã, phường từ danh mục kèm theo (không có mã: liệt kê)',
        'adds a province with all its communes from the bundled list (without a code: lists them)',
      ],
      [
        'fields [FILE|commune|justice] [--check]',
        'nhập danh sách lĩnh vực, thủ tục (CSV) hoặc danh sách kèm theo; --check: chỉ cho biết sẽ làm gì',
        'takes in a list of fields and procedures (CSV), or one that comes with the program; --check: only says what it would do',
      ],
      [
        'demo remove',
        'xóa tỉnh minh họa và mọi câu trả lời bịa; dữ liệu thật giữ nguyên',
        'removes the demo province with all its invented answers; real data stay',
      ],
    ],
  },
  {
    title: ['Người dùng', 'People'],
    lines: [
      [
        'accounts',
        'liệt kê tài khoản: tên, vai trò, đơn vị, đã đóng hay chưa',
        'lists accounts: name, role, unit, closed or not',
      ],
      [
        'administrator [UNIT]',
        'đường dẫn dùng một lần cho quản trị viên mới của đơn vị cao nhất',
        'a one-time link for a new administrator of a top unit',
      ],
      [
        'invite UNIT --role administrator|manager|staff|auditor|reader',
        'đường dẫn dùng một lần cho người của đơn vị (không có đơn vị: liệt kê)',
        'a one-time link for somebody of a unit (without a unit: lists them)',
      ],
      [
        'password NAME',
        'đường dẫn để người này đặt mật khẩu mới',
        'a one-time link with which NAME chooses a new password',
      ],
      [
        'second-factor reset NAME',
        'người này mất điện thoại: lần đăng nhập sau sẽ thiết lập lại xác thực hai bước',
        'NAME has lost the phone: the next sign-in sets up another one',
      ],
      [
        'close NAME',
        'người này đã nghỉ: đóng tài khoản, đăng xuất ở mọi nơi',
        'NAME has left: the account is closed and signed out everywhere',
      ],
      ['reopen NAME', 'mở lại tài khoản đã đóng', 'a closed account may sign in again'],
    ],
  },
  {
    title: ['Thiết bị', 'Devices'],
    lines: [
      [
        'device [SERVICE POINT]',
        'mã, địa chỉ và PIN để ghi danh một máy tính bảng (không có điểm: liệt kê)',
        'a code, its address and the PIN that enrol one tablet (without a service point: lists them)',
      ],
      [
        'rescue FILE',
        'nhập tệp cứu hộ của máy tính bảng; nhập hai lần không đổi gì',
        'takes in a rescue file of a tablet; twice changes nothing',
      ],
      [
        'reattribute FROM TO --from DAY --to DAY --reason "…"',
        'phiếu của một điểm trong những ngày này được tính cho điểm khác',
        'what one service point took on these days counts at another; the bytes stay',
      ],
    ],
  },
  {
    title: ['Sao lưu và khôi phục', 'Backups and restores'],
    lines: [
      [
        'backup',
        'sao lưu, kiểm tra, chép sang BACKUP_COPY_DIR',
        'takes a backup, verifies it, copies it to BACKUP_COPY_DIR',
      ],
      ['backup list', 'các bản sao lưu đã có', 'the backups that were taken'],
      [
        'backup confirm SHA256',
        'xác nhận bản này đã nằm trên máy khác: thiết bị được dựa vào',
        'says that this backup lies on another machine: devices may rely on it',
      ],
      [
        'drill',
        'khôi phục thử bản mới nhất vào chỗ tạm rồi so sánh',
        'restores the newest backup into a temporary place and compares it',
      ],
      [
        'restore FILE',
        'đặt bản sao lưu vào chỗ cơ sở dữ liệu (dừng máy chủ trước)',
        'puts a backup into the place of the database (stop the server first)',
      ],
      [
        'move',
        'chuyển đơn vị từ SQLite sang cơ sở dữ liệu PostgreSQL trống của DATABASE_URL (dừng máy chủ trước)',
        'moves the office from SQLite into the empty PostgreSQL database of DATABASE_URL (stop the server first)',
      ],
      [
        'migrate [--check]',
        'đưa cơ sở dữ liệu lên phiên bản này; --check: chỉ cho biết còn thiếu gì',
        'brings the database up to this version; --check: only says what it lacks',
      ],
    ],
  },
  {
    title: ['Kiểm chứng', 'Proofs'],
    lines: [
      [
        'root',
        'ký niêm phong hôm nay và ghi tệp cho đơn vị thứ hai',
        "signs today's root and writes it to a file for the second body",
      ],
      [
        'export-audit FOLDER',
        'xuất gói kiểm toán vào thư mục mới (phiếu gốc: cất kỹ)',
        'writes the audit export into a new folder (raw submissions: keep it in custody)',
      ],
      [
        'export-rows UNIT PERIOD|all FILE.zip|FILE.xlsx',
        'xuất phiếu của đơn vị trong kỳ thành bảng, mỗi phiếu một dòng (phiếu gốc: cất kỹ)',
        'writes forms of a unit and period as a table, one a row (raw answers: keep it in custody)',
      ],
      [
        'verify FOLDER [--roots FILE]',
        'kiểm chứng gói kiểm toán với các niêm phong đã gửi đi',
        'proves an audit export; FILE holds the roots that were mailed',
      ],
      [
        'rebuild [--check]',
        'đếm lại mọi phiếu và sửa bảng đếm; --check: chỉ so sánh',
        'counts all submissions anew and repairs the tallies; --check: only compares',
      ],
      [
        'tallies SERVICE_POINT',
        'bảng đếm của một điểm tiếp nhận',
        'the tallies of a service point, in words',
      ],
    ],
  },
  {
    title: ['Cả nước', 'The nation'],
    lines: [
      [
        'export-tallies PERIOD FILE',
        'ghi bảng đếm đã ký của tỉnh trong kỳ đã kết thúc, ví dụ report-2026-q1',
        "writes the province's signed tallies of a closed period, such as report-2026-q1",
      ],
      [
        'nation PERIOD KEYS FOLDER [FILE.csv|FILE.json|FILE.xlsx] [en]',
        'cộng tệp của các tỉnh trong thư mục; KEYS là danh sách khóa của các tỉnh; không cần cơ sở dữ liệu',
        "adds up the files of provinces in FOLDER; KEYS lists the provinces' keys; needs no database",
      ],
    ],
  },
  {
    title: ['Khi cần', 'When needed'],
    lines: [
      [
        'retention [NAME VALUE]',
        'thời hạn lưu dữ liệu; có tên và giá trị thì đặt lại',
        'the rules by which data go by age; with a name and a value sets one',
      ],
      [
        'clock accept',
        'đồng hồ bây giờ đúng và trước đây chạy nhanh: vẫn khởi động',
        'the clock is right now and once ran ahead: start all the same',
      ],
      [
        'keys renew',
        'tệp khóa đã mất hẳn: bắt đầu với tệp mới',
        'the key file is lost for good: begin with a new one',
      ],
    ],
  },
];

/** The first words of every call. */
export const namedCommands: readonly string[] = [
  ...new Set(GROUPS.flatMap(({ lines }) => lines.map(([call]) => call.split(' ')[0]!))),
];

const WIDTH = 28;

export function usage(language: Language): string {
  const i = language === 'vi' ? 0 : 1;
  const lineOf = ([call, ...said]: Line) =>
    call.length < WIDTH ? `  ${call.padEnd(WIDTH)}${said[i]}` : `  ${call}\n  ${' '.repeat(WIDTH)}${said[i]}`;
  return [
    language === 'vi'
      ? 'Cách dùng: sipas LỆNH (hoặc npm run sipas -- LỆNH)   --lang vi|en'
      : 'Usage: sipas COMMAND (or npm run sipas -- COMMAND)   --lang vi|en',
    ...GROUPS.flatMap(({ title, lines }) => ['', title[i], ...lines.map(lineOf)]),
    '',
    language === 'vi'
      ? 'Ghi tệp và thư mục bằng đường dẫn đầy đủ.'
      : 'Name files and folders by their full path.',
  ].join('\n');
}
