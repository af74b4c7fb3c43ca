import { join } from 'node:path';
import * as v from 'valibot';

/** Settings come from the environment; the README's table is the reference. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string;
  readonly production: boolean;
  /** Folder of the backups. */
  readonly backupDir: string;
  /** Where backups are copied to: a folder that another machine keeps. */
  readonly backupCopyDir: string | undefined;
  /** The operator vouches that it is another machine although it looks like the same file system. */
  readonly backupCopyIsElsewhere: boolean;
}

/** A setting that cannot be used; the message says which and what it must be. */
export class ConfigFault extends Error {}

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
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//))),
  NODE_ENV: v.optional(v.string()),
  BACKUP_DIR: v.optional(v.string()),
  BACKUP_COPY_DIR: v.optional(v.string()),
  BACKUP_COPY_IS_ELSEWHERE: v.optional(v.picklist(['yes', 'no'])),
});

const EXPECTED: Readonly<Record<string, string>> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'a host name or address, such as localhost or 0.0.0.0',
  DATABASE_URL: 'an address that begins with postgres://',
  BACKUP_COPY_IS_ELSEWHERE: 'yes or no',
  PUBLIC_URL: 'the address people use, such as https://khaosat.example.gov.vn',
};

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const used = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = v.safeParse(EnvironmentSchema, used);
  if (!result.success) {
    const name = v.getDotPath(result.issues[0]) ?? '';
    throw new ConfigFault(`The setting ${name} cannot be used: it must be ${EXPECTED[name] ?? 'text'}.`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, NODE_ENV, ...backup } = result.output;
  const shownHost = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${PORT}`).replace(/\/+$/, ''),
    production: NODE_ENV === 'production',
    backupDir: backup.BACKUP_DIR ?? join(DATA_DIR, 'backups'),
    backupCopyDir: backup.BACKUP_COPY_DIR,
    backupCopyIsElsewhere: backup.BACKUP_COPY_IS_ELSEWHERE === 'yes',
  };
}
