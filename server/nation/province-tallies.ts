import { hash } from 'node:crypto';
import { isOpen, localDay, type Period } from '../../shared/period.ts';
import { FORMS, type Text } from '../../shared/questionnaire.ts';
import type { ReportFigure, ReportRow, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { Deps } from '../deps.ts';
import type { Keys } from '../keys.ts';
import { RELEASE } from '../release.ts';
import { certifiedOr } from '../reports/certified-in-force.ts';
import { createReadReport } from '../reports/read-report.ts';
import { METHOD_VERSION } from '../reports/write-method-line.ts';
import { publishedDocument } from '../store/questionnaires.ts';
import { newestRoot } from '../store/roots.ts';
import { StoreFault } from '../store/store-fault.ts';
import { judgeTallies } from './judge-tallies.ts';
import { type FormTallies, signTallies, type Tallies, TALLIES_KIND, type Told } from './signed-tallies.ts';

/**
 * The signed file of a province's closed period: what its own report says, the certified one where there is one, as whole
 * numbers. It is made of the content of the report and of nothing else, so it tells nobody more than the report does.
 */
export async function provinceTallies(
  deps: Pick<Deps, 'store' | 'clock'> & { readonly keys: Pick<Keys, 'sign'> },
  province: { readonly unit: string; readonly code: string; readonly name: Text },
  period: Period,
): Promise<string> {
  const nowMs = deps.clock();
  if (isOpen(period, nowMs)) throw new StoreFault(({ nation }) => nation.stillOpen(period.id, period.to));
  const { read } = deps.store;
  // of who answered nothing is handed up
  const readReport = createReadReport(deps, { people: false });
  const { unit, code, name } = province;
  const forms: FormTallies[] = [];
  for (const form of FORMS) {
    const live = await readReport({ id: 'operator', unit }, { unit, day: undefined, period, form });
    if (live.received === 0) continue;
    const report = await certifiedOr(read, live);
    const { id, version } = report.questionnaire;
    const document = await publishedDocument(read, id, version);
    forms.push(formTallies(report, hash('sha256', document ?? '')));
  }
  const root = await newestRoot(read);
  const tallies: Tallies = {
    head: {
      kind: TALLIES_KIND,
      program: RELEASE.version,
      methodVersion: METHOD_VERSION,
      province: { code, name },
      period: { id: period.id, from: period.from, to: period.to },
      day: localDay(nowMs),
      root: root ? { n: root.n, day: root.day, root: root.root } : null,
    },
    forms,
  };
  judgeTallies(tallies);
  return signTallies(tallies, deps.keys.sign);
}

function formTallies(report: SurveyReport, sha256: string): FormTallies {
  const { questionnaire, alsoAsked, method, certified, valid, shown, fields } = report;
  const own = [report.policy, report.service, report.all, report.overallQuestion];
  return {
    form: report.form,
    questionnaire: { id: questionnaire.id, version: questionnaire.version, sha256 },
    alsoAsked: alsoAsked.map(({ id, version }) => ({ id, version })),
    method: { ...method },
    certified: certified && { version: certified.version, day: certified.day, hash: certified.hash },
    // the number of all forms is named where that of the valid ones may be
    shown: valid === null ? null : shown,
    valid,
    figures: [
      ...own.map((figure) => ({ group: figure.group, name: null, told: toldOf(figure) })),
      ...report.factors.map((figure) => ({
        group: figure.group,
        name: figure.name,
        told: toldOf(figure),
      })),
    ],
    items: report.items.map((item) => ({
      group: item.group,
      factor: item.factor,
      name: item.name,
      told: toldOf(item),
      levels: item.levels && [...item.levels],
      notReached: item.notReached,
      blank: item.blank,
    })),
    units: report.units.map(toldRow),
    fields: (fields ?? []).map(toldRow),
  };
}

const toldRow = ({ name, policy, service }: ReportRow) => ({
  name,
  policy: toldOf(policy),
  service: toldOf(service),
});

const toldOf = ({ score, sums }: Pick<ReportFigure, 'score' | 'sums'>): Told =>
  sums === null ? { withheld: 'withheld' in score ? score.withheld : 'no-answers' } : { sums: { ...sums } };
