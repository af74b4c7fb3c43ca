import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { Page } from '../read-page.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { sayNotAsking } from './say-not-asking.ts';
import { LampMark } from './lamp-mark.tsx';
import { LedgerLine } from './ledger-line.tsx';
import { PageLink } from '../parts/page-link.tsx';

interface DeviceCardProps {
  readonly row: DeviceRow;
  readonly go: (page: Page) => void;
}

/** One device of the list: how it is, where it stands, whether every form has come, what to do first. */
export function DeviceCard({ row, go }: DeviceCardProps) {
  const { manage, language, say } = useManageWords();
  const { devices } = manage;
  const [first, ...others] = row.alarms;
  const asksNobody = sayNotAsking(row, devices);
  return (
    <article class={`device-card ${row.state === 'new' ? row.state : row.lamp}`}>
      <div class="device-state">
        {row.state !== 'new' && <LampMark lamp={row.lamp} />}
        {row.state !== 'active' && <span class="state-chip">{devices.states[row.state]}</span>}
      </div>
      <div class="device-name">
        <h2>
          <PageLink page={{ kind: 'device', device: row.id }} go={go}>
            {row.name}
          </PageLink>
        </h2>
        <p>
          {say(row.point.name)}
          {row.holder && ` · ${manage.actions.holderPhone(row.holder.name)}`}
        </p>
      </div>
      <div class="device-facts">
        <LedgerLine ledger={row.ledger} />
        <p class="contact">
          {row.lastContact === null ? devices.never : devices.lastContact(writeDate(row.lastContact))}
        </p>
      </div>
      {first && (
        <p class="device-alarm">
          <b>{devices.alarms[first].what}</b> {devices.alarms[first].todo}
          {others.length > 0 && (
            <span class="more"> ({devices.moreAlarms(writeCount(others.length, language))})</span>
          )}
        </p>
      )}
      {asksNobody && <p class="device-alarm">{asksNobody}</p>}
      {row.state === 'new' && (
        <p class="device-alarm">{row.codeOpen ? devices.codeOpen : devices.codeMissing}</p>
      )}
    </article>
  );
}
