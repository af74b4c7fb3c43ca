import { useState } from 'preact/hooks';
import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { PageHead } from '../parts/page-head.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { writeCount } from '../text/write-number.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { countLamps, devicesOf, worstFirst } from './device-list.ts';
import { DeviceCard } from './device-card.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import type { ManagePagesProps } from './manage-pages.tsx';
import { PageLink } from '../parts/page-link.tsx';
import { sayLamps } from './say-lamps.ts';

interface DevicesPageProps extends ManagePagesProps {
  readonly unit: string | null;
}

/** All devices of the scope, worst first. */
export function DevicesPage({ units, watch, unit: asked, moved, go }: DevicesPageProps) {
  const { manage, language } = useManageWords();
  const [text, setText] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const fresh = watch.devices;
  // an address may name a unit that the account no longer sees
  const unit = units.some(({ id }) => id === asked) ? asked : null;
  const rows = fresh.value ?? [];
  const ofUnit = devicesOf(rows, units, { unit, text: '', withRetired: true });
  const retired = ofUnit.filter(({ state }) => state === 'retired').length;
  const listed = worstFirst(devicesOf(rows, units, { unit, text, withRetired }));
  return (
    <main id="main" class="manage">
      <PageHead title={manage.devices.title} moved={moved}>
        <p class="lead">{manage.devices.lead}</p>
      </PageHead>
      <div class="page-tools">
        <PageLink page={{ kind: 'new-device' }} go={go} look="act-go">
          {manage.devices.add}
        </PageLink>
        <PageLink page={{ kind: 'rescue' }} go={go} look="quiet-button">
          {manage.devices.rescue}
        </PageLink>
        <button
          type="button"
          class="quiet-button"
          aria-disabled={fresh.busy}
          onClick={() => void fresh.refresh()}
        >
          {manage.devices.fresh}
        </button>
      </div>
      <FreshNotice fresh={fresh} loading={manage.devices.loading} />
      {fresh.value && rows.length === 0 && <p class="notice">{manage.devices.none}</p>}
      {rows.length > 0 && (
        <>
          <p class="lamp-counts" role="status">
            {sayLamps(countLamps(ofUnit), manage.devices, language)}
          </p>
          <div class="list-filter" role="group" aria-label={manage.devices.filter}>
            <label class="pick search">
              <span>{manage.devices.search}</span>
              <input type="search" value={text} onInput={(input) => setText(input.currentTarget.value)} />
            </label>
            {units.length > 1 && (
              <UnitPick units={units} unit={unit} choose={(id) => go({ kind: 'devices', unit: id })} />
            )}
            {retired > 0 && (
              <label class="tick">
                <input
                  type="checkbox"
                  checked={withRetired}
                  onChange={(change) => setWithRetired(change.currentTarget.checked)}
                />
                <span>{manage.devices.withRetired(writeCount(retired, language))}</span>
              </label>
            )}
          </div>
          {listed.length === 0 && <p class="nothing">{manage.devices.noneFits}</p>}
          <DeviceCards rows={listed} go={go} />
          <p class="note">{manage.devices.ledger.why}</p>
        </>
      )}
    </main>
  );
}

function DeviceCards({ rows, go }: { readonly rows: readonly DeviceRow[] } & Pick<ManagePagesProps, 'go'>) {
  return (
    <ul class="device-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <DeviceCard row={row} go={go} />
        </li>
      ))}
    </ul>
  );
}

interface UnitPickProps {
  readonly units: readonly ScopeUnit[];
  readonly unit: string | null;
  readonly choose: (unit: string | null) => void;
}

function UnitPick({ units, unit, choose }: UnitPickProps) {
  const { manage } = useManageWords();
  return (
    <UnitSelect
      label={manage.devices.unit}
      units={units}
      unit={unit ?? ''}
      choose={(id) => choose(id === '' ? null : id)}
      look="unit"
      all={manage.devices.allUnits}
    />
  );
}
