import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { hasSealFault } from './trust-doubts.ts';

interface LedgerPartProps {
  readonly trust: Trust;
  readonly devices: readonly DeviceRow[] | null;
  readonly toDevices: (() => void) | undefined;
}

/** What proves that no form was lost or changed: the root that a second body holds, the last night, the devices' seals. */
export function LedgerPart({ trust: { root, proofs }, devices, toDevices }: LedgerPartProps) {
  const { own, language } = useTrustWords();
  const { ledger } = own;
  const count = (value: number) => writeCount(value, language);
  const sumOf = (read: (device: DeviceRow) => number) =>
    devices?.reduce((sum, device) => sum + read(device), 0) ?? 0;
  const missing = sumOf((device) => device.ledger.missing);
  const gaps = devices?.filter(hasSealFault).length ?? 0;
  return (
    <section class="sheet" id="ledger" aria-labelledby="ledger-title">
      <h2 id="ledger-title">{ledger.title}</h2>
      <p class="lead">{ledger.lead}</p>
      {root ? (
        <div class="root-line">
          <p>{ledger.root(count(root.n), writeDate(root.day))}</p>
          <p class="root-digits">{root.digits.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <p class="muted">{ledger.rootHow}</p>
        </div>
      ) : (
        <p class="nothing">{ledger.noRoot}</p>
      )}
      <ul class="plain-list">
        {proofs.map(({ job, night, ok }) => (
          <li key={job}>
            {ledger.proofs[job]}: <b>{ok ? ledger.ok(writeDate(night)) : ledger.failed(writeDate(night))}</b>
          </li>
        ))}
        {devices && devices.length > 0 && (
          <>
            <li>
              {ledger.devices(
                count(devices.length),
                count(sumOf((device) => device.ledger.taken)),
                count(sumOf((device) => device.ledger.stored)),
              )}{' '}
              <b>{missing > 0 ? ledger.missing(count(missing)) : ledger.noneMissing}</b>
            </li>
            <li>
              <b>{gaps > 0 ? ledger.gaps(count(gaps)) : ledger.noGaps}</b>{' '}
              {toDevices && (
                <button type="button" class="as-link" onClick={toDevices}>
                  {ledger.toDevices}
                </button>
              )}
            </li>
          </>
        )}
      </ul>
      <p class="note">{ledger.verify}</p>
    </section>
  );
}
