import { saidBackupEn } from './said-backup-en.ts';
import { saidCallEn } from './said-call-en.ts';
import { saidNationEn } from './said-nation-en.ts';
import { saidNightEn } from './said-night-en.ts';
import { saidOfficeEn } from './said-office-en.ts';
import { saidPeopleEn } from './said-people-en.ts';
import { saidPostgresEn } from './said-postgres-en.ts';
import { saidProofEn } from './said-proof-en.ts';
import { saidStartEn } from './said-start-en.ts';
import { saidStoreEn } from './said-store-en.ts';
import { saidUsageEn } from './said-usage-en.ts';
import type { OperatorWords } from './words-vi.ts';

export const wordsEn: OperatorWords = {
  language: 'en',
  backup: saidBackupEn,
  call: saidCallEn,
  nation: saidNationEn,
  night: saidNightEn,
  office: saidOfficeEn,
  people: saidPeopleEn,
  postgres: saidPostgresEn,
  proof: saidProofEn,
  start: saidStartEn,
  store: saidStoreEn,
  usage: saidUsageEn,
};
