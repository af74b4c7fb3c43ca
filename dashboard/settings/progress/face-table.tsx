import type { FaceSums, RecheckList } from '../../../shared/wire/recheck-list.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeCount, writeInterval, writePercent } from '../../text/write-number.ts';

/** What people say of interviews face to face, by place and all together, beside what is recorded. */
export function FaceTable({ faces }: { readonly faces: RecheckList['faces'] }) {
  const { own, language, say } = useProgressWords();
  const words = own.rechecks;
  const count = (value: number) => writeCount(value, language);
  const judged = ({ recorded, isBelow }: FaceSums) =>
    recorded === null ? '–' : isBelow ? words.below : words.notBelow;
  const cellsOf = (name: string, sums: FaceSums) => [
    name,
    judged(sums),
    sums.yes
      ? `${writePercent(sums.yes.percent, language)} ${writeInterval(sums.yes.low, sums.yes.high, language)}`
      : words.few,
    sums.recorded === null ? '–' : writePercent(sums.recorded, language),
    sums.answered === null ? words.few : count(sums.answered),
    count(sums.ended),
  ];
  if (faces.all.ended === 0) return null;
  return (
    <>
      <DataTable
        caption={words.faceCaption}
        columns={words.faceColumns}
        rows={[
          ...faces.places.map((sums, i) => ({
            key: String(i),
            cells: cellsOf(
              [sums.place, sums.unit].flatMap((name) => (name ? [say(name)] : [])).join(', '),
              sums,
            ),
          })),
          { key: 'all', cells: cellsOf(words.all, faces.all) },
        ]}
      />
      <p class="note">{words.faceNote}</p>
    </>
  );
}
