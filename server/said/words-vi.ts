import type { Language } from '../../shared/questionnaire.ts';
import { saidBackupVi } from './said-backup-vi.ts';
import { saidCallVi } from './said-call-vi.ts';
import { saidNationVi } from './said-nation-vi.ts';
import { saidNightVi } from './said-night-vi.ts';
import { saidOfficeVi } from './said-office-vi.ts';
import { saidPeopleVi } from './said-people-vi.ts';
import { saidPostgresVi } from './said-postgres-vi.ts';
import { saidProofVi } from './said-proof-vi.ts';
import { saidStartVi } from './said-start-vi.ts';
import { saidStoreVi } from './said-store-vi.ts';
import { saidUsageVi } from './said-usage-vi.ts';

/** Everything that commands, starts and their faults say. */
export const wordsVi = {
  language: 'vi' as Language,
  backup: saidBackupVi,
  call: saidCallVi,
  nation: saidNationVi,
  night: saidNightVi,
  office: saidOfficeVi,
  people: saidPeopleVi,
  postgres: saidPostgresVi,
  proof: saidProofVi,
  start: saidStartVi,
  store: saidStoreVi,
  usage: saidUsageVi,
};
export type OperatorWords = typeof wordsVi;
