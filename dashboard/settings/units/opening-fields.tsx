import type { PointLine } from '../../../shared/wire/units.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { TimeField } from '../parts/form-fields.tsx';
import { useAddButton } from '../parts/use-add-button.ts';

type Openings = PointLine['opening'];
interface OpeningFieldsProps {
  readonly value: Openings;
  readonly set: (value: Openings) => void;
}

/** Sessions of work: on which days, from when to when. */
export function OpeningFields({ value, set }: OpeningFieldsProps) {
  const { units: words } = useUnitWords();
  const add = useAddButton(value.length);
  const put = (index: number, change: Partial<Openings[number]>) =>
    set(value.map((session, i) => (i === index ? { ...session, ...change } : session)));
  return (
    <fieldset class="opening-fields field">
      <legend>{words.point.opening}</legend>
      {value.length === 0 && <p class="help">{words.point.asCentre}</p>}
      {value.map(({ days, from, to }, index) => (
        <div class="session" key={index}>
          <ChooseMany
            label={`${words.point.session(String(index + 1))}: ${words.point.days}`}
            name={`opening.${index}.days`}
            options={words.point.weekdays.map((name, i) => ({ id: String(i + 1), name }))}
            value={days.map(String)}
            set={(chosen) => put(index, { days: chosen.map(Number).sort((a, b) => a - b) })}
          />
          <div class="field-row">
            <TimeField
              label={words.point.opens}
              name={`opening.${index}.from`}
              value={from}
              set={(time) => put(index, { from: time })}
            />
            <TimeField
              label={words.point.closes}
              name={`opening.${index}.to`}
              value={to}
              set={(time) => put(index, { to: time })}
            />
          </div>
          <button type="button" class="as-link" onClick={() => set(value.filter((_, i) => i !== index))}>
            {words.point.lessHours}
          </button>
        </div>
      ))}
      <button
        type="button"
        ref={add}
        class="quiet-button"
        onClick={() => set([...value, { days: [1, 2, 3, 4, 5], from: '', to: '' }])}
      >
        {words.point.moreHours}
      </button>
    </fieldset>
  );
}
