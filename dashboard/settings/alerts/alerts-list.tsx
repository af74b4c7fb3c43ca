import { useCallback } from 'preact/hooks';
import type { AlertRow } from '../../../shared/wire/alert-list.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useAlertsWords } from '../../text/use-alerts-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeTarget } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { useLive } from '../../use-live.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import type { AlertsLink } from './alerts-link.ts';
import { RULES } from './alerts-page.tsx';

const EVERY_MS = 60_000;

interface AlertsListProps extends SettingsPageProps {
  readonly link: AlertsLink;
}

/** Alerts that are open, what to do about them, and those that are over. */
export function AlertsList({ server, link, ended, go, moved }: AlertsListProps) {
  const { alerts: words } = useAlertsWords();
  const ask = useCallback((signal: AbortSignal) => link.list(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  useLive(server.live, 'alerts', fresh.refresh);
  const { said, sayAfter } = useSaid();
  const rows = fresh.value?.alerts ?? [];
  const open = rows.filter((row) => row.ended === null);
  const past = rows.filter((row) => row.ended !== null);
  const cards = (list: readonly AlertRow[]) => (
    <ul class="alert-cards">
      {list.map((row) => (
        <li key={row.id} class={row.ended ? 'is-over' : undefined}>
          <AlertCard
            row={row}
            link={link}
            ended={ended}
            seen={() => sayAfter(fresh.refresh(), words.seenDone)}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <main id="main" class="manage alerts">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      <p class="page-tools">
        <PageLink page={{ kind: 'alerts', id: RULES }} go={go} look="quiet-button">
          {words.toRules}
        </PageLink>
      </p>
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {fresh.value && rows.length === 0 && <p class="notice">{words.none}</p>}
      {rows.length > 0 && (
        <>
          <section>
            <h2>{words.open}</h2>
            {open.length > 0 ? cards(open) : <p>{words.noneOpen}</p>}
          </section>
          {open.length > 0 && (
            <section class="alert-steps">
              <h2>{words.todo}</h2>
              <ol>
                {words.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </section>
          )}
          {past.length > 0 && (
            <section>
              <h2>{words.past}</h2>
              {cards(past)}
            </section>
          )}
        </>
      )}
    </main>
  );
}

interface AlertCardProps {
  readonly row: AlertRow;
  readonly link: AlertsLink;
  readonly ended: () => void;
  readonly seen: () => void;
}

function AlertCard({ row, link, ended, seen }: AlertCardProps) {
  const { alerts: words, language, say, sayHalfDay } = useAlertsWords();
  const { point, unit, halfDay, measure, line } = row;
  const { seen: by } = row;
  return (
    <>
      <h3>{say(point.name)}</h3>
      <p class="alert-unit">{say(unit.name)}</p>
      <p>
        <b>{sayHalfDay(halfDay)}</b>
      </p>
      <p>{words.crossed(words.measures[measure], writeTarget(line, language))}</p>
      {row.ended && <p class="alert-over">{words[row.ended.why](sayHalfDay(row.ended.halfDay))}</p>}
      <p>
        <a href={`?${new URLSearchParams({ unit: unit.id })}`}>{words.toFigures(say(unit.name))}</a>
      </p>
      {by ? (
        <p class="alert-seen">
          {by.name === null ? words.seenOn(writeDate(by.day)) : words.seenBy(by.name, writeDate(by.day))}
        </p>
      ) : (
        <SettingsForm
          head={<h4 class="unseen">{words.seeOf(say(point.name))}</h4>}
          go={words.see}
          send={() => link.see(row.id)}
          done={() => seen()}
          ended={ended}
        />
      )}
    </>
  );
}
