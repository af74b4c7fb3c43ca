import type { FactorRow, Overview, ServedScore, UnitRow } from '../../shared/wire/overview.ts';
import { namePeriod } from '../text/name-period.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';
import { ScoreText } from './score-text.tsx';

interface AttentionPanelProps {
  readonly overview: Overview;
  /** Devices of the scope that need somebody now. */
  readonly redDevices: number;
  readonly toDevices: (() => void) | undefined;
  readonly canOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
}

/** What two factors and three units fit into without scrolling; all of them stand below. */
const [FACTORS, UNITS] = [2, 3];

/** What pulls the two figures down, and where somebody should look first. Says so, too, when there is nothing. */
export function AttentionPanel({ overview, redDevices, toDevices, canOpen, open }: AttentionPanelProps) {
  const { words, language, say } = useWords();
  const said = words.attention;
  const factors = lowest(overview.factors);
  const below = overview.units.filter(({ belowOthers }) => belowOthers);
  const fallen = overview.units.filter(({ belowOthers, change }) => !belowOthers && change?.state === 'down');
  const named = (rows: readonly UnitRow[], title: string) =>
    rows.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul>
          {sortedByService(rows)
            .slice(0, UNITS)
            .map((row) => (
              <li key={row.unit.id}>
                {canOpen(row.unit.id) ? (
                  <button type="button" class="as-link" onClick={() => open(row.unit.id)}>
                    {say(row.unit.name)}
                  </button>
                ) : (
                  <span>{say(row.unit.name)}</span>
                )}
                <ScoreText score={row.service} />
              </li>
            ))}
          {rows.length > UNITS && (
            <li>
              <a href="#units">{said.more(writeCount(rows.length - UNITS, language))}</a>
            </li>
          )}
        </ul>
      </>
    );
  return (
    <section class="attention">
      <h2>{said.title}</h2>
      {factors.length > 0 && (
        <>
          <h3>{said.factors}</h3>
          <ul>
            {factors.map(({ code, short, score, gap }) => (
              <li key={code}>
                <span class="name-and-gap">
                  <a href="#factors">{say(short)}</a>
                  {gap !== null && gap > 0 && <small>{said.gap(writeDecimal(gap, language))}</small>}
                </span>
                <ScoreText score={score} />
              </li>
            ))}
          </ul>
        </>
      )}
      {named(below, said.below)}
      {overview.former && named(fallen, said.fell(namePeriod(overview.former.period.id, language)))}
      {overview.units.length > 1 && below.length + fallen.length === 0 && <p>{said.noUnits}</p>}
      {toDevices && redDevices > 0 && (
        <p class="red-devices">
          <b>{words.counts.red(writeCount(redDevices, language))}</b>{' '}
          <button type="button" class="as-link" onClick={toDevices}>
            {words.counts.toDevices}
          </button>
        </p>
      )}
    </section>
  );
}

const percentOf = (score: ServedScore) => ('withheld' in score ? Number.NaN : score.percent);

/** The factors with the lowest figures; those of few forms say too little to be pointed at. */
function lowest(factors: readonly FactorRow[]): FactorRow[] {
  return factors
    .filter(({ score }) => !('withheld' in score) && !score.grey)
    .sort((a, b) => percentOf(a.score) - percentOf(b.score))
    .slice(0, FACTORS);
}

const sortedByService = (rows: readonly UnitRow[]): UnitRow[] =>
  rows.toSorted((a, b) => percentOf(a.service) - percentOf(b.service));
