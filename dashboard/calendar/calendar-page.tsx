import { useCallback, useEffect, useState } from 'preact/hooks';
import { isDuePeriod } from '../../shared/report-deadlines.ts';
import { hasRight } from '../../shared/role-rights.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { Account, ScopeUnit } from '../../shared/wire/overview.ts';
import type { ReportCalendar } from '../../shared/wire/report-calendar.ts';
import { ADDRESSES } from '../addresses.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { FORM_KINDS } from '../read-choice.ts';
import type { ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/calendar.css';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { useFresh } from '../use-fresh.ts';
import { CertifiedPart } from './certified-part.tsx';
import { DutyPart } from './duty-part.tsx';
import { DuePeriods } from './due-periods.tsx';
import { RemindersPart } from './reminders-part.tsx';

/** What it shows moves with days, and with rounds of tablets. */
const ASK_EVERY_MS = 300_000;

interface CalendarPageProps {
  readonly server: ServerLink;
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
  readonly ended: () => void;
  readonly showTree: (tree: Tree) => void;
  readonly moved: boolean;
}

/** What is looked at; the address keeps it. `period` null: the newest that has closed. */
interface Looked {
  readonly unit: string;
  readonly period: string | null;
  readonly form: FormKind;
}

/** Which reports are due, whether everything has come, and what is certified. */
export function CalendarPage({ server, account, units, ended, showTree, moved }: CalendarPageProps) {
  const { own } = useCalendarWords();
  const home = account.unit.id;
  const [looked, setLooked] = useState<Looked>(() => readLooked(units, home));
  const { unit, period, form } = looked;
  useEffect(() => {
    const follow = () => setLooked(readLooked(units, home));
    globalThis.addEventListener('popstate', follow);
    return () => globalThis.removeEventListener('popstate', follow);
  }, [units, home]);
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<ReportCalendar>('GET', ADDRESSES.reportCalendar(unit, period), undefined, signal),
    [server, unit, period],
  );
  const fresh = useFresh(ask, ASK_EVERY_MS, ended);
  const calendar = fresh.value;
  useEffect(() => {
    if (calendar) showTree(calendar.unit.tree);
  }, [calendar?.unit.tree, showTree]);

  function look(change: Partial<Looked>): void {
    const next = { ...looked, ...change };
    setLooked(next);
    const { period: asked, ...rest } = next;
    const query = new URLSearchParams({
      page: 'calendar',
      ...rest,
      ...(asked !== null && { period: asked }),
    });
    history.pushState(null, '', `?${query}`);
  }
  const shown = calendar?.periods.find(({ id }) => id === calendar.period);
  return (
    <main id="main" class="manage calendar" aria-busy={fresh.busy}>
      <PageHead title={own.title} moved={moved}>
        <p class="lead">{own.lead}</p>
      </PageHead>
      {units.length > 1 && (
        <UnitSelect
          label={own.unit}
          units={units}
          unit={unit}
          choose={(id) => look({ unit: id, period: null })}
          look="calendar-unit"
        />
      )}
      <FreshNotice fresh={fresh} loading={own.loading} />
      {calendar && calendar.periods.length === 0 && <p class="nothing">{own.none}</p>}
      {calendar && shown && calendar.own && (
        <>
          <DuePeriods calendar={calendar} shown={shown} look={(id) => look({ period: id })} />
          <DutyPart
            calendar={calendar}
            shown={shown}
            duty={calendar.own}
            look={(id) => look({ unit: id, period: shown.id })}
          />
          <CertifiedPart
            key={`${calendar.unit.id} ${shown.id} ${form}`}
            server={server}
            duty={calendar.own}
            period={shown}
            form={form}
            mayCertify={hasRight(account, 'certify')}
            choose={(kind) => look({ form: kind, period: shown.id })}
            ended={ended}
            changed={fresh.refresh}
          />
          {hasRight(account, 'organise') && (
            <RemindersPart server={server} calendar={calendar} ended={ended} changed={fresh.refresh} />
          )}
        </>
      )}
    </main>
  );
}

/** An address may come from the page of figures, whose periods are more than those a report of which is due. */
function readLooked(units: readonly ScopeUnit[], home: string): Looked {
  const asked = new URLSearchParams(location.search);
  const unit = asked.get('unit') ?? home;
  const period = asked.get('period') ?? '';
  return {
    unit: units.some(({ id }) => id === unit) ? unit : home,
    period: isDuePeriod(period) ? period : null,
    form: FORM_KINDS.find((kind) => kind === asked.get('form')) ?? 'express',
  };
}
