import { useCallback, useMemo } from 'preact/hooks';
import type { TargetLine } from '../../../shared/wire/target-requests.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { targetsEn } from '../../text/targets-en.ts';
import { type TargetWords, targetsVi } from '../../text/targets-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate, writeInstant } from '../../text/write-date.ts';
import { writeCount, writeTarget } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import '../../styles/plans.css';
import { planLink } from '../plan-link.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { SetTarget } from './set-target.tsx';

const EVERY_MS = 60_000;

/** Targets by unit, year and field, each with everything that it has been. */
export function TargetsPage({ server, units, ended, go, moved }: SettingsPageProps) {
  const { language, say } = useWords();
  const words = language === 'vi' ? targetsVi : targetsEn;
  const link = useMemo(() => planLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.targets(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, sayAfter } = useSaid();
  const list = fresh.value;
  const fieldOf = (code: string | null) => {
    const field = list?.fields.find((one) => one.code === code);
    return code === null ? words.allFields : field ? say(field.name) : code;
  };
  const columns: ListColumn<TargetLine>[] = [
    {
      key: 'unit',
      title: words.columns.unit,
      show: ({ unit }) => say(unit.name),
      sortBy: ({ unit }) => say(unit.name),
    },
    { key: 'year', title: words.columns.year, show: ({ year }) => year, sortBy: ({ year }) => year },
    {
      key: 'field',
      title: words.columns.field,
      show: ({ field }) => fieldOf(field),
      sortBy: ({ field }) => fieldOf(field),
    },
    {
      key: 'percent',
      title: words.columns.percent,
      show: ({ percent }) => <b>{percent === null ? words.noTarget : writeTarget(percent, language)}</b>,
      sortBy: ({ percent }) => percent ?? 0,
    },
    { key: 'history', title: words.columns.history, show: (line) => <History line={line} words={words} /> },
  ];
  return (
    <main id="main" class="manage">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={words.loading} />
      {list && (
        <>
          <h2 class="unseen">{words.title}</h2>
          <div class="act-list">
            <SetTarget
              words={words}
              link={link}
              list={list}
              units={units}
              ended={ended}
              done={() => sayAfter(fresh.refresh(), words.done)}
            />
          </div>
          <Said said={said} />
          <SearchableList
            caption={words.title}
            rows={list.targets.toSorted((a, b) => b.year - a.year)}
            keyOf={({ unit, year, field }) => `${unit.id} ${year} ${field}`}
            columns={columns}
            textOf={({ unit, year, field }) => `${unit.name.vi} ${unit.name.en} ${year} ${fieldOf(field)}`}
            empty={words.none}
          />
        </>
      )}
    </main>
  );
}

function History({ line, words }: { readonly line: TargetLine; readonly words: TargetWords }) {
  const { language, say } = useWords();
  return (
    <details>
      <summary>{words.steps(writeCount(line.history.length, language))}</summary>
      <ul class="target-steps">
        {line.history.map(({ percent, source, from, to, at, who }, i) => {
          const value = percent === null ? words.noTarget : writeTarget(percent, language);
          const held = to === null || to >= from;
          return (
            <li key={i}>
              {held
                ? words.step(value, writeDate(from), writeDate(to ?? from))
                : words.neverHeld(value, writeDate(from))}
              <small>{words.source(say(source))}</small>
              <small>
                {at === null ? words.fromSetUp : words.by(who ?? '–', writeInstant(at, language))}
              </small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
