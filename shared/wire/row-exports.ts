/** Files of rows, one submission a row: for the auditor alone. */

export const ROW_FILES = ['csv', 'jsonl', 'xlsx', 'package'] as const;
export type RowFile = (typeof ROW_FILES)[number];

export const EXPORT_STATES = ['ready', 'running', 'done', 'cancelled', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** `GET /api/v1/exports/:id`; the file is `GET …/:id/file`, once. `DELETE` ends it. */
export interface RowExport {
  readonly id: string;
  readonly file: RowFile;
  readonly state: ExportState;
  /** Rows that were written. */
  readonly rows: number;
  /** Of the stored submissions, how many have been looked at (0-1). Their ids are random, so it is told from the last id. */
  readonly share: number;
}

/** `GET /api/v1/exports`: what the account may take. */
export interface ExportChoices {
  /** A package holds all that the server has: for whoever looks after a whole real tree. */
  readonly mayTakePackage: boolean;
}
