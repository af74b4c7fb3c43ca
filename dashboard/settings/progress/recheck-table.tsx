import type { RecheckList, RecheckSums } from '../../../shared/wire/recheck-list.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { namePeriod } from '../../text/name-period.ts';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeCount, writeInterval, writePercent } from '../../text/write-number.ts';

/** What came of asking again, by interviewer and all together. */
export function RecheckTable({ list }: { readonly list: RecheckList }) {
  const { own, language } = useProgressWords();
  const words = own.rechecks;
  const count = (value: number) => writeCount(value, language);
  const cellsOf = (name: string, { ended, answered, confirmed, not }: RecheckSums) => [
    name,
    count(ended),
    answered === null ? words.few : count(answered),
    confirmed
      ? `${writePercent(confirmed.percent, language)} ${writeInterval(confirmed.low, confirmed.high, language)}`
      : words.few,
    not ? words.not(count(not.none), count(not.time), count(not.way), count(not.unsure)) : '–',
  ];
  if (list.all.ended === 0) return null;
  return (
    <>
      <DataTable
        caption={words.caption(namePeriod(`half-${list.from.replace('/', '-')}`, language))}
        columns={words.columns}
        rows={[
          ...list.interviewers.map((sums, i) => ({
            key: String(i),
            cells: cellsOf(sums.who ?? own.interviews.nobody, sums),
          })),
          { key: 'all', cells: cellsOf(words.all, list.all) },
        ]}
      />
      <p class="note">{words.note}</p>
    </>
  );
}
