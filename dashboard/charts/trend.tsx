import type { ImportedResults } from '../../shared/wire/imported-results.ts';
import type { TrendBreak, TrendPoint } from '../../shared/wire/overview.ts';
import { ChartOrTable } from '../parts/chart-or-table.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import { TargetMark } from '../parts/target-mark.tsx';
import { useWords } from '../text/use-words.ts';
import { writeTarget } from '../text/write-number.ts';
import { axisFloor } from '../../shared/axis-floor.ts';
import { isServed } from '../../shared/is-served.ts';
import { percentOf } from './before-series.ts';
import { ImportedNotes, useImportedSaid } from './imported-said.tsx';
import { namePoint } from './name-point.ts';
import { TrendPanel } from './trend-panel.tsx';

const NOTHING: Pick<ImportedResults, 'points' | 'breaks'> = { points: [], breaks: [] };

/** The last months of both areas, side by side on one axis; before them what was imported of former years. */
export function Trend({
  points,
  breaks,
  imported,
  dates,
}: {
  readonly points: readonly TrendPoint[];
  readonly breaks: readonly TrendBreak[];
  /** Null while nothing has come. */
  readonly imported: ImportedResults | null;
  readonly dates: string;
}) {
  const { words, language } = useWords();
  const said = useImportedSaid();
  const before = imported ?? NOTHING;
  const former = before.points.flatMap(({ policy, service }) =>
    [percentOf(policy) ?? [], percentOf(service) ?? []].flat(),
  );
  const scores = points.flatMap(({ policy, service }) => [policy, service]);
  const floor = axisFloor(scores, [
    ...former,
    ...points.flatMap(({ target }) => (target ? [target.percent] : [])),
  ]);
  const between = (
    <>
      {breaks.map((change) => (
        <p class="note" key={change.at}>
          {words.versions.change(change)}
        </p>
      ))}
      {imported && <ImportedNotes results={imported} />}
    </>
  );
  const chart =
    scores.some(isServed) || former.length > 0 ? (
      <>
        <div class="trend-panels">
          {(['policy', 'service'] as const).map((area) => (
            <TrendPanel
              key={area}
              points={points}
              breaks={breaks}
              before={before}
              area={area}
              title={words[area]}
              floor={floor}
            />
          ))}
        </div>
        <p class="note">
          {words.trend.note} {words.trend.axis(floor)}. <span class="screen-only">{words.trend.keys}</span>
        </p>
        {between}
      </>
    ) : (
      <p class="nothing">{words.trend.empty}</p>
    );
  return (
    <ChartOrTable
      title={words.trend.title}
      dates={dates}
      chart={chart}
      columns={[
        words.trend.month,
        words.policy,
        words.target.against,
        words.service,
        words.target.against,
        words.target.word,
      ]}
      rows={[
        ...before.points.map((point) => ({
          key: `imported ${point.period}`,
          cells: [said.name(point), said.say(point, 'policy'), '–', said.say(point, 'service'), '–', '–'],
        })),
        ...points.map((point) => ({
          key: `${point.period} ${point.version.id} ${point.version.version}`,
          cells: [
            namePoint(point, breaks, words, language),
            <ScoreText score={point.policy} />,
            point.policyTarget ? <TargetMark state={point.policyTarget} target={null} short /> : '–',
            <ScoreText score={point.service} />,
            point.serviceTarget ? <TargetMark state={point.serviceTarget} target={null} short /> : '–',
            point.target ? writeTarget(point.target.percent, language) : '–',
          ],
        })),
      ]}
      after={between}
    />
  );
}
