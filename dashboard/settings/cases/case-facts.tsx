import type { CaseRow } from '../../../shared/wire/followed-cases.ts';
import { isOpenState } from '../../../shared/wire/followed-cases.ts';
import { useCasesWords } from '../../text/use-cases-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';

interface CaseFactsProps {
  readonly row: CaseRow;
  readonly today: string;
  /** The text stands elsewhere. */
  readonly withoutWords?: boolean;
}

/** What a case says at a glance: text, where, since when, whose it is. */
export function CaseFacts({ row, today, withoutWords = false }: CaseFactsProps) {
  const { cases: words, language, say, sayHalfDay } = useCasesWords();
  const { kind, state, age, due } = row;
  const isOpen = isOpenState(state);
  const since = (kind === 'remark' ? words.week : words.since)(writeDate(row.opened));
  return (
    <>
      {row.halfDay !== null && <p class="case-words">{words.alertWords(sayHalfDay(row.halfDay))}</p>}
      {row.words !== null && !withoutWords && (
        <blockquote class="case-words" lang="vi">
          {row.words}
        </blockquote>
      )}
      <p class="case-place">{say(row.point ?? row.unit.name)}</p>
      <p class="case-facts">
        <span class="state-chip">{words.states[state]}</span>
        <span>{kind === 'remark' ? since : `${words.kinds[kind]}. ${since}`}</span>
        {isOpen && <b>{words.age(writeCount(age, language))}</b>}
        {isOpen &&
          (due < today ? <b>{words.overdue(writeDate(due))}</b> : <span>{words.due(writeDate(due))}</span>)}
        <span>{row.owner ? words.owner(row.owner.name) : isOpen ? words.noOwner : ''}</span>
      </p>
      {row.tags !== null && row.tags.length > 0 ? (
        <p class="case-tags">
          {row.tags.map((tag) => (
            <span key={tag} class="state-chip">
              {words.tags[tag]}
            </span>
          ))}
        </p>
      ) : (
        row.suggested.length > 0 && (
          <p class="case-tags suggested">
            {row.suggested
              .map(({ tag, words: found }) =>
                words.suggested(words.tags[tag], found.map((one) => `“${one}”`).join(', ')),
              )
              .join(' · ')}
          </p>
        )
      )}
    </>
  );
}
