import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { FiguresTable } from '../parts/figures-table.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import { nameGroup } from '../text/name-group.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { writeCount } from '../text/write-number.ts';

const figuresOf = ({ policy, service, all, overallQuestion, factors }: SurveyReport) => [
  policy,
  service,
  all,
  overallQuestion,
  ...factors,
];

/** The figures of a certified version beside those of today; one column where they are the same, or nothing is certified. */
export function SideBySide({ told: { certified, live } }: { readonly told: CertifiedReports }) {
  const spoken = useCalendarWords();
  const { own, language } = spoken;
  const { certify: said } = own;
  const mark = certified?.certified;
  const columns = [
    ...(certified && mark ? [{ name: said.short(String(mark.version)), report: certified }] : []),
    ...(!mark || mark.differs ? [{ name: said.columns.live, report: live }] : []),
  ];
  const factors = live.factors.map(({ group, name }) => ({ code: group, name }));
  return (
    <FiguresTable
      caption={said.title}
      columns={[said.columns.what, ...columns.map(({ name }) => name)]}
      rows={[
        {
          key: 'shown',
          cells: [said.counts, ...columns.map(({ report }) => writeCount(report.shown, language))],
        },
        ...figuresOf(live).map(({ group }) => ({
          key: group,
          cells: [
            nameGroup(group, factors, spoken),
            ...columns.map(({ name, report }) => {
              const found = figuresOf(report).find((one) => one.group === group);
              return found ? <ScoreText key={name} score={found.score} /> : '—';
            }),
          ],
        })),
      ]}
    />
  );
}
