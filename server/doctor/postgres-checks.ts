import { BESIDE_READING, type PostgresFacts, postgresFacts } from '../store/postgres-facts.ts';
import { ofData } from './checked-ground.ts';
import { fault, type Finding, ok, warn } from './finding.ts';

/** What the start refuses or says loudly of a PostgreSQL server (`store/postgres-facts.ts`), in both languages. */

const set = (setting: string) =>
  [
    `psql: alter system set ${setting}; select pg_reload_conf();`,
    `psql: alter system set ${setting}; select pg_reload_conf();`,
  ] as const;
const GUIDE = ['Xem docs/deploy/postgres.md.', 'See docs/deploy/postgres.md.'] as const;

export const postgres = ofData(async ({ dialect, read }, { config }) => {
  if (dialect !== 'postgres') return [];
  // beside those that read: one writes, one holds the database
  const found = judge(await postgresFacts(read), config.databasePool + BESIDE_READING);
  return found.length > 0
    ? found
    : [ok('postgres', 'PostgreSQL được đặt đúng.', 'PostgreSQL is set as it should be.')];
});

export function judge(facts: PostgresFacts, wanted: number): Finding[] {
  const { fsync, fullPageWrites, commitTimes, logsAnswers, checksums, isSuperuser, connections } = facts;
  const all: readonly (readonly [isSo: boolean, finding: Finding])[] = [
    [
      fsync !== 'on',
      fault(
        'postgres',
        [
          'fsync tắt: mất điện là hỏng cơ sở dữ liệu.',
          'fsync is off: a power cut loses or damages the database.',
        ],
        set('fsync = on'),
      ),
    ],
    [
      fullPageWrites !== 'on',
      fault(
        'postgres',
        [
          'full_page_writes tắt: mất điện có thể làm rách trang dữ liệu.',
          'full_page_writes is off: a power cut can tear pages apart.',
        ],
        set('full_page_writes = on'),
      ),
    ],
    [
      commitTimes !== 'off',
      fault(
        'postgres',
        [
          'track_commit_timestamp bật: ghi lại giây trả lời của từng người.',
          'track_commit_timestamp is on: it keeps the second of every answer.',
        ],
        [
          'psql: alter system set track_commit_timestamp = off; rồi khởi động lại PostgreSQL.',
          'psql: alter system set track_commit_timestamp = off; then restart PostgreSQL.',
        ],
      ),
    ],
    [
      logsAnswers,
      fault(
        'postgres',
        [
          'PostgreSQL ghi giá trị của câu lệnh vào nhật ký: câu trả lời của người dân sẽ nằm trong đó.',
          'PostgreSQL logs statements with their values: what citizens answer would stand there.',
        ],
        set('log_parameter_max_length = 0'),
      ),
    ],
    [
      checksums !== 'on',
      warn(
        'postgres',
        [
          'Chưa bật mã kiểm tra trang dữ liệu (checksums).',
          'Data checksums are off: what a disk alters goes unnoticed for a while.',
        ],
        [
          'Dừng PostgreSQL, chạy pg_checksums --enable, rồi khởi động lại.',
          'Stop PostgreSQL, run pg_checksums --enable, start it again.',
        ],
      ),
    ],
    [
      isSuperuser,
      warn(
        'postgres',
        [
          'Tài khoản trong DATABASE_URL là superuser; chỉ cần là chủ cơ sở dữ liệu.',
          'The role of DATABASE_URL is a superuser; one that owns its database is enough.',
        ],
        GUIDE,
      ),
    ],
    [
      wanted > connections,
      warn(
        'postgres',
        [
          `Máy chủ có thể mở ${wanted} kết nối, PostgreSQL chỉ cho ${connections}.`,
          `The server may open ${wanted} connections and PostgreSQL lets in ${connections}.`,
        ],
        ['Giảm DATABASE_POOL hoặc tăng max_connections.', 'Lower DATABASE_POOL, or raise max_connections.'],
      ),
    ],
  ];
  return all.flatMap(([isSo, finding]) => (isSo ? [finding] : []));
}
