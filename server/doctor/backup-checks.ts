import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { JOB_NAMES, lastResult, nightOf } from '../jobs/night.ts';
import { inBoth } from '../said/said.ts';
import { allBackups } from '../store/backups.ts';
import { setting } from '../store/settings.ts';
import { fault, type Finding, ok, warn } from './finding.ts';
import { type Check, dayInVietnamese, ofData } from './checked-ground.ts';

/** What would be left after a disaster, and whether the nights do their work. */

/** One night may be missed: a power cut, a disk that was full. */
const LATE_DAYS = 1.5;
const MISSED_DAYS = 3;

const daysSince = (atMs: number, nowMs: number) => (nowMs - atMs) / DAY_MS;

export const backups = ofData(async ({ read }, { config, nowMs }) => {
  const [newest] = await allBackups(read);
  const take = ['Chạy: sipas backup', 'Run: sipas backup'] as const;
  if (!newest) return [warn('backup', ['Chưa có bản sao lưu nào.', 'No backup has been taken yet.'], take)];
  const day = localDay(newest.at);
  const days = daysSince(newest.at, nowMs);
  if (!existsSync(join(config.backupDir, newest.file)))
    return [
      fault(
        'backup',
        [
          `Bản sao lưu mới nhất ${newest.file} không còn trong ${config.backupDir}.`,
          `The newest backup ${newest.file} is not in ${config.backupDir} any more.`,
        ],
        take,
      ),
    ];
  if (days > LATE_DAYS) {
    const said = [
      `Bản sao lưu mới nhất từ ngày ${dayInVietnamese(day)}.`,
      `The newest backup is of ${day}.`,
    ] as const;
    const next = [
      `${take[0]}; rồi xem kết quả ban đêm: sipas night`,
      `${take[1]}; then look at the night's results: sipas night`,
    ] as const;
    return [days > MISSED_DAYS ? fault('backup', said, next) : warn('backup', said, next)];
  }
  return [
    ok(
      'backup',
      `Bản sao lưu mới nhất ngày ${dayInVietnamese(day)}, đã kiểm tra.`,
      `The newest backup is of ${day} and was verified.`,
    ),
  ];
});

export const elsewhere = ofData(async ({ read }, { config, nowMs }) => {
  const { backupCopyDir } = config;
  if (backupCopyDir !== undefined && !existsSync(backupCopyDir))
    return [
      fault(
        'backup-elsewhere',
        [
          `Không thấy thư mục ${backupCopyDir} (BACKUP_COPY_DIR).`,
          `There is no folder ${backupCopyDir} (BACKUP_COPY_DIR).`,
        ],
        ['Gắn lại ổ mạng (mount -a), rồi: sipas backup', 'Mount it again (mount -a), then: sipas backup'],
      ),
    ];
  const newest = (await allBackups(read)).find(({ offMachine }) => offMachine);
  const next = [
    'Đặt BACKUP_COPY_DIR là thư mục trên máy khác; hoặc tự chép rồi xác nhận: sipas backup confirm SHA256',
    'Set BACKUP_COPY_DIR to a folder of another machine; or copy it yourself and say so: sipas backup confirm SHA256',
  ] as const;
  if (!newest)
    return [
      warn(
        'backup-elsewhere',
        [
          'Chưa có bản sao lưu nào nằm trên máy khác. Cháy, trộm, hỏng máy này là mất dữ liệu.',
          'No backup lies on another machine. Fire, theft or a broken machine would take everything.',
        ],
        next,
      ),
    ];
  const day = localDay(newest.at);
  if (daysSince(newest.at, nowMs) > MISSED_DAYS)
    return [
      warn(
        'backup-elsewhere',
        [
          `Bản sao lưu trên máy khác mới nhất từ ngày ${dayInVietnamese(day)}.`,
          `The newest backup on another machine is of ${day}.`,
        ],
        next,
      ),
    ];
  return [
    ok(
      'backup-elsewhere',
      `Trên máy khác có bản sao lưu ngày ${dayInVietnamese(day)}.`,
      `Another machine has the backup of ${day}.`,
    ),
  ];
});

export const nights = ofData(async ({ read }, { nowMs }) => {
  const found: Finding[] = [];
  for (const job of JOB_NAMES) {
    const result = await lastResult({ read }, job);
    if (!result || result.ok) continue;
    const name = inBoth(({ night }) => night.jobs[job]);
    found.push(
      fault(
        'night',
        [
          `Việc ban đêm "${name.vi}" (${dayInVietnamese(result.night)}) không xong: ${result.said.vi}`,
          `The night's work "${name.en}" (${result.night}) failed: ${result.said.en}`,
        ],
        ['Sửa nguyên nhân rồi chạy: sipas night', 'Mend the cause, then run: sipas night'],
      ),
    );
  }
  const done = await setting(read, 'night');
  // the night of today may be under way or not yet due
  const due = nightOf(nowMs - DAY_MS);
  if (found.length === 0 && done !== undefined && done < due)
    found.push(
      fault(
        'night',
        [
          `Việc ban đêm lần cuối làm xong là đêm ${dayInVietnamese(done)}.`,
          `The last night whose work was done is ${done}.`,
        ],
        [
          'Máy chủ phải chạy qua đêm. Làm ngay: sipas night',
          'The server must run at night. Do it now: sipas night',
        ],
      ),
    );
  if (found.length > 0) return found;
  return [
    done === undefined
      ? ok('night', 'Chưa qua đêm nào.', 'No night has passed yet.')
      : ok(
          'night',
          `Việc ban đêm đã xong (đêm ${dayInVietnamese(done)}).`,
          `The night's work is done (${done}).`,
        ),
  ];
});

export const drills: Check = ofData(async ({ read }, { nowMs }) => {
  const result = await lastResult({ read }, 'drill');
  // that it failed is said by the nights
  if (!result?.ok) return [];
  if (daysSince(result.at, nowMs) <= MISSED_DAYS)
    return [
      ok(
        'drill',
        `Khôi phục thử thành công (đêm ${dayInVietnamese(result.night)}).`,
        `A restore was tried and worked (${result.night}).`,
      ),
    ];
  return [
    warn(
      'drill',
      [
        `Lần khôi phục thử gần nhất là đêm ${dayInVietnamese(result.night)}.`,
        `A restore was last tried in the night of ${result.night}.`,
      ],
      ['Chạy: sipas drill', 'Run: sipas drill'],
    ),
  ];
});
