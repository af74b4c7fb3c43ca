import type { DeviceRow } from '../../shared/wire/manage.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { ledgerParts } from './write-ledger.ts';

/** "đã nhận N · đã lưu N · còn thiếu 0": whether every form that was thanked for has arrived. */
export function LedgerLine({ ledger }: { readonly ledger: DeviceRow['ledger'] }) {
  const { manage, language } = useManageWords();
  return (
    <p class={ledger.missing > 0 ? 'ledger missing' : 'ledger'}>
      {ledgerParts(ledger, manage.devices.ledger, language).map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <span class="whole">{part}</span>
        </span>
      ))}
    </p>
  );
}
