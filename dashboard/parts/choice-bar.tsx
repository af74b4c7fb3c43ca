import { useState } from 'preact/hooks';
import { localDay, periodsUpTo, readPeriod } from '../../shared/period.ts';
import type { Period, PeriodKind } from '../../shared/period.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { FORM_KINDS } from '../read-choice.ts';
import type { Choice } from '../server-link.ts';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useWords } from '../text/use-words.ts';
import { writeDate } from '../text/write-date.ts';
import { UnitSelect } from './unit-select.tsx';

interface ChoiceBarProps {
  readonly units: readonly ScopeUnit[];
  /** Days on which the tree of units became another one, the newest first. */
  readonly days: readonly string[];
  readonly choice: Choice;
  readonly nowMs: number;
  readonly choose: (choice: Choice) => void;
  readonly refresh: () => void;
  readonly busy: boolean;
}

/** Unit, period and form. Plain selects: every phone, keyboard and screen reader already knows them. */
export function ChoiceBar({ units, days, choice, nowMs, choose, refresh, busy }: ChoiceBarProps) {
  const { words, language, say } = useWords();
  const groups: readonly (readonly [PeriodKind, string])[] = [
    ['report', words.choose.reports],
    ['quarter', words.choose.quarters],
    ['month', words.choose.months],
    ['half', words.choose.halves],
  ];
  const periods = periodsOffered(choice.period, nowMs);
  // a telephone has room for the figures or for the lists: there they are folded until somebody wants another view
  const [isOpen, setOpen] = useState(false);
  const unit = units.find(({ id }) => id === choice.unit);
  const period = periods.find(({ id }) => id === choice.period);
  return (
    <div class={isOpen ? 'choice-bar' : 'choice-bar folded'} role="group" aria-label={words.choose.group}>
      <button type="button" class="unfold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="unseen">{words.choose.change}: </span>
        <b>{unit && say(unit.name)}</b>
        <span>
          {period && nameDatedPeriod(period, language)} · {words.choose[choice.form]}
        </span>
      </button>
      <UnitSelect
        label={words.choose.unit}
        units={units}
        unit={choice.unit}
        choose={(id) => choose({ ...choice, unit: id })}
        look="unit"
      />
      <label class="pick period">
        <span>{words.choose.period}</span>
        <select
          value={choice.period}
          onChange={(change) => choose({ ...choice, period: change.currentTarget.value })}
        >
          {groups.map(([kind, name]) => (
            <optgroup key={kind} label={name}>
              {periods
                .filter((period) => period.kind === kind)
                .map((period) => (
                  <option key={period.id} value={period.id}>
                    {nameDatedPeriod(period, language)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {(days.length > 1 || choice.asOf) && (
        <label class="pick tree">
          <span>{words.choose.tree}</span>
          <select
            value={choice.asOf ?? ''}
            onChange={(change) => {
              const { asOf: _, ...usual } = choice;
              const asOf = change.currentTarget.value;
              choose(asOf === '' ? usual : { ...usual, asOf });
            }}
          >
            <option value="">{words.choose.treeOfPeriod}</option>
            {[...new Set([...(choice.asOf ? [choice.asOf] : []), ...days])].map((day) => (
              <option key={day} value={day}>
                {words.choose.treeSince(writeDate(day))}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset class="pick segments form">
        <legend>{words.choose.form}</legend>
        {FORM_KINDS.map((form) => (
          <label key={form}>
            <input
              type="radio"
              name="form"
              checked={choice.form === form}
              onChange={() => choose({ ...choice, form })}
            />
            <span>{words.choose[form]}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        class="refresh"
        onClick={refresh}
        aria-disabled={busy}
        aria-label={words.choose.refresh}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M20 12a8 8 0 1 1-2.3-5.6M20 3v5h-5" />
        </svg>
        <span>{words.choose.refresh}</span>
      </button>
    </div>
  );
}

/** The usual list, and the chosen period even when a kept address names an older one. */
function periodsOffered(chosen: string, nowMs: number): Period[] {
  const periods = periodsUpTo(localDay(nowMs));
  const asked = readPeriod(chosen);
  return !asked || periods.some(({ id }) => id === chosen) ? periods : [...periods, asked];
}
