import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import type { Choice, ServerLink } from '../server-link.ts';
import '../styles/passport.css';
import '../styles/report.css';
import '../styles/made-files.css';
import { ReportFiles } from './report-files.tsx';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useReportWords } from '../text/use-report-words.ts';
import { writeDate } from '../text/write-date.ts';
import { useFresh } from '../use-fresh.ts';

/** A report does not change while it is read; what it says carries its time. */
const EVERY_MS = 3_600_000;

export interface ReportPanelProps {
  readonly server: ServerLink;
  /** Unit, period, form and day of the page; a report is always by the method of the campaign. */
  readonly choice: Choice;
  readonly close: () => void;
  readonly ended: () => void;
}

/** The report of the page over the page: the paragraph to paste, and the files. */
export function ReportPanel({ server, choice, close, ended }: ReportPanelProps) {
  const { own, language, say } = useReportWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const { unit, period, form, asOf } = choice;
  const query = new URLSearchParams({ unit, period, form, ...(asOf && { asOf }) }).toString();
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<SurveyReport>('GET', `/api/v1/report?${query}`, undefined, signal),
    [server, query],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
  }, []);
  const report = fresh.value;
  return (
    <dialog class="passport report" ref={dialog} aria-labelledby="report-title" onClose={close}>
      <header>
        <h2 id="report-title">{own.title}</h2>
        <button type="button" class="quiet-button" onClick={() => dialog.current?.close()}>
          {own.close}
        </button>
      </header>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {report && (
        <div class="report-body">
          <p class="report-about">
            <b>{say(report.unit.name)}</b>
            <span>{nameDatedPeriod(report.period, language)}</span>
          </p>
          {report.certified && (
            <p class={report.certified.differs ? 'notice warning' : 'hint'}>
              {own.certified(String(report.certified.version), writeDate(report.certified.day))}{' '}
              {report.certified.differs && own.differs}{' '}
              <a class="as-link" href={`?${new URLSearchParams({ page: 'calendar', unit, period, form })}`}>
                {own.toCalendar}
              </a>
            </p>
          )}
          <Paragraph text={report.paragraph[language]} />
          <ReportFiles {...{ server, choice, ended }} fileName={report.fileName} />
        </div>
      )}
    </dialog>
  );
}

/** Browsers on plain HTTP have no clipboard: the text is selected in any case, and one key is left. */
function Paragraph({ text }: { readonly text: string }) {
  const { own } = useReportWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'copied' | 'selected' | null>(null);
  useEffect(() => setState(null), [text]);
  // as tall as its text (`field-sizing` where a browser has it): what will be signed must not hide behind a scroll bar
  useEffect(() => {
    const area = field.current;
    if (area && !CSS.supports('field-sizing', 'content')) area.style.height = `${area.scrollHeight + 2}px`;
  }, [text]);
  async function copy() {
    field.current?.focus();
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('selected');
    }
  }
  return (
    <section>
      <h3 id="report-paragraph">{own.paragraph}</h3>
      <p class="hint" id="report-paragraph-hint">
        {own.paragraphHint}
      </p>
      <textarea
        ref={field}
        readOnly
        rows={8}
        value={text}
        aria-labelledby="report-paragraph"
        aria-describedby="report-paragraph-hint"
      />
      <div class="report-act">
        <button type="button" class="quiet-button" onClick={() => void copy()}>
          {own.copy}
        </button>
        <span role="status">{state && own[state]}</span>
      </div>
    </section>
  );
}
