import { useCallback, useState } from 'preact/hooks';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import type { DuePeriod, UnitDuty } from '../../shared/wire/report-calendar.ts';
import { ADDRESSES } from '../addresses.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { FORM_KINDS } from '../read-choice.ts';
import type { ServerLink } from '../server-link.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { useFresh } from '../use-fresh.ts';
import { CertifyForm } from './certify-form.tsx';
import { CorrectionSaid } from './correction-said.tsx';
import { SideBySide } from './side-by-side.tsx';
import { VersionFacts } from './version-facts.tsx';

const ASK_EVERY_MS = 600_000;

interface CertifiedPartProps {
  readonly server: ServerLink;
  readonly duty: UnitDuty;
  readonly period: DuePeriod;
  readonly form: FormKind;
  readonly mayCertify: boolean;
  readonly choose: (form: FormKind) => void;
  readonly ended: () => void;
  /** The calendar has changed too. */
  readonly changed: () => Promise<void>;
}

/** What is certified of a period, what is served of it today, and the way to certify it. */
export function CertifiedPart(props: CertifiedPartProps) {
  const { server, duty, period, form, mayCertify, choose, ended, changed } = props;
  const { own, words } = useCalendarWords();
  const { certify: said } = own;
  const [version, setVersion] = useState<number | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const unit = duty.unit.id;
  const address = ADDRESSES.certified({ unit, period: period.id, form }, version);
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<CertifiedReports>('GET', address, undefined, signal),
    [server, address],
  );
  const fresh = useFresh(ask, ASK_EVERY_MS, ended);
  const told = fresh.value;
  const newest = told?.versions[0];
  const isFirst = newest === undefined;
  const isOlder = newest !== undefined && version !== null && version !== newest.version;
  const mayNow = told !== null && !told.period.open && told.correction.kind === 'may' && !isOlder;
  async function certified(made: number): Promise<void> {
    setAsking(false);
    setVersion(null);
    setDone(said.done(String(made)));
    await Promise.all([fresh.refresh(), changed()]);
  }
  return (
    <section class="sheet certified" aria-labelledby="certified-title">
      <h2 id="certified-title">{said.title}</h2>
      <fieldset class="pick segments small">
        <legend class="unseen">{said.form}</legend>
        {FORM_KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="certified-form" checked={kind === form} onChange={() => choose(kind)} />
            <span>{words.choose[kind]}</span>
          </label>
        ))}
      </fieldset>
      <FreshNotice fresh={fresh} loading={said.loading} />
      <p role="status" class={done === null ? 'unseen' : 'certified-done'}>
        {done}
      </p>
      {told && (
        <>
          {isFirst ? (
            <p class="duty-said">
              <b>{said.notYet}</b> {told.period.open && said.tooEarly}
            </p>
          ) : (
            <VersionFacts told={told} version={version ?? newest.version} look={setVersion} />
          )}
          {!isFirst && !isOlder && <CorrectionSaid told={told} />}
          <SideBySide told={told} />
          <p>
            <a href={`?${new URLSearchParams({ unit, period: period.id, form })}`}>{said.toFigures}</a>
          </p>
          {mayNow && !mayCertify && <p class="note">{said.noRight}</p>}
          {mayNow && mayCertify && !isAsking && (
            <p class="act-buttons">
              <button type="button" class="act-go" onClick={() => setAsking(true)}>
                {isFirst ? said.open : said.openAgain}
              </button>
            </p>
          )}
          {mayNow && isAsking && (
            <CertifyForm
              server={server}
              duty={duty}
              period={period}
              told={told}
              ended={ended}
              cancel={() => setAsking(false)}
              certified={certified}
              moved={fresh.refresh}
            />
          )}
        </>
      )}
    </section>
  );
}
