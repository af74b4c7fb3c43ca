import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { RandomBytes } from '../../shared/ids.ts';
import { ReattributionSchema } from '../../shared/wire/manage-requests.ts';
import { RESCUE_MOST_BYTES, RescueFileSchema } from '../../shared/wire/rescue.ts';
import { audited } from '../audited.ts';
import type { Config } from '../config.ts';
import { importRescue } from '../ingest/import-rescue.ts';
import { recordReattribution } from '../ingest/record-reattribution.ts';
import { newDeviceCode } from '../set-up.ts';
import type { Said } from '../said/said.ts';
import { newPin, pinVerifier } from '../staff-pin.ts';
import { openOwnKeys } from '../start-checks.ts';
import { note } from '../store/audit.ts';
import { deviceById } from '../store/devices.ts';
import { allUnits, servicePoints } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

/** Commands about tablets and what they took. */

interface Place {
  readonly store: Store;
  readonly config: Config;
  readonly random: RandomBytes;
  readonly clock: () => number;
}
type Flags = { readonly from: string; readonly to: string; readonly reason: string };
type TabletCommand = (place: Place, words: readonly string[], flags: Flags) => Promise<Said>;

export const tablets: Readonly<Record<string, TabletCommand>> = {
  async device({ store, config, random, clock }, [servicePoint]) {
    const points = await servicePoints(store.read);
    if (!servicePoint)
      return ({ call, people }) =>
        points.map(({ id, name }) => people.device.point(id, name.vi)).join('\n') || call.noPoints;
    const point = await pointNamed(store, servicePoint);
    const pin = newPin(random);
    const verifier = await pinVerifier(pin, random);
    const { tree } = point;
    const asked = { name: point.name.vi, servicePoint, tree, at: clock(), pin: verifier };
    const { code } = await store.write((tx) => newDeviceCode(tx, asked, random));
    return ({ people: { device: words } }) =>
      [
        tree === 'real' ? words.openMinutes : words.openDay,
        `${config.publicUrl}/kiosk/staff/#enrol=${code}`,
        words.code(`${code.slice(0, 4)} ${code.slice(4)}`),
        words.pin(pin),
      ].join('\n');
  },

  async rescue({ store, config, random, clock }, [path]) {
    if (!path) throw new CallFault(({ people }) => people.rescue.name);
    if (!existsSync(path)) throw new CallFault(({ call }) => call.fileMissing(path));
    const keys = await openOwnKeys(store, join(config.dataDir, 'keys.json'));
    const content = keys.openRescue(readRescueFile(path));
    if (!content) throw new CallFault(({ people }) => people.rescue.damaged);
    const device = await deviceById(store.read, content.dev);
    if (!device) throw new CallFault(({ people }) => people.rescue.noDevice(content.dev));
    const result = await importRescue({ store, clock, keys }, device, content);
    const { device: subject, ...details } = result;
    const unit = (await pointNamed(store, device.assignments.at(-1)?.servicePoint ?? '')).unit;
    await store.write((tx) =>
      note(tx, audited({ clock, random }, { account: null, unit, what: 'rescue-import', subject, details })),
    );
    return ({ people }) => people.rescue.taken(device.name, result);
  },

  async reattribute(place, [from, to], flags) {
    const asked = v.safeParse(ReattributionSchema, {
      from,
      to,
      fromDay: flags.from,
      toDay: flags.to,
      reason: flags.reason,
    });
    if (!asked.success) throw new CallFault(({ people }) => people.reattribute.say);
    const [a, b] = [await pointNamed(place.store, from!), await pointNamed(place.store, to!)];
    if (a.tree !== b.tree) throw new CallFault(({ people }) => people.reattribute.trees);
    const { id, moved } = await recordReattribution(place, asked.output, { account: null, unit: a.unit });
    return ({ people }) => people.reattribute.done(id, moved, a.name.vi, b.name.vi);
  },
};

async function pointNamed(store: Store, id: string) {
  const point = (await servicePoints(store.read)).find((candidate) => candidate.id === id);
  const tree = (await allUnits(store.read)).find((unit) => unit.id === point?.unit)?.tree;
  if (!point || !tree) throw new CallFault(({ call }) => call.noPoint(id));
  return { ...point, tree };
}

function readRescueFile(path: string) {
  const fault = new CallFault(({ people }) => people.rescue.unreadable(path));
  try {
    if (statSync(path).size > RESCUE_MOST_BYTES) throw fault;
    return v.parse(RescueFileSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw fault;
  }
}
