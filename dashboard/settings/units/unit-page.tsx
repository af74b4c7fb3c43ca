import { useCallback, useMemo } from 'preact/hooks';
import { localDay } from '../../../shared/period.ts';
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
import { PointList } from './point-list.tsx';
import { UnitActs } from './unit-acts.tsx';
import { unitsLink } from './units-link.ts';

const EVERY_MS = 120_000;

/** One unit: what it was from which day on, its service points and counters, and what can be done with it. */
export function UnitPage(props: SettingsPageProps & { readonly id: string }) {
  const { server, unitsChanged, now, ended, moved, go, id } = props;
  const { units: words, language } = useUnitWords();
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
  return (
    <main id="main" class="manage">
      <SettingsHead
        title={unit?.name[language] ?? words.title}
        moved={moved}
        go={go}
        back={{ kind: 'units', name: words.title }}
      >
        {unit && <p class="lead">{words.kinds[unit.kind]}</p>}
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {unit && (
        <>
          <Lineage unit={unit} go={go} />
          {unit.validTo === null && (
            <UnitActs key={unit.versions.length} {...{ link, unit, others, today, ended, acted }} />
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

function Lineage({ unit, go }: { readonly unit: UnitDetail } & Pick<SettingsPageProps, 'go'>) {
  const { units: words, language } = useUnitWords();
  const { validTo, successor, predecessors } = unit;
  if (validTo === null && predecessors.length === 0) return null;
  return (
    <ul class="notice plain-list">
      {validTo !== null && <li>{words.ended(writeDate(validTo))}</li>}
      {successor && (
        <li>
          <PageLink page={{ kind: 'units', id: successor.id }} go={go}>
            {words.successor(successor.name[language])}
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
