import type { Config } from '../config.ts';
import type { Looked } from '../store/look-into.ts';
import type { Finding } from './finding.ts';

/** What the checks stand on: settings, machine and database as they are. Everything outside is an argument. */
export interface Ground {
  readonly config: Config;
  readonly machine: Machine;
  readonly nowMs: number;
  readonly database: FoundDatabase;
}

export type FoundDatabase =
  /** Nobody has started the server here yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'closed'; readonly code: string }
  | { readonly kind: 'open'; readonly looked: Looked };

export interface Machine {
  /** Such as "24.1.0". */
  readonly node: string;
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number };
  /** Undefined where there is no such folder. `device`: which disk it lies on. */
  readonly disk: (folder: string) => { readonly freeBytes: number; readonly device: number } | undefined;
  /** Undefined where there is nothing. `mode` without the kind of file; undefined on Windows. */
  readonly rights: (
    path: string,
  ) => { readonly mode: number | undefined; readonly isOwn: boolean; readonly canWrite: boolean } | undefined;
  /** Whether the clock is kept by a time server; undefined: this machine does not say. */
  readonly isClockKept: () => Promise<boolean | undefined>;
  /** Rejects with an error whose `code` names what is wrong. */
  readonly ask: (
    url: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly certificate: (host: string, port: number) => Promise<Certificate>;
}

export interface Certificate {
  readonly fromMs: number;
  readonly toMs: number;
  /** Why this machine does not trust it; undefined: it does. */
  readonly distrust: string | undefined;
}

export type Check = (ground: Ground) => Promise<readonly Finding[]> | readonly Finding[];

/** A check of what lies in the database; says nothing while that cannot be read, which another check tells. */
export const ofData =
  (check: (looked: Looked, ground: Ground) => Promise<readonly Finding[]>): Check =>
  ({ database, ...ground }) =>
    database.kind === 'open' && database.looked.missing.length + database.looked.unknown.length === 0
      ? check(database.looked, { database, ...ground })
      : [];

/** An error's own short name, for sentences: never its message, which may quote data. */
export const codeOf = (error: unknown): string => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  if (cause !== undefined) return codeOf(cause);
  return error instanceof Error ? error.name : 'unknown';
};

/** "1,5 GB" and "1.5 GB". */
export function sizes(bytes: number): { readonly vi: string; readonly en: string } {
  const en = bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.max(0, Math.round(bytes / 1e6))} MB`;
  return { vi: en.replace('.', ','), en };
}

/** `29/11/2026` of `2026-11-29`. */
export const dayInVietnamese = (day: string) => day.split('-').toReversed().join('/');
