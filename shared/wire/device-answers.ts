import * as v from 'valibot';
import { NamedSchema, UnitNameSchema, count, day, told } from './answer-parts.ts';
import { DEVICE_ALARMS, DEVICE_STATES, LAMPS } from './manage.ts';

/** Tablets and telephones of staff, as their list has them. */

export const HolderSchema = told(
  v.strictObject({ id: v.string(), name: v.string() }),
  'An account that asks people face to face. `GET /api/v1/devices/holders`: those of the scope, by name.',
);

export const DeviceRowSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  state: v.picklist(DEVICE_STATES),
  unit: UnitNameSchema,
  point: NamedSchema,
  since: day,
  ledger: told(
    v.strictObject({
      taken: count,
      stored: count,
      held: count,
      waiting: count,
      missing: count,
      sealed: told(count, 'Submissions proven leaf by leaf in seals.'),
    }),
    'Taken = newest total of seal or heartbeat; stored = accepted (held ones beside); waiting = still on the device.',
  ),
  lamp: v.picklist(LAMPS),
  alarms: v.array(v.picklist(DEVICE_ALARMS)),
  lastContact: told(v.nullable(day), 'Local day of the newest contact; null before the first one.'),
  app: v.nullable(v.string()),
  safeSeal: count,
  sealNo: count,
  replaces: v.nullable(v.string()),
  holder: told(
    v.nullable(HolderSchema),
    'Of a telephone of staff: whose it is; null = a tablet at a counter.',
  ),
  codeOpen: told(v.boolean(), 'A code that is still open, with the minutes left.'),
  notAsking: told(
    v.nullable(v.picklist(['closed', 'state', 'not-yet', 'campaign'])),
    'Null: it may ask. Else it sends what it has and asks nobody.',
  ),
});
