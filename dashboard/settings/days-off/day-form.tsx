import { useState } from 'preact/hooks';
import { DAY_KINDS, type DayKind } from '../../../shared/plan-choices.ts';
import type { DayList } from '../../../shared/wire/special-days.ts';
import type { Text } from '../../../shared/questionnaire.ts';
import type { DaysOffWords } from '../../text/days-off-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { DateField, PairField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { PlanLink } from '../plan-link.ts';
import { useFirstFocus } from '../../parts/use-first-focus.ts';

export interface DayDraft {
  readonly day: string;
  readonly kind: DayKind;
  readonly like: number;
  readonly name: Text;
  readonly isNew: boolean;
}

interface DayFormProps {
  readonly words: DaysOffWords;
  readonly link: PlanLink;
  readonly list: DayList;
  readonly start: DayDraft;
  readonly ended: () => void;
  readonly close: () => void;
  readonly done: () => void;
}

/** One day of a unit's calendar: a new one, or another word about one that is there. */
export function DayForm({ words, link, list, start, ended, close, done }: DayFormProps) {
  const { say } = useWords();
  const [draft, setDraft] = useState(start);
  const heading = useFirstFocus<HTMLHeadingElement>();
  const { day, kind, like, name } = draft;
  return (
    <section class="act-panel" aria-labelledby="day-form">
      <SettingsForm
        head={
          <>
            <h2 id="day-form" tabIndex={-1} ref={heading}>
              {start.isNew ? words.add : words.editTitle(writeDate(start.day))}
            </h2>
            <p class="what">{words.what(say(list.unit.name))}</p>
          </>
        }
        go={words.go}
        check={() => (day === '' ? [{ at: 'day', why: 'needed' }] : [])}
        send={() => link.setDay({ unit: list.unit.id, day, kind, like, name })}
        done={done}
        ended={ended}
        cancel={close}
        faultWords={words.faults}
      >
        {start.isNew && (
          <DateField
            label={words.day}
            name="day"
            help={words.dayHelp}
            min={list.earliest}
            value={day}
            set={(value) => setDraft({ ...draft, day: value })}
          />
        )}
        <ChooseMany
          one
          label={words.kind}
          name="kind"
          options={DAY_KINDS.map((id) => ({ id, name: words.kinds[id], more: words.kindsMore[id] }))}
          value={[kind]}
          set={([value]) => setDraft({ ...draft, kind: DAY_KINDS.find((one) => one === value) ?? 'off' })}
        />
        {kind === 'work' && (
          <SelectField
            label={words.like}
            name="like"
            options={words.weekdays.map((weekday, i) => ({ id: String(i + 1), name: weekday }))}
            value={String(like)}
            set={(value) => setDraft({ ...draft, like: Number(value) })}
          />
        )}
        <PairField
          label={words.name}
          name="name"
          help={words.nameHelp}
          value={name}
          set={(value) => setDraft({ ...draft, name: value })}
        />
      </SettingsForm>
    </section>
  );
}
