import type { SaidStartWords } from './said-start-vi.ts';

export const saidStartEn: SaidStartWords = {
  setting: {
    unusable: (name, expected) => `The setting ${name} cannot be used: it must be ${expected}.`,
    text: 'text',
    expected: {
      PORT: 'a number from 0 to 65535',
      HOST: 'a host name or address, such as localhost or 0.0.0.0',
      DATABASE_URL: 'an address that begins with postgres://',
      TRUSTED_PROXIES: 'addresses or networks such as 10.1.2.3, 10.1.0.0/16',
      DATABASE_POOL: 'a number from 1 to 200',
      INSTANCE_ADDRESS: 'where the other instances reach this one, such as 10.0.0.11:8080',
      DRAIN_SECONDS: 'a number from 0 to 60',
      METRICS_TOKEN: '16 signs or more without spaces',
      BACKUP_COPY_IS_ELSEWHERE: 'yes or no',
      MAIL_HOST: 'the name of a mail server',
      MAIL_PORT: 'a number from 0 to 65535',
      MAIL_TLS: 'tls, starttls or none',
      MAIL_FROM: 'a plain address such as khaosat@lamkhe.gov.vn',
      PUBLIC_URL: 'the address people use, such as https://khaosat.example.gov.vn',
    },
    mailFrom: (expected) => `With MAIL_HOST the setting MAIL_FROM is needed: ${expected}.`,
    mailOpen: 'MAIL_TLS=none is only for a mail program of this machine (MAIL_HOST=localhost).',
    passwordFile: 'The file of MAIL_PASSWORD_FILE cannot be read. Give this user the right to read it.',
  },
  clock: {
    beforeRelease: (nowMs, day) =>
      `This machine's clock says ${new Date(nowMs).toISOString()}. That is before this program was released (${day}). ` +
      'Set the clock (timedatectl set-ntp true), then start again.',
    behind: (nowMs, newest) =>
      `This machine's clock says ${new Date(nowMs).toISOString()}, but the database already holds answers of ${newest}. ` +
      'Set the clock (timedatectl set-ntp true), then start again. If the clock is right now and once ran ahead, ' +
      'say so: npm run sipas -- clock accept',
  },
  keys: {
    missing: (file) => `The key file ${file} is missing, and this database was used with one. ${NEXT_KEYS}`,
    other: (file) => `The key file ${file} is not the one that this database was used with. ${NEXT_KEYS}`,
  },
  portTaken: (port) =>
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${Number(port) + 1} npm start`,
  cannotListen: (address, code) =>
    `The server cannot listen at ${address ?? 'this address'} (${code}). Choose another one with HOST=… and PORT=…`,
  unforeseen: (code) =>
    `An unforeseen fault (${code}). Run npm run sipas -- doctor; if it comes again, send the lines below to whoever supports you.`,
  filling: 'Filling the demo province Lâm Khê (once, up to half a minute) …',
  filled: (submissions, seconds) => `${submissions} invented submissions in ${seconds} s.`,
  running: (base) => `Khảo sát mức độ hài lòng is running at ${base}`,
  setUp: {
    first:
      'This server is not set up yet. Open this link (it works once, within a day) and follow the steps.',
    besideDemo: 'Start for a real office: open this link (it works once, within a day).',
    another: 'Another link',
    onlyHere: 'This address opens on this machine alone; for real use set PUBLIC_URL (see the README).',
  },
  kiosk: {
    head: 'Kiosk',
    byCode: 'A tablet is enrolled by a code from the dashboard, or: npm run sipas -- device',
    open: 'Open this on the tablet (or in this browser) to enrol it; it works once, within a day:',
    enrolled: (base, pin) => `Once enrolled it is at ${base}/kiosk/ (PIN of its staff page: ${pin})`,
  },
  phone: {
    head: 'Own phone',
    sees: 'What a citizen sees who scans the QR code at a counter:',
    howReal: '(for a real phone in the same network: HOST=0.0.0.0 npm start)',
    address: (address) => `For a phone: ${address}`,
  },
  dashboard: {
    head: 'Dashboard',
    signIn: 'Sign in with your account. Lost the password? npm run sipas -- password NAME',
    first: (unit) => `First account for ${unit}: open this one-time link (valid for a day)`,
    choose: 'and choose a name and a password:',
  },
};

const NEXT_KEYS =
  'Put the saved copy of it back (several servers have the same one) and start again. Only if it is lost for good: npm run sipas -- keys renew';
