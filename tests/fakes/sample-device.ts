import type { DeviceRow } from '../../shared/wire/manage.ts';

/** A device as the server lists it: well, unless a test says otherwise. */
export function deviceRow(change: Partial<DeviceRow> & Pick<DeviceRow, 'id'>): DeviceRow {
  return {
    name: 'Ki-ốt cửa ra vào',
    state: 'active',
    unit: { id: 'nam-khe', name: { vi: 'Xã Nậm Khê', en: 'Nậm Khê commune' }, tree: 'demo' },
    point: {
      id: 'p-nam-khe',
      name: { vi: 'Trung tâm Phục vụ hành chính công xã Nậm Khê', en: 'Nậm Khê service centre' },
    },
    since: '2026-09-01',
    ledger: { taken: 0, stored: 0, held: 0, waiting: 0, missing: 0, sealed: 0 },
    lamp: 'green',
    alarms: [],
    lastContact: '2026-11-20',
    app: '0.1.0',
    safeSeal: 0,
    sealNo: 0,
    replaces: null,
    holder: null,
    codeOpen: false,
    notAsking: null,
    ...change,
  };
}
