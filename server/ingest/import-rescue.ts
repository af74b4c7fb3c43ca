import { BATCH_MOST, PROTO, type ReceiptKind } from '../../shared/wire/batch.ts';
import type { RescueImported } from '../../shared/wire/manage-requests.ts';
import type { RescueContent } from '../../shared/wire/rescue.ts';
import { SEALS_MOST } from '../../shared/wire/seal.ts';
import type { Deps } from '../deps.ts';
import type { Device } from '../store/devices.ts';
import { createAccept } from './accept.ts';
import { acceptSeals } from './accept-seals.ts';

/**
 * Takes in what a rescue file holds, the way of everything a device sends: in batches, each in its own transaction,
 * then its seals. Ids and leaves decide, so an import that broke off, or a file that is imported twice, changes
 * nothing more. `device` is the one that the file names.
 */
export async function importRescue(
  deps: Pick<Deps, 'store' | 'clock' | 'keys'>,
  device: Device,
  content: RescueContent,
): Promise<RescueImported> {
  const accept = createAccept(deps);
  const count: Record<ReceiptKind, number> = { stored: 0, dup: 0, held: 0, conflict: 0 };
  for (const items of partsOf(content.items, BATCH_MOST)) {
    const { receipts } = await accept(
      { proto: PROTO, items },
      { kind: 'device', device },
      // not from the device itself: it is as silent as it was
      { contact: { device: device.id, at: undefined } },
    );
    for (const [, kind] of receipts) count[kind]++;
  }
  let seals = 0;
  for (const part of partsOf(content.seals, SEALS_MOST)) {
    const { receipts } = await deps.store.write((tx) => acceptSeals(tx, device, part));
    seals += receipts.filter(([, kind]) => kind === 'stored' || kind === 'dup').length;
  }
  return { device: device.id, items: content.items.length, ...count, seals };
}

function* partsOf<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
