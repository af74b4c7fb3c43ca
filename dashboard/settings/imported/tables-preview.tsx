import { useState } from 'preact/hooks';
import type { FaultyCell, ImportedScore, LookedTable } from '../../../shared/wire/imported-results.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { isShortReason, ReasonField } from '../../parts/reason-field.tsx';
import type { ImportedWords } from '../../text/imported-vi.ts';
import { namePeriod } from '../../text/name-period.ts';
import { useWords } from '../../text/use-words.ts';
import { writeCount, writePercent } from '../../text/write-number.ts';
import { StepHeading } from '../parts/step-heading.tsx';

interface TablesPreviewProps {
  readonly words: ImportedWords;
  readonly tables: readonly LookedTable[];
  readonly busy: boolean;
  readonly take: (reason: string | null) => void;
  readonly other: () => void;
}

/** What a file would do, with the percentages to be compared with what was printed then. */
export function TablesPreview({ words, tables, busy, take, other }: TablesPreviewProps) {
  const { words: all, language, say } = useWords();
  const own = words.preview;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const replaces = tables.some(({ act }) => act === 'change');
  const isNew = tables.some(({ act }) => act !== 'same');
  const write = (score: ImportedScore) =>
    !('withheld' in score)
      ? writePercent(score.percent, language)
      : score.withheld === 'no-answers'
        ? '—'
        : all.withheld;
  return (
    <>
      <StepHeading level="h3">{own.title}</StepHeading>
      <p>{isNew ? own.lead : own.nothingNew}</p>
      <DataTable
        caption={own.title}
        columns={[own.unit, own.period, own.form, own.forms, own.policy, own.service, own.act]}
        rows={tables.map((table) => ({
          key: `${table.unit.id} ${table.period}`,
          cells: [
            say(table.unit.name),
            namePeriod(table.period, language),
            say(table.formName),
            writeCount(table.forms, language),
            write(table.policy),
            write(table.service),
            <b>{own.acts[table.act]}</b>,
          ],
        }))}
      />
      {replaces && (
        <ReasonField
          label={own.reason}
          help={own.reasonHelp}
          short={own.reasonShort}
          value={reason}
          set={setReason}
          tried={tried}
        />
      )}
      <p class="act-buttons">
        {isNew && (
          <button
            type="button"
            class="act-go"
            aria-disabled={busy}
            onClick={() => {
              setTried(true);
              if (!replaces) take(null);
              else if (!isShortReason(reason)) take(reason.trim());
            }}
          >
            {own.take}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={other}>
          {words.choose.other}
        </button>
      </p>
    </>
  );
}

interface TableFaultsProps {
  readonly words: ImportedWords;
  readonly faults: readonly FaultyCell[];
  readonly other: () => void;
}

/** Every wrong cell by its row and reason; nothing of what stands in it. */
export function TableFaults({ words, faults, other }: TableFaultsProps) {
  const own = words.faults;
  return (
    <>
      <StepHeading level="h3">{own.title}</StepHeading>
      <p class="notice warning">{own.lead}</p>
      <DataTable
        caption={own.title}
        columns={[own.row, own.column, own.why]}
        rows={faults.map(({ row, column, why }) => ({
          key: `${row} ${column} ${why}`,
          cells: [String(row), column === null ? '' : own.columns[column], own.reasons[why]],
        }))}
      />
      <p class="act-buttons">
        <button type="button" class="act-go" onClick={other}>
          {words.choose.other}
        </button>
      </p>
    </>
  );
}
