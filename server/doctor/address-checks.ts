import { opensOnlyHere } from '../../shared/opens-only-here.ts';
import { DAY_MS } from '../../shared/period.ts';
import { NAMED_BY_DOCTOR, type SeenRequest } from '../../shared/wire/seen-request.ts';
import { type Check, codeOf, type Ground } from './checked-ground.ts';
import { fault, type Finding, ok, warn } from './finding.ts';

/** The way from a tablet to the server: the process itself, the address that people use, its certificate, the proxy. */

const LOCAL_HOSTS: Readonly<Record<string, string>> = {
  '0.0.0.0': '127.0.0.1',
  '::': '[::1]',
  '::1': '[::1]',
};

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  stopping: ['đang dừng', 'it is stopping'],
  database: ['cơ sở dữ liệu không ghi được', 'the database takes no writes'],
  disk: ['đĩa đầy', 'the disk is full'],
  clock: ['đồng hồ sai', 'the clock is wrong'],
};

export const running: Check = async ({ config, machine }) => {
  const host = LOCAL_HOSTS[config.host] ?? config.host;
  try {
    const { status, body } = await machine.ask(`http://${host}:${config.port}/readyz`);
    if (status === 200)
      return [
        ok('server', `Máy chủ đang chạy ở cổng ${config.port}.`, `The server runs at port ${config.port}.`),
      ];
    const named = (body as { reasons?: string[] } | undefined)?.reasons ?? [];
    const [vi, en] = [0, 1].map((i) => named.map((reason) => REASONS[reason]?.[i] ?? reason).join(', '));
    return [
      fault(
        'server',
        [
          `Máy chủ chạy nhưng chưa nhận phiếu được: ${vi || status}.`,
          `The server runs and cannot take forms: ${en || status}.`,
        ],
        [
          'Xem các dòng khác ở đây, rồi journalctl -u sipas -n 50',
          'See the other lines here, then journalctl -u sipas -n 50',
        ],
      ),
    ];
  } catch (error) {
    const code = codeOf(error);
    return [
      fault(
        'server',
        [
          `Máy chủ không trả lời ở cổng ${config.port} (${code}).`,
          `The server does not answer at port ${config.port} (${code}).`,
        ],
        [
          'systemctl start sipas; nếu không được: journalctl -u sipas -n 50',
          'systemctl start sipas; if that fails: journalctl -u sipas -n 50',
        ],
      ),
    ];
  }
};

export const production: Check = ({ config }) =>
  config.production
    ? []
    : [
        warn(
          'production',
          [
            'Máy chủ chạy ở chế độ thử (NODE_ENV không phải production).',
            'The server runs for trial (NODE_ENV is not production).',
          ],
          ['Để dùng thật, đặt NODE_ENV=production.', 'For real use set NODE_ENV=production.'],
        ),
      ];

export const publicAddress: Check = async (ground) => {
  const { publicUrl } = ground.config;
  if (opensOnlyHere(publicUrl))
    return [
      warn(
        'address',
        [
          `Địa chỉ ${publicUrl} chỉ mở được trên máy này.`,
          `The address ${publicUrl} opens on this machine alone.`,
        ],
        [
          'Đặt PUBLIC_URL là địa chỉ mà máy tính bảng dùng, ví dụ https://khaosat.example.gov.vn',
          'Set PUBLIC_URL to the address that tablets use, such as https://khaosat.example.gov.vn',
        ],
      ),
    ];
  const url = new URL(publicUrl);
  if (url.protocol !== 'https:')
    return [
      fault(
        'address',
        [
          `PUBLIC_URL ${publicUrl} không phải https: máy tính bảng không giữ được phiếu khi mất mạng.`,
          `PUBLIC_URL ${publicUrl} is not https: tablets could keep nothing without a network.`,
        ],
        [
          'Đặt Caddy phía trước (docs/deploy) và PUBLIC_URL bắt đầu bằng https:',
          'Put Caddy in front (docs/deploy), and let PUBLIC_URL begin with https:',
        ],
      ),
    ];
  const certified = await certificate(ground, url);
  return certified.level === 'fault' ? [certified] : [certified, ...(await proxy(ground))];
};

/** Of its whole life; a certificate of three months is renewed with a third left, one of half a day too. */
const LEFT_LEAST = 0.2;

async function certificate({ machine, nowMs }: Ground, url: URL): Promise<Finding> {
  const name = url.hostname;
  try {
    const { fromMs, toMs, distrust } = await machine.certificate(name, Number(url.port || 443));
    const left = timeLeft(toMs - nowMs);
    const renew = [
      'journalctl -u caddy -n 50 cho biết vì sao không gia hạn được; cổng 80 và 443 phải mở.',
      'journalctl -u caddy -n 50 tells why it is not renewed; ports 80 and 443 must be open.',
    ] as const;
    if (toMs <= nowMs)
      return fault(
        'certificate',
        [`Chứng thư của ${name} đã hết hạn.`, `The certificate of ${name} has run out.`],
        renew,
      );
    if (distrust !== undefined)
      return fault(
        'certificate',
        [
          `Máy này không tin chứng thư của ${name} (${distrust}).`,
          `This machine does not trust the certificate of ${name} (${distrust}).`,
        ],
        [
          'Tên phải đúng như trong Caddyfile; mạng nội bộ: NODE_EXTRA_CA_CERTS=/etc/sipas/root.crt (docs/deploy/trust-root.md).',
          'The name must be the one in the Caddyfile; a closed network: NODE_EXTRA_CA_CERTS=/etc/sipas/root.crt (docs/deploy/trust-root.md).',
        ],
      );
    if (toMs - nowMs < (toMs - fromMs) * LEFT_LEAST)
      return warn(
        'certificate',
        [
          `Chứng thư của ${name} chỉ còn ${left.vi} và chưa được gia hạn.`,
          `The certificate of ${name} has ${left.en} left and was not renewed.`,
        ],
        renew,
      );
    return ok(
      'certificate',
      `Chứng thư của ${name} còn ${left.vi}, chưa đến lúc gia hạn.`,
      `The certificate of ${name} has ${left.en} left and is not due for renewal.`,
    );
  } catch (error) {
    return unreachable(url.host, codeOf(error));
  }
}

/** Caddy's own authority gives certificates of half a day. */
const timeLeft = (ms: number) => {
  const [days, hours] = [Math.floor(ms / DAY_MS), Math.floor(ms / 3_600_000)];
  return days >= 2
    ? { vi: `${days} ngày`, en: `${days} days` }
    : { vi: `${hours} giờ`, en: `${hours} hours` };
};

function unreachable(host: string, code: string): Finding {
  if (/ENOTFOUND|EAI_AGAIN/.test(code))
    return fault(
      'address',
      [`Máy này không biết tên ${host} (${code}).`, `This machine does not know the name ${host} (${code}).`],
      [
        'Khai tên ở máy chủ DNS hoặc bộ định tuyến, và trong /etc/hosts của máy này.',
        'Enter the name in your DNS or router, and in /etc/hosts of this machine.',
      ],
    );
  return fault(
    'address',
    [`Không kết nối được tới ${host} (${code}).`, `There is no connection to ${host} (${code}).`],
    [
      'systemctl status caddy; tường lửa phải mở cổng 80 và 443.',
      'systemctl status caddy; the firewall must let in ports 80 and 443.',
    ],
  );
}

async function proxy({ config, machine }: Ground): Promise<Finding[]> {
  const found: Finding[] = [];
  const next = [
    'Dùng Caddyfile trong docs/deploy; proxy khác: xem docs/deploy/README.md.',
    'Use the Caddyfile of docs/deploy; of another proxy see docs/deploy/README.md.',
  ] as const;
  try {
    const { status, body } = await machine.ask(`${config.publicUrl}/seen`, {
      'x-forwarded-for': NAMED_BY_DOCTOR,
    });
    const seen = body as SeenRequest | undefined;
    if (status !== 200 || typeof seen?.host !== 'boolean')
      return [
        fault(
          'proxy',
          [
            `${config.publicUrl} trả lời nhưng không phải máy chủ này (${status}).`,
            `What answers at ${config.publicUrl} is not this server (${status}).`,
          ],
          next,
        ),
      ];
    if (!seen.host)
      found.push(
        fault('proxy', ['Proxy không giữ nguyên Host.', 'The proxy does not hand on Host as it came.'], next),
      );
    if (!seen.forwarded)
      found.push(
        fault(
          'proxy',
          [
            'Proxy không cho biết người gửi (X-Forwarded-For): mọi người bị tính là một.',
            'The proxy names no sender (X-Forwarded-For): everybody counts as one.',
          ],
          next,
        ),
      );
    if (seen.believed)
      found.push(
        fault(
          'proxy',
          [
            'Proxy tin X-Forwarded-For do người gửi tự ghi: ai cũng giả được địa chỉ.',
            'The proxy passes on an X-Forwarded-For that senders wrote: anybody can choose an address.',
          ],
          next,
        ),
      );
    const metrics = await machine.ask(`${config.publicUrl}/metrics`);
    if (metrics.status === 200)
      found.push(fault('proxy', ['Ai cũng xem được /metrics.', 'Anybody can read /metrics.'], next));
  } catch (error) {
    return [unreachable(new URL(config.publicUrl).host, codeOf(error))];
  }
  return found.length > 0
    ? found
    : [
        ok(
          'proxy',
          `${config.publicUrl} dẫn đúng tới máy chủ này.`,
          `${config.publicUrl} leads to this server as it should.`,
        ),
      ];
}
