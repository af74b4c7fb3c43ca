import type { Language } from '../shared/questionnaire.ts';
import type { RowFile } from '../shared/wire/row-exports.ts';

/** What is exported. Plain data: it goes to a process of its own. */
export interface AskedExport {
  readonly file: RowFile;
  readonly unit: string;
  /** Null: all that is stored. */
  readonly period: string | null;
  readonly language: Language;
  /** Local day by whose tree the unit has its places; ms since 1970. */
  readonly day: string;
  readonly nowMs: number;
}

/** How far an export has come: rows written, and the share (0-1) of the stored submissions that has been looked at. */
export interface Progress {
  rows: number;
  share: number;
}

/** An export under way. */
export interface RunningExport {
  /** Its bytes; whoever cancels it, or reads no further, ends the reading behind it. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Settles when nothing is read any more: rejects where the file did not come to its end. */
  readonly over: Promise<void>;
}

export type Exporter = (
  asked: AskedExport,
  hear: (progress: Readonly<Progress>) => void,
  signal: AbortSignal,
) => RunningExport;
