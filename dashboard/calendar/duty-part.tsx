import { useState } from 'preact/hooks';
import type { DuePeriod, ReportCalendar, UnitDuty } from '../../shared/wire/report-calendar.ts';
import { FiguresTable } from '../parts/figures-table.tsx';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { writeDate, writeDates } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { ReportMark } from './report-mark.tsx';

interface DutyPartProps {
  readonly calendar: ReportCalendar;
  readonly shown: DuePeriod;
  readonly duty: UnitDuty;
  readonly look: (unit: string) => void;
}

/** How complete the chosen period is: of the unit, then of each unit below it. */
export function DutyPart({ calendar, shown, duty, look }: DutyPartProps) {
  const { own, language, say } = useCalendarWords();
  const { state } = duty;
  const count = (value: number) => writeCount(value, language);
  return (
    <section class="sheet" aria-labelledby="duty-title">
      <h2 id="duty-title">
        {say(duty.unit.name)} – {nameDatedPeriod(shown, language)}
      </h2>
      <p class="duty-said">
        <ReportMark state={state} />{' '}
        <span>{state === 'open' ? own.said.open(writeDate(shown.to)) : own.said[state]}</span>{' '}
        {state !== 'certified' && <b>{own.due(writeDate(shown.due))}.</b>}
      </p>
      <dl class="duty-facts">
        <div>
          <dt>{own.received}</dt>
          <dd>{duty.received === 0 ? own.noForms : count(duty.received)}</dd>
        </div>
        <div>
          <dt>{own.planned}</dt>
          <dd>
            <Planned duty={duty} />
          </dd>
        </div>
        <div>
          <dt>{own.devices}</dt>
          <dd>
            <Devices duty={duty} />
          </dd>
        </div>
        <div>
          <dt>{own.paper}</dt>
          <dd>{count(duty.paper)}</dd>
        </div>
      </dl>
      {calendar.units.length > 0 && <Below units={calendar.units} look={look} />}
    </section>
  );
}

const owes = ({ devices, paper }: UnitDuty) => devices.unsent + devices.silent + paper > 0;
const isLacking = (duty: UnitDuty) => owes(duty) || duty.received === 0;

function Below({
  units,
  look,
}: {
  readonly units: readonly UnitDuty[];
  readonly look: (unit: string) => void;
}) {
  const { own, language, say } = useCalendarWords();
  const [onlyOwing, setOnlyOwing] = useState(false);
  const count = (some: readonly UnitDuty[]) => writeCount(some.length, language);
  const empty = units.filter(({ received }) => received === 0);
  const owing = units.filter(owes);
  const lacking = units.filter(isLacking);
  const listed = onlyOwing ? lacking : [...lacking, ...units.filter((one) => !isLacking(one))];
  const certified = units.filter(({ state }) => state === 'certified');
  const [hasPlan, hasPaper] = [units.some(({ planned }) => planned), units.some(({ paper }) => paper > 0)];
  const { unit, state, received, planned, devices, paper } = own.columns;
  return (
    <>
      <h3>{own.below}</h3>
      <p class="below-said">
        <b>{own.belowSum(count(certified), count(units))}</b>{' '}
        {empty.length > 0 && own.belowEmpty(count(empty))} {owing.length > 0 && own.belowUnsent(count(owing))}
      </p>
      <label class="only-owing">
        <input
          type="checkbox"
          checked={onlyOwing}
          onChange={(change) => setOnlyOwing(change.currentTarget.checked)}
        />
        <span>{own.onlyOwing}</span>
      </label>
      {listed.length === 0 ? (
        <p class="nothing">{own.noneOwing}</p>
      ) : (
        <FiguresTable
          caption={own.below}
          columns={[
            unit,
            state,
            received,
            ...(hasPlan ? [planned] : []),
            devices,
            ...(hasPaper ? [paper] : []),
          ]}
          rows={listed.map((duty) => ({
            key: duty.unit.id,
            cells: [
              <button
                key="unit"
                type="button"
                class="as-link"
                title={own.lookAt(say(duty.unit.name))}
                onClick={() => look(duty.unit.id)}
              >
                {say(duty.unit.name)}
              </button>,
              <ReportMark key="state" state={duty.state} />,
              duty.received === 0 ? <b key="none">{own.noForms}</b> : writeCount(duty.received, language),
              ...(hasPlan ? [<Planned key="plan" duty={duty} />] : []),
              <Devices key="devices" duty={duty} />,
              ...(hasPaper ? [writeCount(duty.paper, language)] : []),
            ],
          }))}
        />
      )}
    </>
  );
}

/** The plan is of a campaign, whose days may be more than those of the period. */
function Planned({ duty: { planned } }: { readonly duty: UnitDuty }) {
  const { own, language } = useCalendarWords();
  if (!planned) return <span class="muted">{own.noPlan}</span>;
  const { forms, from, to } = planned;
  return <span>{own.ofPlan(writeCount(forms, language), writeDates(from, to))}</span>;
}

function Devices({ duty: { devices, state } }: { readonly duty: UnitDuty }) {
  const { own, language } = useCalendarWords();
  const { count, unsent, silent, missing } = devices;
  if (count === 0) return <span class="muted">{own.noDevices}</span>;
  const write = (value: number) => writeCount(value, language);
  const said = [
    ...(unsent > 0 ? [own.unsent(write(unsent))] : []),
    ...(silent > 0 ? [own.silent(write(silent))] : []),
    ...(missing > 0 ? [own.missing(write(missing))] : []),
  ];
  if (said.length > 0) return <b>{said.join('; ')}</b>;
  return <span>{state === 'open' ? own.inUse(write(count)) : own.allSent(write(count))}</span>;
}
