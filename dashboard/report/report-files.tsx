import { useState } from 'preact/hooks';
import { REPORT_FILES, type ReportFile } from '../../shared/wire/survey-report.ts';
import { saveFile } from '../save-file.ts';
import type { Refusal } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useReportWords } from '../text/use-report-words.ts';
import type { ReportPanelProps } from './report-panel.tsx';

/** The files of a report: each is made by the server when it is asked for. */
export function ReportFiles({
  server,
  choice,
  ended,
  fileName,
}: Omit<ReportPanelProps, 'close'> & { readonly fileName: string }) {
  const { own, words, language } = useReportWords();
  const [state, setState] = useState<
    | { readonly kind: 'making' | 'made'; readonly file: ReportFile }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
  >();
  async function take(file: ReportFile) {
    if (state?.kind === 'making') return;
    setState({ kind: 'making', file });
    const { unit, period, form, asOf } = choice;
    const asked = { unit, period, form, ...(asOf && { asOf }), file, language };
    const answer = await server.ask<Blob>('POST', '/api/v1/report/files', asked);
    if (answer.kind === 'ok') {
      saveFile(answer.value, `${fileName}.${file}`);
      return setState({ kind: 'made', file });
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setState({ kind: 'refused', refusal: answer });
  }
  return (
    <section>
      <h3>{own.files}</h3>
      <p class="hint">{own.filesHint}</p>
      <ul class="report-files">
        {REPORT_FILES.map((file) => {
          const [name, what] = own.file[file];
          return (
            <li key={file}>
              <button
                type="button"
                class="quiet-button"
                aria-disabled={state?.kind === 'making'}
                onClick={() => void take(file)}
              >
                {own.download(name)}
              </button>
              <span>{what}</span>
            </li>
          );
        })}
      </ul>
      <p role="status" class={state?.kind === 'refused' ? 'notice warning' : 'report-state'}>
        {state?.kind === 'making' && own.making}
        {state?.kind === 'made' && own.made(own.file[state.file][0])}
        {state?.kind === 'refused' && sayRefusal(state.refusal, words)}
      </p>
    </section>
  );
}
