import { useCallback, useMemo, useState } from 'preact/hooks';
import { isDay, localDay } from '../../../shared/period.ts';
import type { UnitLine } from '../../../shared/wire/units.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { unitsAsTree } from '../../parts/units-as-tree.ts';
import type { Answer } from '../../server-link.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { SearchableList } from '../parts/searchable-list.tsx';
import type { ListColumn } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { AddUnit, LoadCatalogue, MergeUnits } from './tree-acts.tsx';
import { UnitPage } from './unit-page.tsx';
import { unitsLink } from './units-link.ts';

const EVERY_MS = 120_000;

export function UnitsPage(props: SettingsPageProps) {
  const { id } = props.page;
  return id === null ? <UnitList {...props} /> : <UnitPage {...props} key={id} id={id} />;
}

interface TreeOfDay {
  /** What comes may be the answer for the day before: acts are for the units of today. */
  readonly day: string;
  readonly units: readonly UnitLine[];
}

/** The tree of units as of a day, and the acts that make it another one. */
function UnitList({ server, unitsChanged, now, ended, moved, go }: SettingsPageProps) {
  const { units: words, language } = useUnitWords();
  const today = localDay(now());
  const [day, setDay] = useState(today);
  const { said, sayAfter } = useSaid();
  const link = useMemo(() => unitsLink(server), [server]);
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Answer<TreeOfDay>> => {
      const answer = await link.units(day, signal);
      return answer.kind === 'ok' ? { kind: 'ok', value: { day, units: answer.value } } : answer;
    },
    [link, day],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const lines = useMemo(
    () => unitsAsTree(fresh.value?.units ?? [], language).map(({ unit, depth }) => ({ ...unit, depth })),
    [fresh.value, language],
  );
  // a province as it was set up, still without its communes
  const isBare = lines.length === 1 && ['tinh', 'thanh_pho'].includes(lines[0]!.kind);
  type Row = UnitLine & { readonly depth: number };
  const columns: readonly ListColumn<Row>[] = [
    {
      key: 'name',
      title: words.name,
      sortBy: (row) => row.name[language],
      show: (row) => (
        <span class={`tree-depth depth-${Math.min(row.depth, 4)}`}>
          <PageLink page={{ kind: 'units', id: row.id }} go={go}>
            {row.name[language]}
          </PageLink>
        </span>
      ),
    },
    {
      key: 'kind',
      title: words.kind,
      sortBy: (row) => words.kinds[row.kind],
      show: (row) => words.kinds[row.kind],
    },
    {
      key: 'points',
      title: words.points,
      sortBy: (row) => row.points,
      show: (row) => writeCount(row.points, language),
    },
    {
      key: 'devices',
      title: words.devices,
      sortBy: (row) => row.devices,
      show: (row) => writeCount(row.devices, language),
    },
    {
      key: 'life',
      title: words.life,
      sortBy: (row) => row.validFrom,
      show: (row) =>
        row.validTo === null
          ? words.since(writeDate(row.validFrom))
          : words.fromTo(writeDate(row.validFrom), writeDate(row.validTo)),
    },
  ];
  const acted = (text: string) => sayAfter(Promise.all([fresh.refresh(), unitsChanged()]), text);
  return (
    <main id="main" class="manage">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      {fresh.value?.day === today && (
        <div class="act-list">
          <h2 class="unseen">{words.acts}</h2>
          <AddUnit
            link={link}
            lines={lines}
            today={today}
            ended={ended}
            done={(unit) => {
              void unitsChanged();
              go({ kind: 'units', id: unit.id });
            }}
          />
          <MergeUnits
            link={link}
            lines={lines}
            today={today}
            ended={ended}
            done={(unit) => acted(words.merge.done(unit.name[language]))}
          />
          <LoadCatalogue link={link} lines={lines} ended={ended} done={acted} primary={isBare} />
        </div>
      )}
      <Said said={said} />
      <FreshNotice fresh={fresh} loading={words.loading} />
      {fresh.value && (
        <SearchableList
          caption={words.list}
          rows={lines}
          keyOf={(row) => row.id}
          columns={columns}
          textOf={(row) => `${row.name.vi} ${row.name.en}`}
          empty={words.none}
        >
          <AsOf day={day} set={setDay} />
        </SearchableList>
      )}
    </main>
  );
}

function AsOf({ day, set }: { readonly day: string; readonly set: (day: string) => void }) {
  const { units: words } = useUnitWords();
  return (
    <label class="pick as-of">
      <span>{words.asOf}</span>
      <input
        type="date"
        value={day}
        onChange={(change) => {
          // while a year is being typed it is the year 2, then 20
          if (isDay(change.currentTarget.value)) set(change.currentTarget.value);
        }}
      />
    </label>
  );
}
