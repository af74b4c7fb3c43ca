import { useCallback, useMemo } from 'preact/hooks';
import { dayAfter, localDay } from '../../../shared/period.ts';
import type { UnitDetail } from '../../../shared/wire/units.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { useFresh } from '../../use-fresh.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { useSayContact } from './contact-act.tsx';
import { PointList } from './point-list.tsx';
import { UnitActs } from './unit-acts.tsx';
import { unitsLink } from './units-link.ts';
import { WithdrawAct } from './withdraw-act.tsx';

const EVERY_MS = 120_000;

/** One unit: what it was from which day on, its service points and counters, and what can be done with it. */
export function UnitPage(props: SettingsPageProps & { readonly id: string }) {
  const { server, unitsChanged, now, ended, moved, go, id } = props;
  const { units: words, language } = useUnitWords();
  const sayContact = useSayContact();
  const link = useMemo(() => unitsLink(server), [server]);
  const fresh = useFresh(
    useCallback((signal: AbortSignal) => link.unit(id, signal), [link, id]),
    EVERY_MS,
    ended,
  );
  const today = localDay(now());
  const lines = useFresh(
    useCallback((signal: AbortSignal) => link.units(today, signal), [link, today]),
    EVERY_MS,
    ended,
  );
  const { said, sayAfter } = useSaid();
  const unit = fresh.value;
  const others = (lines.value ?? []).filter(({ validTo }) => validTo === null);
  const acted = (text: string) =>
    sayAfter(Promise.all([fresh.refresh(), lines.refresh(), unitsChanged()]), text);
  const withdraw = unit && (
    <WithdrawAct
      {...{ link, unit, ended }}
      done={(shown) => {
        if (shown.id === unit.id) return acted(words.withdraw.done);
        void unitsChanged();
        go({ kind: 'units', id: shown.id });
      }}
    />
  );
  return (
    <main id="main" class="manage">
      <SettingsHead
        title={unit?.name[language] ?? words.title}
        moved={moved}
        go={go}
        back={{ kind: 'units', name: words.title }}
      >
        {unit && (
          <p class="lead">
            {words.kinds[unit.kind]} · {sayContact(unit.contact)}
          </p>
        )}
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {unit && (
        <>
          <Lineage unit={unit} today={today} go={go} />
          {unit.validTo === null ? (
            <UnitActs key={unit.versions.length} {...{ link, unit, others, today, ended, acted }}>
              {withdraw}
            </UnitActs>
          ) : (
            <div class="act-list">
              <h2 class="unseen">{words.acts}</h2>
              {withdraw}
            </div>
          )}
          <PointList {...{ link, unit, others, today, ended, acted, server }} />
          <section class="sheet">
            <h2>{words.versions.title}</h2>
            <DataTable
              caption={words.versions.title}
              columns={[words.versions.from, words.name, words.kind, words.parent]}
              rows={unit.versions.map(({ starts, name, kind, parent }) => ({
                key: starts,
                cells: [writeDate(starts), name[language], words.kinds[kind], parent?.[language] ?? '–'],
              }))}
            />
          </section>
        </>
      )}
    </main>
  );
}

interface LineageProps extends Pick<SettingsPageProps, 'go'> {
  readonly unit: UnitDetail;
  readonly today: string;
}

function Lineage({ unit, today, go }: LineageProps) {
  const { units: words, language } = useUnitWords();
  const { validTo, successor, predecessors } = unit;
  if (validTo === null && predecessors.length === 0) return null;
  return (
    <ul class="notice plain-list">
      {validTo !== null && <li>{words.ended(writeDate(validTo))}</li>}
      {successor && (
        <li>
          <PageLink page={{ kind: 'units', id: successor.id }} go={go}>
            {validTo !== null && validTo >= today
              ? words.successorLater(successor.name[language], writeDate(dayAfter(validTo)))
              : words.successor(successor.name[language])}
          </PageLink>
        </li>
      )}
      {predecessors.map((before) => (
        <li key={before.id}>
          <PageLink page={{ kind: 'units', id: before.id }} go={go}>
            {words.predecessor(before.name[language], writeDate(before.validTo))}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
