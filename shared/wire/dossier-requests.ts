import * as v from 'valibot';
import { idField } from './day-field.ts';
import type { Text } from '../questionnaire.ts';
import type { Answer } from './answer-parts.ts';
import type { DossierImportSchema, DossierCountsSchema, DossierOverviewSchema } from './dossier-answers.ts';

/**
 * Dossiers as offices export them: lists (a row for each dossier) and statistics (a row for each unit, field and month).
 * A file stays in the server's memory while it is looked at; what is wrong in it is named by row and reason, and nothing
 * of what stands in it is repeated.
 */

export const LIST_COLUMNS = [
  'code',
  'phone',
  'field',
  'procedure',
  'authority',
  'point',
  'counter',
  'received',
  'due',
  'returned',
] as const;
export const STATISTICS_COLUMNS = [
  'unit',
  'field',
  'month',
  'received',
  'early',
  'onTime',
  'late',
  'open',
  'overdue',
] as const;
export const FILE_KINDS = ['list', 'statistics'] as const;
export type FileKind = (typeof FILE_KINDS)[number];
export type ListColumn = (typeof LIST_COLUMNS)[number];
export type StatisticsColumn = (typeof STATISTICS_COLUMNS)[number];
export type FileColumn = ListColumn | StatisticsColumn;
export const COLUMNS_OF = { list: LIST_COLUMNS, statistics: STATISTICS_COLUMNS } as const;

/** `POST /api/v1/dossiers/files`: the bytes of the file as they are. */
export const FILE_MOST_BYTES = 20 * 2 ** 20;
export const FILE_TYPE = 'application/octet-stream';
/** Of a list; 50,000 is what a large commune receives in three years. */
export const ROWS_MOST = 100_000;

/** Why a whole file is not taken. */
export const FILE_FAULTS = [
  'empty',
  'too-large',
  'too-many-rows',
  'encrypted',
  'old-format', // .xls of before 2007
  'macros',
  'web-page', // HTML that calls itself .xls, as some systems export
  'not-a-sheet',
  'damaged',
  'inflates', // grows out of all proportion when it is unpacked
  'encoding', // no Unicode: TCVN3, VNI, windows-1258
  'no-rows',
  'unreadable', // the reading thread gave up
  'changed', // lists or units have, since the file was checked
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
/** Faulty rows that are told with a check; all of them are asked for apart. */
export const FAULTS_SHOWN = 200;

/** Why a row is not taken. */
export const ROW_FAULTS = [
  'needed',
  'date',
  'future',
  'order', // returned or due before it was received
  'month',
  'count',
  'sum', // more overdue than open
  'unknown',
  'formula',
  'error', // #REF! and the like
  'merged',
  'totals',
  'twice',
  'too-long',
  'too-old', // the time for which dossiers are kept is over
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];
/** What of a row is left out while the row is taken. */
export const ROW_NOTES = ['phone', 'phone-old', 'procedure', 'authority', 'counter'] as const;
export type RowNote = (typeof ROW_NOTES)[number];

export interface FaultyRow {
  readonly row: number;
  readonly column: FileColumn | null;
  readonly why: RowFault | RowNote;
}

const month = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/));
/** Words of the file, each with the code or id of ours that is meant. */
const meanings = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(300)), idField),
  v.check((record) => Object.keys(record).length <= 500),
);
const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));
/** Which column of the file is what; remembered for an office and a row of headings. */
export const MappingSchema = v.strictObject({
  kind: v.picklist(FILE_KINDS),
  columns: v.record(v.picklist([...new Set<FileColumn>([...LIST_COLUMNS, ...STATISTICS_COLUMNS])]), column),
  /** Service point or unit of every row, where no column says it. */
  place: v.nullable(idField),
  /** Month of every row, where no column says it. */
  month: v.nullable(month),
  meanings: v.strictObject({ field: meanings, place: meanings }),
});
export type Mapping = v.InferOutput<typeof MappingSchema>;

/** `POST …/files/ID/import`. */
export const ImportAskedSchema = v.strictObject({
  /** Takes the other rows although some are faulty. */
  leaveFaulty: v.boolean(),
  /** Months of which the list holds every dossier received, both inside; null: of none. */
  covers: v.nullable(v.strictObject({ from: month, to: month })),
});
export type ImportAsked = v.InferOutput<typeof ImportAskedSchema>;

/** What the first look at a file found. */
export interface FileLook {
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Two rows below the headings, long numbers shortened to their end. */
  readonly sample: readonly (readonly string[])[];
  readonly rows: number;
}

/** A row as it would be taken: days as `2026-11-20`, names in both languages, of a phone number only the end. */
export interface UnderstoodRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<FileColumn, string | Text>>>;
}

export interface FileChecked {
  readonly rows: number;
  readonly faulty: number;
  /** The first of them, and of the notes. */
  readonly faults: readonly FaultyRow[];
  readonly notes: Readonly<Partial<Record<RowNote, number>>>;
  readonly preview: readonly UnderstoodRow[];
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Words that name no field or place of ours, with the number of rows. */
  readonly unknown: Readonly<Record<'field' | 'place', readonly (readonly [word: string, rows: number])[]>>;
  /** First and last month of receipt. */
  readonly months: { readonly from: string; readonly to: string } | null;
}

export interface FileTaken {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Faulty rows that were left out. */
  readonly left: number;
}

/** `GET …/files/ID`, and the answer to every step. */
export interface DossierFile {
  readonly id: string;
  readonly step: 'reading' | 'read' | 'checking' | 'checked' | 'writing' | 'taken' | 'refused';
  /** Rows of this step, of all that there are. */
  readonly done: number;
  readonly refused: FileFault | null;
  readonly look: FileLook | null;
  readonly mapping: Mapping | null;
  /** The mapping is the one that this office chose for such a file before. */
  readonly remembered: boolean;
  /** Day on which the very same file was taken in. */
  readonly takenBefore: string | null;
  readonly checked: FileChecked | null;
  readonly taken: FileTaken | null;
}

/** `GET …/files/ID/faults`: every faulty row and note. */
export interface FaultList {
  readonly faults: readonly FaultyRow[];
}

export type DossierImport = Answer<typeof DossierImportSchema>;

/** The server is at it; whoever waits asks again. */
export const isInWork = ({ step }: Pick<DossierFile, 'step'>): boolean =>
  step === 'reading' || step === 'checking' || step === 'writing';

/** Counts of a unit and a time; null: the statistics do not say it. */
export type DossierCounts = Answer<typeof DossierCountsSchema>;
export type DossierSource = 'list' | 'statistics';

/** `GET /api/v1/dossiers`. */
export type DossierOverview = Answer<typeof DossierOverviewSchema>;
