import { useCallback, useMemo, useState } from 'preact/hooks';
import type { DeviceDetail, NewCode } from '../../shared/wire/manage.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeDate } from '../text/write-date.ts';
import { useFresh } from '../use-fresh.ts';
import { CodeSheet } from './code-sheet.tsx';
import { DeviceActions } from './device-actions.tsx';
import { DeviceHistory } from './device-history.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { sayNotAsking } from './say-not-asking.ts';
import { LampMark } from './lamp-mark.tsx';
import { LedgerLine } from './ledger-line.tsx';
import { manageLink } from './manage-link.ts';
import type { ManagePagesProps } from './manage-pages.tsx';
import { PageLink } from '../parts/page-link.tsx';

const DEVICE_EVERY_MS = 15_000;

interface Sheet {
  readonly code: NewCode;
  readonly name: string;
  readonly pastStates: number;
}

/** One device: how it is, what to do, what can be done, what it has been through. */
export function DevicePage(props: ManagePagesProps & { readonly id: string }) {
  const { server, id, ended, watch, go, moved } = props;
  const { manage, say } = useManageWords();
  const { devices } = manage;
  const link = useMemo(() => manageLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.device(id, signal), [link, id]);
  const fresh = useFresh(ask, DEVICE_EVERY_MS, ended);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const known = fresh.value ?? watch.devices.value?.find((row) => row.id === id);
  const changed = () => void Promise.all([fresh.refresh(), watch.devices.refresh()]);

  if (sheet) {
    return (
      <CodeSheet
        link={link}
        code={sheet.code}
        name={sheet.name}
        pastStates={sheet.pastStates}
        ended={ended}
        now={props.now}
        close={() => {
          changed();
          setSheet(null);
          if (sheet.code.device !== id) go({ kind: 'device', device: sheet.code.device });
        }}
      />
    );
  }
  return (
    <main id="main" class="manage device">
      <p class="way-back">
        <PageLink page={{ kind: 'devices', unit: null }} go={go}>
          <span aria-hidden="true">← </span>
          {devices.detail.back}
        </PageLink>
      </p>
      <PageHead title={known?.name ?? devices.title} moved={moved}>
        {known && (
          <p class="lead">
            {say(known.point.name)}
            {known.holder && ` · ${manage.actions.holderPhone(known.holder.name)}`}{' '}
            <span class="state-chip">{devices.states[known.state]}</span>
          </p>
        )}
      </PageHead>
      <FreshNotice fresh={fresh} loading={devices.detail.loading} />
      {fresh.value && (
        <>
          <DeviceState device={fresh.value} go={go} />
          <DeviceActions
            {...props}
            link={link}
            device={fresh.value}
            changed={changed}
            showCode={(code, name) =>
              setSheet({ code, name, pastStates: code.device === id ? (fresh.value?.states.length ?? 0) : 0 })
            }
          />
          <DeviceHistory
            device={fresh.value}
            nameOf={(other) => watch.devices.value?.find((row) => row.id === other)?.name ?? other}
          />
        </>
      )}
    </main>
  );
}

function DeviceState({ device, go }: { readonly device: DeviceDetail } & Pick<ManagePagesProps, 'go'>) {
  const { manage } = useManageWords();
  const { devices } = manage;
  const asksNobody = sayNotAsking(device, devices);
  return (
    <section class={`device-well ${device.state === 'new' ? device.state : device.lamp}`}>
      <h2 class="unseen">{devices.detail.wellHeading}</h2>
      <p class="well-line">
        {device.state !== 'new' && <LampMark lamp={device.lamp} />}
        <span>
          {device.lastContact === null ? devices.never : devices.lastContact(writeDate(device.lastContact))}
        </span>
      </p>
      <LedgerLine ledger={device.ledger} />
      {asksNobody && <p>{asksNobody}</p>}
      {device.alarms.length === 0 ? (
        <p>
          {device.state === 'new'
            ? device.codeOpen
              ? devices.codeOpen
              : devices.codeMissing
            : device.lamp === 'green' && !asksNobody && devices.detail.well}
        </p>
      ) : (
        <ul class="alarm-list">
          {device.alarms.map((alarm) => (
            <li key={alarm}>
              <b>{devices.alarms[alarm].what}</b>
              <p>
                {devices.detail.todo} {devices.alarms[alarm].todo}
              </p>
              {alarm === 'held' && (
                <p>
                  <PageLink page={{ kind: 'held' }} go={go}>
                    {manage.held.rescue.toHeld}
                  </PageLink>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
