import type { Language } from '../../shared/questionnaire.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { certifiedVersions, type StoredCertified } from '../store/certified-reports.ts';
import type { Reader } from '../store/store.ts';
import { asKept } from './as-kept.ts';
import { certifiedLine } from './certified-line.ts';
import { holdBack } from './hold-back.ts';
import { judgeCorrection } from './judge-correction.ts';
import { writeParagraph } from './report-paragraph.ts';

/** The certified version of a report where there is one, else the report itself; a tree of another day was never certified. */
export async function certifiedOr(read: Reader, live: SurveyReport): Promise<SurveyReport> {
  if (live.period.open) return live;
  const name = { unit: live.unit.id, period: live.period.id, form: live.form };
  const [newest] = await certifiedVersions(read, name);
  return newest && newest.document.report.treeDay === live.treeDay ? asCertified(newest, live) : live;
}

/** A certified version as it may be told beside what is served now, marked as what it is. */
export function asCertified({ hash, document }: StoredCertified, live: SurveyReport): SurveyReport {
  const { version, day } = document;
  const [certified, now] = [asKept(document.report), asKept(live)];
  const { report, held } = holdBack(certified, now);
  const differs = judgeCorrection(certified, now).kind !== 'none';
  const mark = { version, day, hash, held, differs };
  // its own words, while it says all that it said
  const words = held === 0 ? certified.paragraph : undefined;
  const say = (language: Language) =>
    `${words?.[language] ?? writeParagraph(report, language)} ${certifiedLine(mark, language)}`;
  return { ...report, certified: mark, paragraph: { vi: say('vi'), en: say('en') } };
}
