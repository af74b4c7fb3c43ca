import { useState } from 'preact/hooks';
import { useFirstFocus } from '../parts/use-first-focus.ts';
import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import type { DuePeriod, UnitDuty } from '../../shared/wire/report-calendar.ts';
import { ADDRESSES } from '../addresses.ts';
import { isShortReason, ReasonField } from '../parts/reason-field.tsx';
import type { Refusal, ServerLink } from '../server-link.ts';
import { nameDatedPeriod } from '../text/name-period.ts';
import { isStale, sayRefusal } from '../text/say-refusal.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';

interface CertifyFormProps {
  readonly server: ServerLink;
  readonly duty: UnitDuty;
  readonly period: DuePeriod;
  /** What whoever certifies has before their eyes. */
  readonly told: CertifiedReports;
  readonly ended: () => void;
  readonly cancel: () => void;
  readonly certified: (version: number) => Promise<void>;
  /** Figures have moved meanwhile. */
  readonly moved: () => Promise<void>;
}

/** The one act that cannot be undone: it says what it does, and asks for a reason where a version is corrected. */
export function CertifyForm(props: CertifyFormProps) {
  const { server, duty, period, told, ended, cancel, certified, moved } = props;
  const { own, words, language, say } = useCalendarWords();
  const { certify: said } = own;
  const { form } = told.live;
  const version = (told.versions[0]?.version ?? 0) + 1;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const heading = useFirstFocus<HTMLHeadingElement>();
  const needsReason = version > 1;
  const isShort = needsReason && isShortReason(reason);
  const { devices, paper } = duty;

  async function send(): Promise<void> {
    setTried(true);
    if (busy || isShort) return;
    setBusy(true);
    setError(null);
    const asked = { unit: duty.unit.id, period: period.id, form, version, seen: told.seen };
    const answer = await server.ask<CertifiedReports>('POST', ADDRESSES.certify, {
      ...asked,
      reason: needsReason ? reason.trim() : null,
    });
    setBusy(false);
    if (answer.kind === 'ok') return certified(version);
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setError(sayFault(answer));
    // what has moved is shown anew, and certified only once it has been seen
    if (hasMoved(answer)) await moved();
  }
  function sayFault(refusal: Refusal): string {
    if (hasMoved(refusal)) return said.moved;
    const isEarly = refusal.kind === 'problem' && refusal.faults?.some(({ at }) => at === 'period');
    return isEarly ? said.tooEarly : sayRefusal(refusal, words);
  }
  return (
    <form
      class="act-panel"
      noValidate
      aria-label={said.open}
      onSubmit={(submission) => {
        submission.preventDefault();
        void send();
      }}
      onKeyDown={(press) => {
        if (press.key === 'Escape' && !busy) cancel();
      }}
    >
      <h3 tabIndex={-1} ref={heading}>
        {needsReason ? said.openAgain : said.open}
      </h3>
      <div class="what">
        <p>{said.what(say(duty.unit.name), nameDatedPeriod(period, language), words.choose[form])}</p>
        {devices.unsent + devices.silent + paper > 0 && <p class="hold-on">{said.stillOwed}</p>}
      </div>
      {error !== null && (
        <p class="door-error" role="alert">
          {error}
        </p>
      )}
      {needsReason && (
        <ReasonField
          label={said.reasonLabel}
          help={said.reasonHelp}
          short={said.reasonShort}
          value={reason}
          set={setReason}
          tried={tried}
        />
      )}
      <p class="act-buttons">
        <button type="submit" class="act-go" aria-disabled={busy}>
          {busy ? said.busy : said.go}
        </button>
        <button type="button" class="quiet-button" onClick={cancel}>
          {said.cancel}
        </button>
      </p>
    </form>
  );
}

const hasMoved = (refusal: Refusal) =>
  isStale(refusal) ||
  (refusal.kind === 'problem' && refusal.faults?.some(({ at }) => at === 'seen') === true);
