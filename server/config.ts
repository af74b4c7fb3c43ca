import { hostname } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isEmail } from '../shared/email.ts';
import { SaidFault } from './said/said.ts';
import type { OperatorWords } from './said/words-vi.ts';
import { isNetwork } from './caller-address.ts';

/** Settings come from the environment; the README's table is the reference. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Connections to PostgreSQL for reading at most. */
  readonly databasePool: number;
  readonly publicUrl: string;
  readonly production: boolean;
  /** Addresses and networks of proxies on other machines; what they name as the sender of a request is believed. */
  readonly trustedProxies: readonly string[];
  /** What a program shows that reads metrics; undefined: only programs of this machine may. */
  readonly metricsToken: string | undefined;
  /** Where other instances over the same PostgreSQL reach this one: `HOST:PORT`, the port 0 where one was still to be found. */
  readonly instanceAddress: string;
  /** So long a server that was told to stop goes on answering, not ready, until no load balancer sends anybody here. */
  readonly drainMs: number;
  /** Folder of the backups. */
  readonly backupDir: string;
  /** Where backups are copied to: a folder that another machine keeps. */
  readonly backupCopyDir: string | undefined;
  /** The operator vouches that it is another machine although it looks like the same file system. */
  readonly backupCopyIsElsewhere: boolean;
  /** Undefined: no e-mail is sent. */
  readonly mail: MailSettings | undefined;
}

/** How e-mails leave. The password stays in memory; it is written nowhere. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` or not at all; `none` only to a program of this machine. */
  readonly tls: 'tls' | 'starttls' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly from: string;
}

/** A setting that cannot be used; it says which and what it must be. */
export class ConfigFault extends SaidFault {}

const optional = <S extends v.GenericSchema<string, unknown>>(schema: S, fallback: string) =>
  v.pipe(
    v.optional(v.string(), fallback),
    v.transform((text) => text.trim() || fallback),
    schema,
  );

const EnvironmentSchema = v.object({
  PORT: optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)), '8080'),
  HOST: optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/)), 'localhost'),
  DATA_DIR: optional(v.string(), './data'),
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
  DATABASE_POOL: optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
    '10',
  ),
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//))),
  INSTANCE_ADDRESS: v.optional(v.pipe(v.string(), v.regex(/^[\w.:[\]-]+:\d{1,5}$/))),
  DRAIN_SECONDS: optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.maxValue(60)), '0'),
  NODE_ENV: v.optional(v.string()),
  TRUSTED_PROXIES: optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
      v.check((parts) => parts.every(isNetwork)),
    ),
    '',
  ),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{16,200}$/))),
  BACKUP_DIR: v.optional(v.string()),
  BACKUP_COPY_DIR: v.optional(v.string()),
  BACKUP_COPY_IS_ELSEWHERE: v.optional(v.picklist(['yes', 'no'])),
  MAIL_HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/))),
  MAIL_PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535))),
  MAIL_TLS: v.optional(v.picklist(['tls', 'starttls', 'none'])),
  MAIL_USER: v.optional(v.string()),
  MAIL_PASSWORD: v.optional(v.string()),
  MAIL_PASSWORD_FILE: v.optional(v.string()),
  MAIL_FROM: v.optional(v.pipe(v.string(), v.check(isEmail))),
});

/** What a setting must be. */
function expectedOf({ expected, text }: OperatorWords['start']['setting'], name: string): string {
  return Object.hasOwn(expected, name) ? expected[name as keyof typeof expected] : text;
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const used = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = v.safeParse(EnvironmentSchema, used);
  if (!result.success) {
    const name = v.getDotPath(result.issues[0]) ?? '';
    throw new ConfigFault(({ start: { setting } }) => setting.unusable(name, expectedOf(setting, name)));
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, NODE_ENV, TRUSTED_PROXIES, ...backup } =
    result.output;
  const isAnywhere = HOST === '0.0.0.0' || HOST === '::';
  const shownHost = isAnywhere ? 'localhost' : HOST;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    databasePool: backup.DATABASE_POOL,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${PORT}`).replace(/\/+$/, ''),
    production: NODE_ENV === 'production',
    trustedProxies: TRUSTED_PROXIES,
    metricsToken: backup.METRICS_TOKEN,
    instanceAddress: backup.INSTANCE_ADDRESS ?? `${isAnywhere ? hostname() : inAddress(HOST)}:${PORT}`,
    drainMs: backup.DRAIN_SECONDS * 1_000,
    backupDir: backup.BACKUP_DIR ?? join(DATA_DIR, 'backups'),
    backupCopyDir: backup.BACKUP_COPY_DIR,
    backupCopyIsElsewhere: backup.BACKUP_COPY_IS_ELSEWHERE === 'yes',
    mail: mailSettings(result.output),
  };
}

const inAddress = (host: string) => (host.includes(':') ? `[${host}]` : host);

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);
const USUAL_PORT = { tls: 465, starttls: 587, none: 25 } as const;

function mailSettings(given: v.InferOutput<typeof EnvironmentSchema>): MailSettings | undefined {
  const { MAIL_HOST: host, MAIL_FROM: from, MAIL_TLS: tls = 'starttls' } = given;
  if (host === undefined) return undefined;
  if (from === undefined)
    throw new ConfigFault(({ start: { setting } }) => setting.mailFrom(setting.expected.MAIL_FROM));
  // passwords and the names of offices would cross the network in the clear
  if (tls === 'none' && !LOCAL.has(host)) throw new ConfigFault(({ start }) => start.setting.mailOpen);
  return {
    host,
    port: given.MAIL_PORT ?? USUAL_PORT[tls],
    tls,
    user: given.MAIL_USER,
    password: given.MAIL_PASSWORD_FILE ? readPassword(given.MAIL_PASSWORD_FILE) : given.MAIL_PASSWORD,
    from,
  };
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigFault(({ start }) => start.setting.passwordFile);
  }
}
