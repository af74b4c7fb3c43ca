import { type Context, Hono } from 'hono';
import { readPeriod } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { ReportFileSchema } from '../../shared/wire/report-requests.ts';
import type { ReportFile, SurveyReport } from '../../shared/wire/survey-report.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { askedFigures } from '../figures/read-question.ts';
import type { Press, Printed } from '../print/press.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { createThrottle, ownLimits } from '../throttle.ts';
import { certifiedOr } from './certified-in-force.ts';
import type { ReadReport } from './read-report.ts';
import { reportBook } from './report-book.ts';
import { reportPaper } from './report-paper.ts';

const MOST_BYTES = 2_000;

/** How each file of a report is made, and what it calls itself. */
const FILES: Readonly<
  Record<
    ReportFile,
    {
      readonly type: string;
      readonly print: (report: SurveyReport, language: Language, madeMs: number) => Printed;
    }
  >
> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    print: (report, language, madeMs) => reportPaper(report, language, 'docx', madeMs),
  },
  pdf: {
    type: 'application/pdf',
    print: (report, language, madeMs) => reportPaper(report, language, 'pdf', madeMs),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    print: reportBook,
  },
};

/** The report of a unit, as what it says and as the paragraph for the report on administrative reform. */
export function reportRoutes(
  deps: Deps,
  guards: {
    readonly account: (c: Context) => Promise<StoredAccount>;
    readonly press: Press;
    readonly readReport: ReadReport;
  },
): Hono {
  const routes = new Hono();
  // a director takes three files of a unit; a script that takes those of a whole province waits
  const files = createThrottle(ownLimits(deps, 'report files'), 20, 6);
  routes.get('/report', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    return c.json(await certifiedOr(deps.store.read, await guards.readReport(account, askedFigures(c))));
  });
  routes.post('/report/files', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const { file, language, asOf, ...asked } = await readJson(c, ReportFileSchema, MOST_BYTES);
    const period = readPeriod(asked.period);
    if (!period) throw new ProblemError('malformed');
    const waitSeconds = await files.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const live = await guards.readReport(account, { ...asked, period, day: asOf });
    const report = await certifiedOr(deps.store.read, live);
    const bytes = await guards.press(FILES[file].print(report, language, deps.clock()));
    // what is not written down does not leave
    await deps.store.write((tx) => {
      const version = report.certified && { version: report.certified.version };
      const details = { name: report.unit.name.vi, period: period.id, form: report.form, file, ...version };
      const what = 'report-made';
      return note(
        tx,
        audited(deps, { account: account.id, unit: report.unit.id, what, subject: null, details }),
      );
    });
    return c.body(bytes, 200, {
      'content-type': FILES[file].type,
      'content-disposition': `attachment; filename="${report.fileName}.${file}"`,
    });
  });
  return routes;
}
