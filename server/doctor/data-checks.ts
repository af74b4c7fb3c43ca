import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { halfDayAt } from '../../shared/period.ts';
import { openKeys } from '../keys.ts';
import { databaseBytes, logBytes, quickFaults } from '../store/look-into.ts';
import { newestHalfDay } from '../store/newest-half-day.ts';
import { knownServerKeys } from '../store/settings.ts';
import { fault, type Finding, ok, warn } from './finding.ts';
import { type Check, codeOf, type Ground, ofData, sizes } from './checked-ground.ts';

/** Where the data lie: the folder, the database in it, the key file beside it. */

export const databaseFile = ({ config }: Pick<Ground, 'config'>) => join(config.dataDir, 'sipas.db');
const keyFile = ({ config }: Pick<Ground, 'config'>) => join(config.dataDir, 'keys.json');
/** Whether people other than owner and group may do anything. */
const isOpenToAll = (mode: number | undefined) => mode !== undefined && (mode & 0o007) !== 0;

export const dataFolder: Check = (ground) => {
  const { dataDir } = ground.config;
  const rights = ground.machine.rights(dataDir);
  if (!rights)
    return [
      fault(
        'data-folder',
        [`Không có thư mục dữ liệu ${dataDir}.`, `There is no data folder ${dataDir}.`],
        [
          'Kiểm tra DATA_DIR; lần khởi động đầu tiên sẽ tạo thư mục.',
          'Look at DATA_DIR; the first start makes the folder.',
        ],
      ),
    ];
  const file =
    ground.config.databaseUrl === undefined ? ground.machine.rights(databaseFile(ground)) : undefined;
  if (!rights.canWrite || (file && !file.canWrite))
    return [
      fault(
        'data-folder',
        [`Người dùng này không được ghi vào ${dataDir}.`, `This user may not write to ${dataDir}.`],
        [
          `chown -R sipas: ${dataDir} (tên người dùng của dịch vụ).`,
          `chown -R sipas: ${dataDir} (the user of the service).`,
        ],
      ),
    ];
  if (file && !file.isOwn)
    return [
      warn(
        'data-folder',
        [
          'Tệp cơ sở dữ liệu thuộc người dùng khác với người chạy lệnh này.',
          'The database belongs to another user than the one who runs this.',
        ],
        [
          'Chạy lệnh bằng người dùng của dịch vụ: sudo sipas doctor.',
          'Run this as the user of the service: sudo sipas doctor.',
        ],
      ),
    ];
  if (isOpenToAll(rights.mode))
    return [
      warn(
        'data-folder',
        [`Mọi người dùng của máy vào được ${dataDir}.`, `Every user of this machine may enter ${dataDir}.`],
        [`chmod 700 ${dataDir}`, `chmod 700 ${dataDir}`],
      ),
    ];
  return [ok('data-folder', `Thư mục dữ liệu ${dataDir}.`, `Data folder ${dataDir}.`)];
};

export const database: Check = (ground) => {
  const found = ground.database;
  if (found.kind === 'none')
    return [
      warn(
        'database',
        ['Chưa có cơ sở dữ liệu.', 'There is no database yet.'],
        ['Lần khởi động đầu tiên sẽ tạo.', 'The first start makes it.'],
      ),
    ];
  if (found.kind === 'closed') return [cannotOpen(ground, found.code)];
  const { missing, unknown, dialect } = found.looked;
  if (unknown.length > 0)
    return [
      fault(
        'database',
        [
          'Cơ sở dữ liệu đã được phiên bản mới hơn sử dụng.',
          'The database was used with a newer version of this program.',
        ],
        [
          'Cài lại phiên bản đó; hoặc khôi phục bản sao lưu trước khi nâng cấp (docs/deploy/upgrade.md).',
          'Install that version again, or restore the backup from before the upgrade (docs/deploy/upgrade.md).',
        ],
      ),
    ];
  if (missing.length > 0)
    return [
      warn(
        'database',
        [
          `Cơ sở dữ liệu còn thiếu ${missing.length} bước nâng cấp.`,
          `The database lacks ${missing.length} steps of this version.`,
        ],
        [
          'Sao lưu, rồi chạy: sipas migrate (hoặc khởi động máy chủ).',
          'Take a backup, then: sipas migrate (or start the server).',
        ],
      ),
    ];
  const name = dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  return [
    ok(
      'database',
      `Cơ sở dữ liệu ${name} mở được, đúng phiên bản.`,
      `The ${name} database opens and fits this version.`,
    ),
  ];
};

function cannotOpen({ config }: Ground, code: string): Finding {
  if (config.databaseUrl !== undefined)
    return fault(
      'database',
      [
        `PostgreSQL của DATABASE_URL không trả lời (${code}).`,
        `The PostgreSQL of DATABASE_URL does not answer (${code}).`,
      ],
      [
        'systemctl status postgresql; kiểm tra tên, mật khẩu, địa chỉ trong DATABASE_URL.',
        'systemctl status postgresql; look at name, password and address in DATABASE_URL.',
      ],
    );
  if (/CORRUPT|NOTADB/.test(code))
    return fault(
      'database',
      ['Cơ sở dữ liệu bị hỏng.', 'The database is damaged.'],
      [
        'Dừng máy chủ, không xóa gì, rồi: sipas restore ĐƯỜNG_DẪN_BẢN_SAO_LƯU_MỚI_NHẤT',
        'Stop the server, delete nothing, then: sipas restore NEWEST_BACKUP',
      ],
    );
  return fault(
    'database',
    [`Không mở được cơ sở dữ liệu (${code}).`, `The database cannot be opened (${code}).`],
    [
      'Kiểm tra quyền của thư mục dữ liệu và chạy bằng sudo.',
      'Look at the rights of the data folder, and run this with sudo.',
    ],
  );
}

/** Looking at every page takes a second per gigabyte or more; the night does it anyway. */
const LOOKED_THROUGH_BYTES = 500e6;
/** The log is emptied every five minutes; a backup that runs keeps it for a while. */
const LOG_LARGE_BYTES = 500e6;

export const databaseState = ofData(async (looked, ground) => {
  const bytes = await databaseBytes(looked);
  const log = looked.dialect === 'sqlite' ? logBytes(databaseFile(ground)) : 0;
  const size = sizes(bytes);
  const found: Finding[] = [];
  if (looked.dialect === 'sqlite' && bytes <= LOOKED_THROUGH_BYTES && (await quickFaults(looked)).length > 0)
    found.push(cannotOpen(ground, 'SQLITE_CORRUPT'));
  if (log > LOG_LARGE_BYTES)
    found.push(
      warn(
        'database-log',
        [
          `Nhật ký giao dịch của cơ sở dữ liệu đã lên tới ${sizes(log).vi}.`,
          `The database's transaction log has ${sizes(log).en}.`,
        ],
        [
          'Nếu không có sao lưu hay xuất dữ liệu đang chạy: systemctl restart sipas.',
          'If no backup or export is running: systemctl restart sipas.',
        ],
      ),
    );
  return found.length > 0
    ? found
    : [
        ok(
          'database-size',
          `Cơ sở dữ liệu có dung lượng ${size.vi}, không thấy lỗi.`,
          `The database has ${size.en}; nothing is wrong in it.`,
        ),
      ];
});

/** The start refuses it: a clock that ran ahead has left answers of the future, or it is behind now. */
export const answersAhead = ofData(async ({ read }, { nowMs }) => {
  const newest = await newestHalfDay(read);
  if (newest === undefined || newest <= halfDayAt(nowMs)) return [];
  return [
    fault(
      'clock-and-data',
      [
        `Đã có phiếu của ${newest}, sau giờ hiện nay của máy.`,
        `There are answers of ${newest}, which is later than this machine's clock.`,
      ],
      [
        'Chỉnh đồng hồ; nếu bây giờ đúng và trước đây chạy nhanh: sipas clock accept',
        'Set the clock; if it is right now and once ran ahead: sipas clock accept',
      ],
    ),
  ];
});

export const keys: Check = async (ground) => {
  const file = keyFile(ground);
  const known = await knownKeys(ground);
  if (!existsSync(file)) {
    if (known.length === 0) return [];
    return [fault('keys', [`Thiếu tệp khóa ${file}.`, `The key file ${file} is missing.`], PUT_BACK)];
  }
  const found: Finding[] = [];
  const { mode } = ground.machine.rights(file) ?? {};
  if (mode !== undefined && (mode & 0o077) !== 0)
    found.push(
      fault(
        'keys-rights',
        [`Người khác đọc được tệp khóa ${file}.`, `Others may read the key file ${file}.`],
        [`chmod 600 ${file}`, `chmod 600 ${file}`],
      ),
    );
  try {
    const { signPublic } = openKeys(file);
    if (known.length > 0 && known.at(-1) !== signPublic)
      found.push(
        fault(
          'keys',
          [
            `${file} không phải tệp khóa của cơ sở dữ liệu này.`,
            `${file} is not the key file of this database.`,
          ],
          PUT_BACK,
        ),
      );
  } catch (error) {
    const code = codeOf(error);
    found.push(
      fault(
        'keys',
        [`Không đọc được tệp khóa ${file} (${code}).`, `The key file ${file} cannot be read (${code}).`],
        PUT_BACK,
      ),
    );
  }
  const beside = [ground.config.backupDir, ground.config.backupCopyDir]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'keys.json'))
    .filter((path) => existsSync(path));
  for (const path of beside)
    found.push(
      fault(
        'keys-beside-backups',
        [`Tệp khóa nằm cùng bản sao lưu: ${path}.`, `A key file lies beside the backups: ${path}.`],
        [
          'Chuyển sang nơi riêng: ai lấy được cả hai sẽ đọc được nguyên văn góp ý.',
          'Move it to a place of its own: whoever gets both can read the originals of remarks.',
        ],
      ),
    );
  return found.length > 0
    ? found
    : [
        ok(
          'keys',
          'Tệp khóa đúng và chỉ dịch vụ đọc được.',
          'The key file fits, and only the service may read it.',
        ),
      ];
};

const PUT_BACK = [
  'Đặt lại bản đã cất riêng. Chỉ khi chắc chắn đã mất: sipas keys renew',
  'Put the saved copy of it back. Only if it is lost for good: sipas keys renew',
] as const;

async function knownKeys({ database: found }: Ground): Promise<string[]> {
  if (found.kind !== 'open') return [];
  // a database of an early version has no settings yet
  return knownServerKeys(found.looked.read).catch(() => []);
}
