import { REPORT_FILES } from '../../shared/wire/survey-report.ts';
import { MadeFiles } from '../parts/made-files.tsx';
import { useReportWords } from '../text/use-report-words.ts';
import type { ReportPanelProps } from './report-panel.tsx';

/** The files of a report: each is made by the server when it is asked for. */
export function ReportFiles({
  server,
  choice,
  ended,
  fileName,
}: Omit<ReportPanelProps, 'close'> & { readonly fileName: string }) {
  const { own, language } = useReportWords();
  const { unit, period, form, asOf } = choice;
  const asked = { unit, period, form, ...(asOf && { asOf }), language };
  return (
    <section>
      <h3>{own.files}</h3>
      <p class="hint">{own.filesHint}</p>
      <MadeFiles
        files={REPORT_FILES}
        make={(file) => server.ask<Blob>('POST', '/api/v1/report/files', { ...asked, file })}
        {...{ own, fileName, ended }}
      />
    </section>
  );
}
