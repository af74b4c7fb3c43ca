import type { Cut } from '../../shared/wire/cuts.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import {
  type ReportFile,
  RESPONDENT_FACETS,
  type RespondentFacet,
  type SurveyReport,
} from '../../shared/wire/survey-report.ts';
import { fillDemo } from '../../server/demo/fill-demo.ts';
import { TOP } from '../../server/demo/lam-khe.ts';
import { makeRoot } from '../../server/jobs/nightly-root.ts';
import { keepSignedIn, openOffice, signInAs } from '../fakes/office.ts';

/** Wednesday 16 December 2026: the reporting year has ended two days ago. */
const NOW = Date.parse('2026-12-16T09:00:00+07:00');

export interface AskedReport {
  readonly unit: string;
  readonly period: string;
  readonly form: 'express' | 'full';
  readonly language: 'vi' | 'en';
}

/** A report with the pages that it must agree with, and its files. */
export interface MadeReport {
  readonly report: SurveyReport;
  readonly overview: Overview;
  /** Of group `all`: how many forms each row has. */
  readonly cuts: Readonly<Record<RespondentFacet, Cut>>;
  readonly files: Readonly<Record<ReportFile, Uint8Array>>;
}

/** The demonstration province a year old, with a signed root, and a manager of it who asks for reports. */
export async function openDemoReports(): Promise<(asked: AskedReport) => Promise<MadeReport>> {
  const office = await openOffice();
  office.now = NOW;
  await fillDemo(office.store, { nowMs: NOW, random: office.random, keys: office.keys });
  await makeRoot(office.store, office.keys, { day: '2026-12-15', nowMs: NOW });
  return async ({ unit, period, form, language }) => {
    // an account of its own for each report: a script that takes many waits
    const cookie = await signInAs({ ...office, unit: TOP }, 'manager');
    const call = async (path: string, body?: object) => {
      await keepSignedIn(office);
      const answer = await office.call(`/api/v1/${path}`, { cookie, ...(body && { body }) });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return answer;
    };
    const query = { unit, period, form };
    const read = async <T>(path: string, more: Readonly<Record<string, string>> = {}) =>
      (await (await call(`${path}?${new URLSearchParams({ ...query, ...more })}`)).json()) as T;
    const take = async (file: ReportFile) =>
      new Uint8Array(await (await call('report/files', { ...query, file, language })).arrayBuffer());
    const cuts = {} as Record<RespondentFacet, Cut>;
    for (const by of RESPONDENT_FACETS) cuts[by] = await read<Cut>('cuts', { by, group: 'all' });
    return {
      report: await read<SurveyReport>('report'),
      overview: await read<Overview>('overview'),
      cuts,
      files: { docx: await take('docx'), pdf: await take('pdf'), xlsx: await take('xlsx') },
    };
  };
}
