import type { DeviceDetail } from '../../shared/wire/manage.ts';
import { DataTable } from '../parts/data-table.tsx';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { sayFault } from './say-fault.ts';

interface DeviceHistoryProps {
  readonly device: DeviceDetail;
  readonly nameOf: (device: string) => string;
}

/** What a device has been through, and the facts that an administrator asks for on the telephone. */
export function DeviceHistory({ device, nameOf }: DeviceHistoryProps) {
  const { manage, language, say } = useManageWords();
  const { detail, states } = manage.devices;
  const count = (value: number) => writeCount(value, language);
  return (
    <>
      {device.faults.length > 0 && (
        <section class="sheet">
          <h2>{detail.faultsHeading}</h2>
          <ul class="plain-list">
            {device.faults.map((fault) => (
              <li key={fault}>{sayFault(fault, manage.devices)}</li>
            ))}
          </ul>
        </section>
      )}
      <DeviceGiven given={device.given} notAsking={device.notAsking} />
      <section class="sheet">
        <h2>{detail.placesHeading}</h2>
        <DataTable
          caption={detail.placesHeading}
          columns={[detail.point, detail.from, detail.until]}
          rows={device.assignments
            .toSorted((a, b) => b.starts.localeCompare(a.starts))
            .map(({ point, name, starts, ends }) => ({
              key: `${point} ${starts}`,
              cells: [say(name), writeDate(starts), ends === null ? detail.now : writeDate(ends)],
            }))}
        />
      </section>
      <section class="sheet">
        <h2>{detail.statesHeading}</h2>
        <DataTable
          caption={detail.statesHeading}
          columns={[detail.from, detail.state, detail.note]}
          rows={device.states.toReversed().map(({ day, state, note }, index) => ({
            key: `${day} ${index}`,
            cells: [writeDate(day), states[state], detail.notes[note] ?? note],
          }))}
        />
      </section>
      <section class="sheet">
        <h2>{detail.technical}</h2>
        <ul class="plain-list">
          <li>{device.app === null ? detail.appUnknown : detail.app(device.app)}</li>
          <li>
            {device.sealNo === 0
              ? detail.sealsNone
              : detail.seals(count(device.sealNo), count(device.safeSeal))}
          </li>
          <li>{detail.sealed(count(device.ledger.sealed))}</li>
          <li>{detail.since(writeDate(device.since))}</li>
          {device.replaces !== null && <li>{detail.replaces(nameOf(device.replaces))}</li>}
        </ul>
        <p class="note">{detail.sealsWhy}</p>
      </section>
    </>
  );
}

/** What the tablet hears at its next round: campaign, form, hours. A change is here at once and there minutes later. */
function DeviceGiven({ given, notAsking }: Pick<DeviceDetail, 'given' | 'notAsking'>) {
  const { manage, say } = useManageWords();
  const { detail } = manage.devices;
  if (!given) return null;
  const { campaign, questionnaire, form, opening } = given;
  const open = opening.filter(({ days }) => days.length > 0);
  return (
    <section class="sheet">
      <h2>{detail.givenHeading}</h2>
      <ul class="plain-list">
        <li>{detail.campaign(say(campaign))}</li>
        <li>{detail.asks(detail.forms[form], questionnaire.id, questionnaire.version)}</li>
        <li>{notAsking ? manage.devices.notAsking[notAsking] : detail.collects}</li>
        {opening.length === 0 && <li>{detail.alwaysOpen}</li>}
        {opening.length > 0 && open.length === 0 && <li>{detail.closedWeek}</li>}
        {open.map(({ days, from, to }) => (
          <li key={`${days.join()} ${from}`}>
            {detail.openOn(days.map((day) => detail.weekdays[day - 1]).join(', '), from, to)}
          </li>
        ))}
      </ul>
      <p class="note">{detail.givenWhy}</p>
    </section>
  );
}
