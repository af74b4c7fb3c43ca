import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { localWeekday, startOfLocalDay } from '../../../shared/period.ts';
import type { DayList, SpecialDay } from '../../../shared/wire/special-days.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { daysOffEn } from '../../text/days-off-en.ts';
import { daysOffVi } from '../../text/days-off-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { useFresh } from '../../use-fresh.ts';
import type { Answer } from '../../server-link.ts';
import '../../styles/plans.css';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { TickField } from '../parts/form-fields.tsx';
import { PickUnit } from '../parts/pick-unit.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { planLink } from '../plan-link.ts';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { DayForm, type DayDraft } from './day-form.tsx';

const EVERY_MS = 60_000;

/** The calendar of a unit: what is prefilled, what units above have written, and its own days. */
export function DaysOffPage({ server, account, units, ended, go, moved }: SettingsPageProps) {
  const { language, say } = useWords();
  const words = language === 'vi' ? daysOffVi : daysOffEn;
  const link = useMemo(() => planLink(server), [server]);
  const [unit, setUnit] = useState(account.unit.id);
  const ask = useCallback((signal: AbortSignal) => link.days(unit, signal), [link, unit]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const [withPast, setWithPast] = useState(false);
  const [draft, setDraft] = useState<DayDraft | null>(null);
  const { said, setSaid, sayAfter } = useSaid();
  const list = fresh.value?.unit.id === unit ? fresh.value : null;
  const weekdayOf = (day: string) => words.weekdays[localWeekday(startOfLocalDay(day)) - 1]!;
  const spell = (day: string) => `${weekdayOf(day)}, ${writeDate(day)}`;

  const opener = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    // whoever came by keyboard goes on where they were when the form closes
    if (draft === null && document.activeElement === document.body) opener.current?.focus();
  }, [draft]);

  const done = (text: string) => {
    setDraft(null);
    sayAfter(fresh.refresh(), text);
  };

  function acts(one: SpecialDay, shown: DayList) {
    if (one.day < shown.earliest) return null;
    const { day, kind, like, name } = one;
    const confirm = (open: string, send: () => Promise<Answer<DayList>>, sentence: string) => (
      <ConfirmAct
        open={open}
        label={words.of(open, writeDate(day))}
        what={
          <>
            <p>{`${spell(day)}: ${say(name)}`}</p>
            <p>{words.what(say(shown.unit.name))}</p>
          </>
        }
        go={open}
        send={send}
        done={() => done(sentence)}
        ended={ended}
        faultWords={words.faults}
      />
    );
    return (
      <div class="day-acts">
        {one.standing === 'expected' &&
          confirm(words.confirm, () => link.setDay({ unit, day, kind, like, name }), words.done)}
        <button
          type="button"
          class="as-link"
          aria-label={words.of(words.edit, writeDate(day))}
          onClick={(click) => {
            opener.current = click.currentTarget;
            setDraft({ day, kind, like, name, isNew: false });
          }}
        >
          {words.edit}
        </button>
        {one.isOwn && confirm(words.reset, () => link.resetDay(unit, day), words.resetDone)}
      </div>
    );
  }
  const columnsOf = (shown: DayList): ListColumn<SpecialDay>[] => [
    { key: 'day', title: words.columns.day, show: ({ day }) => spell(day), sortBy: ({ day }) => day },
    {
      key: 'name',
      title: words.columns.name,
      show: ({ name }) => say(name),
      sortBy: ({ name }) => say(name),
    },
    {
      key: 'kind',
      title: words.columns.kind,
      show: ({ kind, like }) =>
        kind === 'work' ? words.likeDay(words.weekdays[like - 1]!) : words.kinds[kind],
      sortBy: ({ kind }) => words.kinds[kind],
    },
    {
      key: 'standing',
      title: words.columns.standing,
      show: ({ standing, unit: by }) =>
        by ? (
          words.by(say(by.name))
        ) : (
          <span class={`state-chip ${standing}`}>{words.standings[standing]}</span>
        ),
      sortBy: ({ standing }) => words.standings[standing],
    },
    { key: 'act', title: words.columns.act, show: (one) => acts(one, shown) },
  ];
  return (
    <main id="main" class="manage">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      <PickUnit
        units={units}
        unit={unit}
        label={words.unit}
        help={words.unitHelp}
        pick={(id) => {
          setUnit(id);
          setDraft(null);
          setSaid(null);
        }}
      />
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {list && (
        <>
          <p class="page-tools">
            <button
              type="button"
              class="act-go"
              onClick={(click) => {
                opener.current = click.currentTarget;
                setDraft({ day: '', kind: 'off', like: 1, name: { vi: '', en: '' }, isNew: true });
              }}
            >
              {words.add}
            </button>
          </p>
          {draft && (
            <DayForm
              key={draft.day}
              words={words}
              link={link}
              list={list}
              start={draft}
              ended={ended}
              close={() => setDraft(null)}
              done={() => done(words.done)}
            />
          )}
          <SearchableList
            caption={words.title}
            rows={list.days.filter(({ day }) => withPast || day >= list.today)}
            keyOf={({ day }) => day}
            columns={columnsOf(list)}
            textOf={({ day, name, kind }) => `${spell(day)} ${name.vi} ${name.en} ${words.kinds[kind]}`}
            empty={words.none}
          >
            <TickField label={words.past} name="past" value={withPast} set={setWithPast} />
          </SearchableList>
        </>
      )}
    </main>
  );
}
