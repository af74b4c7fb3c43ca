import { useMemo, useState } from 'preact/hooks';
import type { CodeRow } from '../../../shared/wire/codes.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { SearchableList } from '../parts/searchable-list.tsx';
import type { ListColumn } from '../parts/searchable-list.tsx';

interface CodeListProps {
  readonly rows: readonly CodeRow[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}

export const isUsable = ({ state }: CodeRow) => state === 'active' || state === 'ending';

/** The codes: what works can be chosen; what has ended is kept to be looked up. */
export function CodeList({ rows, chosen, choose }: CodeListProps) {
  const { codes, language } = useCodesWords();
  const [which, setWhich] = useState<'used' | 'gone' | 'all'>('used');
  const asked = rows.filter((row) => which === 'all' || isUsable(row) === (which === 'used'));

  const columns = useMemo(
    (): ListColumn<CodeRow>[] => [
      {
        key: 'code',
        title: codes.code,
        sortBy: ({ code }) => code,
        show: (row) =>
          isUsable(row) ? (
            <label class="tick code-tick">
              <input
                type="checkbox"
                aria-label={codes.choose(row.code)}
                checked={chosen.includes(row.code)}
                onChange={(change) =>
                  choose(
                    change.currentTarget.checked
                      ? [...chosen, row.code]
                      : chosen.filter((each) => each !== row.code),
                  )
                }
              />
              <span class="code-sign">{row.code}</span>
            </label>
          ) : (
            <span class="code-sign gone">{row.code}</span>
          ),
      },
      {
        key: 'place',
        title: codes.place,
        sortBy: ({ point, counter }) => `${point.name[language]} ${counter ?? ''}`,
        show: ({ point, centre, counter, unit }) => (
          <>
            {point.name[language]}
            {counter !== null && <b class="code-counter">{codes.counter(counter)}</b>}
            {unit.name[language] !== point.name[language] && (
              <small>{[centre?.[language], unit.name[language]].filter(Boolean).join(' · ')}</small>
            )}
          </>
        ),
      },
      {
        key: 'field',
        title: codes.field,
        sortBy: ({ field }) => field?.name[language] ?? '',
        show: ({ field }) => field?.name[language] ?? <span class="muted">{codes.anyField}</span>,
      },
      {
        key: 'campaign',
        title: codes.campaign,
        sortBy: ({ isPinned, campaign }) => (isPinned ? campaign.name[language] : ''),
        show: ({ isPinned, campaign }) =>
          isPinned ? campaign.name[language] : <span class="muted">{codes.running}</span>,
      },
      {
        key: 'state',
        title: codes.state,
        sortBy: ({ state, made, ends }) => `${state} ${ends ?? made ?? ''}`,
        show: ({ state, made, ends, successor }) => (
          <>
            <span class={`code-state ${state}`}>{codes.states[state]}</span>
            {state === 'active' && made !== null && <small>{codes.since(writeDate(made))}</small>}
            {ends !== null && <small>{codes.until(writeDate(ends))}</small>}
            {successor !== null && <small>{codes.replacedBy(successor)}</small>}
          </>
        ),
      },
    ],
    [codes, language, chosen, choose],
  );

  return (
    <SearchableList
      caption={codes.title}
      rows={asked}
      keyOf={({ code }) => code}
      columns={columns}
      textOf={(row) =>
        [
          row.code,
          row.point.name[language],
          row.centre?.[language] ?? '',
          row.unit.name[language],
          row.counter === null ? '' : codes.counter(row.counter),
          row.field?.name[language] ?? '',
          row.campaign.name[language],
          codes.states[row.state],
        ].join(' ')
      }
      empty={codes.empty}
    >
      {(shown) => (
        <>
          <label class="pick">
            <span>{codes.filter.label}</span>
            <select
              value={which}
              onChange={(change) => setWhich(change.currentTarget.value as 'used' | 'gone' | 'all')}
            >
              {(['used', 'gone', 'all'] as const).map((id) => (
                <option key={id} value={id}>
                  {codes.filter[id]}
                </option>
              ))}
            </select>
          </label>
          <ChooseShown usable={shown.filter(isUsable)} chosen={chosen} choose={choose} />
        </>
      )}
    </SearchableList>
  );
}

interface ChooseShownProps extends Pick<CodeListProps, 'chosen' | 'choose'> {
  readonly usable: readonly CodeRow[];
}

/** Chooses what can be seen and nothing else: what is chosen here may be revoked next. */
function ChooseShown({ usable, chosen, choose }: ChooseShownProps) {
  const { codes } = useCodesWords();
  if (usable.length === 0 && chosen.length === 0) return null;
  return (
    <p class="code-choose">
      {usable.length > 0 && (
        <button type="button" class="as-link" onClick={() => choose(usable.map(({ code }) => code))}>
          {codes.chooseAll}
        </button>
      )}
      {chosen.length > 0 && (
        <button type="button" class="as-link" onClick={() => choose([])}>
          {codes.chooseNone}
        </button>
      )}
    </p>
  );
}
