import type { RowExport } from '../../shared/wire/row-exports.ts';
import { useExportsWords } from '../text/use-exports-words.ts';
import { writeCount } from '../text/write-number.ts';
import { isOver } from './use-row-export.ts';

interface ExportStateProps {
  readonly shown: RowExport;
  readonly cancel: () => void;
}

/** How far an export is, in rows, with a way to end it; at its end what there is to compare. */
export function ExportState({ shown, cancel }: ExportStateProps) {
  const { own, language } = useExportsWords();
  const { state, rows, share, file } = shown;
  const written = writeCount(rows, language);
  if (isOver(shown)) {
    return (
      <p class={state === 'done' ? 'notice' : 'notice warning'} role="status">
        {state === 'done'
          ? file === 'xlsx'
            ? own.doneXlsx(written)
            : own.done(written)
          : state === 'cancelled'
            ? own.cancelled
            : own.failed}
      </p>
    );
  }
  return (
    <div class="export-progress">
      <progress aria-label={own.running} max={1} value={share} />
      <p>{state === 'ready' ? own.waiting : own.rows(written)}</p>
      <p class="note">{own.mayLeave}</p>
      <p class="act-buttons">
        <button type="button" class="quiet-button" onClick={cancel}>
          {own.cancel}
        </button>
      </p>
    </div>
  );
}
