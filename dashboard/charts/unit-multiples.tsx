import { useState } from 'preact/hooks';
import type { UnitRow } from '../../shared/wire/overview.ts';
import { ChartOrTable } from '../parts/chart-or-table.tsx';
import type { OpenPassport } from '../parts/asked-passport.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount } from '../text/write-number.ts';
import { axisFloor } from '../../shared/axis-floor.ts';
import { FigureLink } from './figure-link.tsx';
import { orderUnits } from './order-units.ts';
import type { UnitOrder } from './order-units.ts';
import { SmallLine } from './small-line.tsx';

interface UnitMultiplesProps {
  readonly rows: readonly UnitRow[];
  /** Positions of the trends at which another version of the questionnaire begins. */
  readonly starts: readonly number[];
  readonly withheldN: number | null;
  readonly dates: string;
  /** Whether a row's unit can be opened by this account. */
  readonly canOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
  readonly openPassport: OpenPassport;
}

const GROUPS = { policy: 'I', service: 'II' } as const;

/** The units below, each a small picture on one common axis. */
export function UnitMultiples({
  rows,
  starts,
  withheldN,
  dates,
  canOpen,
  open,
  openPassport,
}: UnitMultiplesProps) {
  const { words, language, say } = useWords();
  const [order, setOrder] = useState<UnitOrder>('name');
  const sorted = orderUnits(rows, order, language);
  const floor = axisFloor(rows.flatMap(({ trend }) => trend.map(({ service }) => service)));
  const name = (row: UnitRow) =>
    canOpen(row.unit.id) ? (
      <button
        type="button"
        class="as-link"
        aria-label={words.units.open(say(row.unit.name))}
        onClick={() => open(row.unit.id)}
      >
        {say(row.unit.name)}
      </button>
    ) : (
      say(row.unit.name)
    );
  const figure = (row: UnitRow, group: 'policy' | 'service', why = false) => {
    const called = `${say(row.unit.name)}, ${words[group]}`;
    const asked = { group: GROUPS[group], by: 'unit', value: row.unit.id, name: say(row.unit.name) } as const;
    return <FigureLink score={row[group]} name={called} why={why} open={() => openPassport(asked)} />;
  };
  const rest = withheldN !== null && withheldN > 0 && (
    <p class="note">{words.units.withheldSum(writeCount(withheldN, language))}</p>
  );
  const chart =
    rows.length === 0 ? (
      <p class="nothing">{words.units.empty}</p>
    ) : (
      <>
        <ul class="unit-cards">
          {sorted.map((row) => (
            <li class="unit-card" key={row.unit.id}>
              <h3>{name(row)}</h3>
              <dl>
                <div>
                  <dt>{words.serviceShort}</dt>
                  <dd>{figure(row, 'service', true)}</dd>
                </div>
                <div>
                  <dt>{words.policyShort}</dt>
                  <dd>{figure(row, 'policy')}</dd>
                </div>
              </dl>
              <SmallLine
                scores={row.trend.map(({ service }) => service)}
                floor={floor}
                starts={starts}
                ends={[row.trend[0]?.period, row.trend.at(-1)?.period]}
                label={words.units.lineOf(say(row.unit.name))}
              />
            </li>
          ))}
        </ul>
        {rest}
        <p class="note">
          {words.units.axis(floor)} {words.greyLegend} {words.units.note}
        </p>
      </>
    );
  return (
    <ChartOrTable
      id="units"
      title={words.units.title}
      dates={dates}
      chart={chart}
      tools={
        rows.length > 1 && (
          <fieldset class="segments small">
            <legend class="unseen">{words.units.sort}</legend>
            {(['name', 'value'] as const).map((kind) => (
              <label key={kind}>
                <input
                  type="radio"
                  name="unit-order"
                  checked={order === kind}
                  onChange={() => setOrder(kind)}
                />
                <span>{kind === 'name' ? words.units.byName : words.units.byValue}</span>
              </label>
            ))}
          </fieldset>
        )
      }
      columns={[words.units.unit, words.service, words.policy]}
      rows={sorted.map((row) => ({
        key: row.unit.id,
        cells: [name(row), figure(row, 'service', true), figure(row, 'policy')],
      }))}
      after={rest}
    />
  );
}
