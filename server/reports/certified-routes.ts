import { type Context, Hono } from 'hono';
import { localDay, type Period, readPeriod } from '../../shared/period.ts';
import { isDuePeriod } from '../../shared/report-deadlines.ts';
import { type CertifiedReports, CertifySchema } from '../../shared/wire/certified-report.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { askedFigures } from '../figures/read-question.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import { accountsByIds, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { addCertified, certifiedVersions } from '../store/certified-reports.ts';
import { asKept } from './as-kept.ts';
import { asCertified } from './certified-in-force.ts';
import { judgeCorrection, seenOf } from './judge-correction.ts';
import type { ReadReport } from './read-report.ts';

const MOST_BYTES = 4_000;

interface Asked {
  readonly unit: string;
  readonly period: Period;
  readonly form: FormKind;
}

/** Certified figures of closed reporting periods: read by whoever reads figures, made by whoever may certify. */
export function certifiedRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly readReport: ReadReport },
): Hono {
  const routes = new Hono();
  const from = { ...deps, readReport: guards.readReport };
  routes.get('/certified', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const version = c.req.query('version');
    if (version !== undefined && !/^[1-9]\d{0,3}$/.test(version)) throw new ProblemError('malformed');
    const { unit, period, form } = askedFigures(c);
    const asked = { unit, period: reportPeriod(period), form };
    return c.json(await readCertified(from, account, asked, version === undefined ? null : Number(version)));
  });
  routes.post('/certified', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'certify');
    const { unit, period, form, version, seen, reason } = await readForm(c, CertifySchema, MOST_BYTES);
    const asked = { unit, period: reportPeriod(readPeriod(period)), form };
    await certify(from, account, { ...asked, version, seen, reason });
    return c.json(await readCertified(from, account, asked, null));
  });
  return routes;
}

/** What is due is certified. Other periods are looked at: the fewer stand still, the less can be subtracted. */
function reportPeriod(period: Period | undefined): Period {
  if (!period || !isDuePeriod(period.id)) throw new ProblemError('malformed');
  return period;
}

type From = Deps & { readonly readReport: ReadReport };

const liveReport = ({ readReport }: From, account: StoredAccount, asked: Asked) =>
  readReport(account, { ...asked, day: undefined });

async function readCertified(
  deps: From,
  account: StoredAccount,
  asked: Asked,
  version: number | null,
): Promise<CertifiedReports> {
  const live = await liveReport(deps, account, asked);
  const { read } = deps.store;
  const versions = await certifiedVersions(read, { ...asked, period: asked.period.id });
  const shown = version === null ? versions[0] : versions.find((one) => one.document.version === version);
  if (version !== null && !shown) throw new ProblemError('not-found');
  const names = new Map(
    (
      await accountsByIds(
        read,
        versions.map((one) => one.account),
      )
    ).map(({ id, name }) => [id, name]),
  );
  return {
    period: live.period,
    versions: versions.map(({ hash, account: by, document: { version: n, day, reason, report } }) => {
      return { version: n, day, hash, by: names.get(by) ?? null, reason, root: report.root };
    }),
    certified: shown ? asCertified(shown, live) : null,
    live,
    seen: seenOf(asKept(live)),
    correction: versions[0]
      ? judgeCorrection(asKept(versions[0].document.report), asKept(live))
      : { kind: 'may' },
  };
}

/**
 * Certifies what is served now of a period that has closed, as the version that follows. What whoever certifies has seen must
 * still be what is served, and a correction must differ from the version before by nobody or by ten forms.
 */
async function certify(
  deps: From,
  account: StoredAccount,
  asked: Asked & { readonly version: number; readonly seen: string; readonly reason: string | null },
): Promise<void> {
  const { version, seen, reason, period, form } = asked;
  if (version === 1 && reason !== null) throw invalid('reason', 'not-allowed');
  if (version > 1 && reason === null) throw invalid('reason', 'needed');
  const report = asKept(await liveReport(deps, account, asked));
  if (report.period.open) throw invalid('period', 'too-early');
  if (seenOf(report) !== seen) throw invalid('seen', 'taken');
  const { id: unit, tree, name } = report.unit;
  const said = { unit, period: period.id, form };
  await deps.store.write(async (tx) => {
    const [last] = await certifiedVersions(tx, said);
    if ((last?.document.version ?? 0) + 1 !== version) throw new ProblemError('not-possible');
    if (last && judgeCorrection(asKept(last.document.report), report).kind !== 'may')
      throw new ProblemError('not-possible');
    const day = localDay(deps.clock());
    const made = { ...said, tree, day, reason, report, account: account.id };
    const { hash } = await addCertified(tx, made);
    const what = version === 1 ? 'report-certified' : 'report-corrected';
    const details = { name: name.vi, period: period.id, form, version, sha256: hash.slice(0, 16) };
    await note(tx, audited(deps, { account: account.id, unit, what, subject: unit, details }));
  });
}
