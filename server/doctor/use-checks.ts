import { deviceRows } from '../devices/device-rows.ts';
import { mailState } from '../mail/deliver.ts';
import { wholeTree } from '../scope.ts';
import { countMails } from '../store/mails.ts';
import { ofData } from './checked-ground.ts';
import { fault, type Finding, ok, warn } from './finding.ts';

/** What people at work would notice last: tablets that are silent, mail that does not leave, an office that is not set up. */

export const office = ofData(async ({ read }) => {
  const { units } = await wholeTree(read, 'real');
  if (units.length > 0) return [];
  return [
    warn(
      'office',
      ['Chưa thiết lập đơn vị thật nào.', 'No real office is set up yet.'],
      [
        'sipas set-up-link cho đường dẫn dùng một lần để bắt đầu.',
        'sipas set-up-link makes the one-time link to begin with.',
      ],
    ),
  ];
});

export const devices = ofData(async ({ read }, { nowMs }) => {
  const rows = await deviceRows(read, await wholeTree(read, 'real'), nowMs);
  const inUse = rows.filter(({ state }) => state === 'active').length;
  if (rows.length === 0) return [];
  const having = (...alarms: readonly string[]) =>
    rows.filter((row) => row.alarms.some((alarm) => alarms.includes(alarm))).length;
  const [lost, silent] = [having('lost', 'missing', 'cloned'), having('silent')];
  const next = [
    'Mở trang "Thiết bị" của người quản lý.',
    'Open the managers\' page "Thiết bị" (devices).',
  ] as const;
  const found: Finding[] = [];
  if (lost > 0)
    found.push(
      fault(
        'devices',
        [`${lost} thiết bị có thể đã mất phiếu.`, `${lost} devices may have lost forms.`],
        next,
      ),
    );
  if (silent > 0)
    found.push(
      warn(
        'devices',
        [
          `${silent} thiết bị im lặng từ một ngày làm việc trở lên.`,
          `${silent} devices have been silent for a working day or longer.`,
        ],
        next,
      ),
    );
  return found.length > 0
    ? found
    : [
        ok(
          'devices',
          `${inUse} thiết bị đang dùng, đều đã liên lạc.`,
          `${inUse} devices are in use, and all have been heard.`,
        ),
      ];
});

export const mail = ofData(async ({ read }, { config }) => {
  if (!config.mail) return [];
  const { waiting, failed } = await countMails(read);
  const state = await mailState(read);
  if (state?.trouble)
    return [
      fault(
        'mail',
        [
          `Máy chủ thư không nhận thư (${state.trouble}); ${waiting} thư đang chờ.`,
          `The mail server takes no mail (${state.trouble}); ${waiting} are waiting.`,
        ],
        [
          'Kiểm tra MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER và mật khẩu, rồi: sipas mail test ĐỊA_CHỈ',
          'Look at MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER and the password, then: sipas mail test ADDRESS',
        ],
      ),
    ];
  if (failed > 0)
    return [
      warn(
        'mail',
        [`${failed} thư không gửi được và đã bỏ.`, `${failed} mails could not be sent and were given up.`],
        [
          'Sửa địa chỉ thư của người dùng trên trang "Người dùng".',
          'Correct the addresses on the page "Người dùng" (people).',
        ],
      ),
    ];
  return [ok('mail', `Thư điện tử: ${waiting} thư đang chờ.`, `E-mail: ${waiting} are waiting.`)];
});
