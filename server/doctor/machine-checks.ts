import { join } from 'node:path';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { RELEASE } from '../release.ts';
import { allBackups } from '../store/backups.ts';
import { fault, type Finding, ok, warn } from './finding.ts';
import { type Check, dayInVietnamese, type Ground, ofData, sizes } from './checked-ground.ts';

/** The machine under the server: program, memory, disk, clock. */

/** The oldest that the server was tried with; as `launch/node.mjs` has it. */
const NODE_LEAST = [22, 14] as const;
/** Server and a large export beside each other (docs/performance.md), with the system and a proxy. */
const MEMORY_LEAST_BYTES = 1.8e9;
const MEMORY_LOW_BYTES = 200e6;

export const nodeVersion: Check = ({ machine }) => {
  const [major = 0, minor = 0] = machine.node.split('.').map(Number);
  if (major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1]))
    return [ok('node', `Node ${machine.node}.`, `Node ${machine.node}.`)];
  return [
    fault(
      'node',
      [`Node ${machine.node} quá cũ.`, `Node ${machine.node} is too old.`],
      ['Cài Node 24 rồi khởi động lại máy chủ.', 'Install Node 24, then start the server again.'],
    ),
  ];
};

export const programAge: Check = ({ nowMs }) => {
  const { version, day } = RELEASE;
  const days = Math.floor((nowMs - Date.parse(day)) / DAY_MS);
  if (days <= 365)
    return [
      ok(
        'program',
        `Phiên bản ${version}, phát hành ngày ${dayInVietnamese(day)}.`,
        `Version ${version}, released on ${day}.`,
      ),
    ];
  return [
    warn(
      'program',
      [
        `Phiên bản ${version} phát hành từ ${dayInVietnamese(day)}, đã lâu.`,
        `Version ${version} was released on ${day}, long ago.`,
      ],
      [
        'Hỏi xem có phiên bản mới không; cách nâng cấp ở docs/deploy/upgrade.md.',
        'Ask whether there is a newer one; docs/deploy/upgrade.md tells how to take it.',
      ],
    ),
  ];
};

export const memory: Check = ({ machine }) => {
  const { totalBytes, availableBytes } = machine.memory;
  const [total, left] = [sizes(totalBytes), sizes(availableBytes)];
  if (totalBytes < MEMORY_LEAST_BYTES)
    return [
      warn(
        'memory',
        [`Máy chỉ có ${total.vi} bộ nhớ.`, `This machine has only ${total.en} of memory.`],
        ['Nên có từ 2 GB trở lên.', 'Give it 2 GB or more.'],
      ),
    ];
  if (availableBytes < MEMORY_LOW_BYTES)
    return [
      warn(
        'memory',
        [`Chỉ còn trống ${left.vi} bộ nhớ.`, `Only ${left.en} of memory are left.`],
        [
          'Xem chương trình nào dùng nhiều (lệnh top); thêm bộ nhớ.',
          'See which program uses it (top), or add memory.',
        ],
      ),
    ];
  return [
    ok('memory', `Bộ nhớ: còn ${left.vi} trong ${total.vi}.`, `Memory: ${left.en} of ${total.en} are left.`),
  ];
};

export const clock: Check = async ({ machine, nowMs }) => {
  const now = new Date(nowMs + 7 * 3_600_000).toISOString().slice(11, 16);
  const day = localDay(nowMs);
  const [vi, en] = [`${now} ngày ${dayInVietnamese(day)} (giờ Việt Nam)`, `${now} on ${day} (Viet Nam)`];
  if (localDay(nowMs) < RELEASE.day)
    return [
      fault(
        'clock',
        [
          `Đồng hồ máy chỉ ${vi}, trước ngày phát hành chương trình.`,
          `The clock says ${en}, before this program was released.`,
        ],
        [
          'Chỉnh giờ: timedatectl set-ntp true (hoặc timedatectl set-time …).',
          'Set it: timedatectl set-ntp true (or timedatectl set-time …).',
        ],
      ),
    ];
  if ((await machine.isClockKept()) !== false) return [ok('clock', `Đồng hồ: ${vi}.`, `Clock: ${en}.`)];
  return [
    warn(
      'clock',
      [
        `Không có máy chủ giờ nào giữ đồng hồ (đang chỉ ${vi}).`,
        `No time server keeps the clock (it says ${en}).`,
      ],
      [
        'timedatectl set-ntp true; mạng không có internet: đặt máy chủ giờ của đơn vị trong /etc/systemd/timesyncd.conf.',
        'timedatectl set-ntp true; without internet name a time server of your network in /etc/systemd/timesyncd.conf.',
      ],
    ),
  ];
};

/** As `takeBackup` wants it: half as large again as the last one. */
const roomForBackup = (sizeBytes: number) => sizeBytes * 1.5 + 50 * 2 ** 20;
/** Backups that stay in a folder. */
const KEPT = 14;
const LEAST_FREE_BYTES = 500e6;

/** Room on the disks of data and backups, and how long it lasts at the pace of the backups so far. */
export const disk: Check = (ground) => {
  const { config, machine } = ground;
  const data = machine.disk(config.dataDir);
  if (!data) return [];
  const backups = machine.disk(config.backupDir) ?? machine.disk(join(config.backupDir, '..')) ?? data;
  const isOne = backups.device === data.device;
  return roomOn(ground, data.freeBytes, isOne ? 1 + KEPT : 1);
};

async function roomOn(ground: Ground, freeBytes: number, copies: number): Promise<Finding[]> {
  const left = sizes(freeBytes);
  const next = [
    'Xóa những gì không cần trên đĩa này, thêm đĩa, hoặc đặt BACKUP_DIR ở đĩa khác. Không xóa tệp trong thư mục dữ liệu.',
    'Make room, add a disk, or set BACKUP_DIR to another one. Delete nothing inside the data folder.',
  ] as const;
  const [pace] = await ofData(async ({ read }) => {
    const taken = await allBackups(read);
    const [newest, oldest] = [taken[0], taken.at(-1)];
    if (!newest || !oldest) return [];
    if (freeBytes < roomForBackup(newest.sizeBytes))
      return [
        fault(
          'disk',
          [
            `Đĩa chỉ còn ${left.vi}: không đủ cho bản sao lưu tiếp theo.`,
            `Only ${left.en} of disk are left: not enough for the next backup.`,
          ],
          next,
        ),
      ];
    const days = (newest.at - oldest.at) / DAY_MS;
    const perDay = days < 2 ? 0 : ((newest.sizeBytes - oldest.sizeBytes) / days) * copies;
    const lasts = perDay > 0 ? Math.floor(freeBytes / perDay) : Infinity;
    if (lasts >= 60) return [];
    return [
      warn(
        'disk',
        [
          `Đĩa còn ${left.vi}, đủ khoảng ${lasts} ngày với mức tăng hiện nay.`,
          `${left.en} of disk are left, enough for about ${lasts} days at the present pace.`,
        ],
        next,
      ),
    ];
  })(ground);
  if (pace) return [pace];
  if (freeBytes < LEAST_FREE_BYTES)
    return [fault('disk', [`Đĩa chỉ còn ${left.vi}.`, `Only ${left.en} of disk are left.`], next)];
  return [ok('disk', `Đĩa dữ liệu còn ${left.vi}.`, `${left.en} are left on the disk of the data.`)];
}
