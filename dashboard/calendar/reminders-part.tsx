import { useState } from 'preact/hooks';
import type { ReportCalendar } from '../../shared/wire/report-calendar.ts';
import { ADDRESSES } from '../addresses.ts';
import type { ServerLink } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';

interface RemindersPartProps {
  readonly server: ServerLink;
  readonly calendar: ReportCalendar;
  readonly ended: () => void;
  readonly changed: () => Promise<void>;
}

/** Whether somebody is reminded by e-mail, and the switch for it. */
export function RemindersPart({ server, calendar, ended, changed }: RemindersPartProps) {
  const { own, words, say } = useCalendarWords();
  const { reminders: said } = own;
  const { hasMail, isOn, from } = calendar.reminders;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function turn(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const asked = { unit: calendar.unit.id, isOn: !isOn };
    const answer = await server.ask<ReportCalendar>('PUT', ADDRESSES.reminders, asked);
    setBusy(false);
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setError(answer.kind === 'ok' ? null : sayRefusal(answer, words));
    await changed();
  }
  return (
    <section class="sheet" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{said.title}</h2>
      <p class="lead">{said.lead}</p>
      <p class="duty-said" role="status">
        <b>{from ? said.above(say(from.name)) : isOn ? said.on : said.off}</b> {!hasMail && said.noMail}
      </p>
      {error !== null && (
        <p class="door-error" role="alert">
          {error}
        </p>
      )}
      {!from && (
        <button type="button" class="quiet-button" aria-disabled={busy} onClick={() => void turn()}>
          {isOn ? said.turnOff : said.turnOn}
        </button>
      )}
    </section>
  );
}
