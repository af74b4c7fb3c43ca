import { decodeSubmission } from '../../shared/submission.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { removePlans } from './call-retention.ts';
import { dropLoosePhones } from './dossiers.ts';
import { forgetUnsealed, leafOf } from './leaves.ts';
import { bytesOfStored } from './packed-submission.ts';
import { recordRemoval } from './retention.ts';
import { removePacksOf } from './language-packs.ts';
import type { Tx } from './store.ts';
import { behind } from './submission-ids.ts';

/**
 * Removes a demo or training tree with everything that belongs to it, in one transaction. A real tree cannot
 * be named here: real submissions only leave by retention.
 */
export async function removeTree(
  tx: Tx,
  tree: Exclude<Tree, 'real'>,
  day: string,
): Promise<{ readonly submissions: number }> {
  const units = tx.selectFrom('units').select('id').where('tree', '=', tree);
  const points = tx.selectFrom('service_points').select('id').where('unit', 'in', units);
  const accounts = tx.selectFrom('accounts').select('id').where('unit', 'in', units);
  const pointIds = new Set((await points.execute()).map((row) => row.id));
  const submissions = await removeSubmissions(tx, pointIds, day);
  for (const table of [
    'tallies',
    'facets_due',
    'released',
    'released_factors',
    'pending_releases',
    'findings',
    'flag_counts',
    'cohort_reviews',
    'tally_marks',
    'moves',
    'alerts',
  ] as const) {
    await tx.deleteFrom(table).where('service_point', 'in', points).execute();
  }
  const devices = await tx
    .selectFrom('assignments')
    .select('device')
    .distinct()
    .where('service_point', 'in', points)
    .execute();
  await tx.deleteFrom('assignments').where('service_point', 'in', points).execute();
  for (const { device } of devices) {
    await tx.deleteFrom('links').where('subject', '=', device).execute();
    for (const table of ['device_days', 'device_states', 'enrolment_codes'] as const)
      await tx.deleteFrom(table).where('device', '=', device).execute();
    await tx.deleteFrom('devices').where('id', '=', device).execute();
  }
  await tx
    .deleteFrom('links')
    .where((eb) => eb.or([eb('subject', 'in', accounts), eb('subject', 'in', units)]))
    .execute();
  await tx.deleteFrom('sessions').where('account', 'in', accounts).execute();
  await tx.deleteFrom('mails').where('account', 'in', accounts).execute();
  await tx
    .deleteFrom('api_tokens')
    .where((eb) => eb.or([eb('unit', 'in', units), eb('made_by', 'in', accounts)]))
    .execute();
  await tx.deleteFrom('accounts').where('unit', 'in', units).execute();
  await tx.deleteFrom('reattributions').where('from_point', 'in', points).execute();
  await tx.deleteFrom('codes').where('service_point', 'in', points).execute();
  const batches = tx.selectFrom('ticket_batches').select('id').where('service_point', 'in', points);
  await tx.deleteFrom('tickets').where('batch', 'in', batches).execute();
  await tx.deleteFrom('ticket_batches').where('service_point', 'in', points).execute();
  const papers = tx.selectFrom('paper_batches').select('id').where('service_point', 'in', points);
  await tx.deleteFrom('paper_entries').where('batch', 'in', papers).execute();
  await tx.deleteFrom('paper_keyers').where('batch', 'in', papers).execute();
  await tx.deleteFrom('paper_batches').where('service_point', 'in', points).execute();
  const ownCases = tx.selectFrom('cases').select('id').where('unit', 'in', units);
  await tx.deleteFrom('case_steps').where('of_case', 'in', ownCases).execute();
  await tx.deleteFrom('cases').where('unit', 'in', units).execute();
  await tx.deleteFrom('replies').where('unit', 'in', units).execute();
  for (const table of [
    'certified_reports',
    'reminder_units',
    'reminders',
    'public_pages',
    'imported_results',
  ] as const)
    await tx.deleteFrom(table).where('unit', 'in', units).execute();
  await tx.deleteFrom('rechecks').where('service_point', 'in', points).execute();
  await removePlans(tx, tx.selectFrom('call_plans').select('id').where('unit', 'in', units));
  await tx.deleteFrom('campaigns').where('unit', 'in', units).execute();
  await tx.deleteFrom('alert_rules').where('unit', 'in', units).execute();
  await tx.deleteFrom('targets').where('unit', 'in', units).execute();
  await tx.deleteFrom('days_off').where('unit', 'in', units).execute();
  await tx.deleteFrom('consent_scripts').where('unit', 'in', units).execute();
  await tx.deleteFrom('point_languages').where('service_point', 'in', points).execute();
  await removePacksOf(tx, tree);
  // published versions of its own go with the tree alone: nothing that is left names them
  for (const table of ['questionnaire_drafts', 'retired_questionnaires', 'questionnaires'] as const)
    await tx.deleteFrom(table).where('tree', '=', tree).execute();
  const imports = tx.selectFrom('dossier_imports').select('id').where('unit', 'in', units);
  await tx.deleteFrom('dossiers').where('service_point', 'in', points).execute();
  await dropLoosePhones(tx);
  await tx.deleteFrom('dossier_counts').where('unit', 'in', units).execute();
  await tx.deleteFrom('dossier_imports').where('id', 'in', imports).execute();
  await tx.deleteFrom('dossier_mappings').where('unit', 'in', units).execute();
  await tx.deleteFrom('point_versions').where('point', 'in', points).execute();
  await tx.deleteFrom('service_points').where('unit', 'in', units).execute();
  await tx.deleteFrom('procedures').where('tree', '=', tree).execute();
  await tx.deleteFrom('fields').where('tree', '=', tree).execute();
  await tx.deleteFrom('unit_successors').where('unit', 'in', units).execute();
  await tx.deleteFrom('unit_versions').where('unit', 'in', units).execute();
  await removeUnits(tx, tree);
  return { submissions };
}

// The service point stands inside the bytes alone, so the rows have to be read.
async function removeSubmissions(tx: Tx, points: ReadonlySet<string>, day: string): Promise<number> {
  const belongs = (p: string) => points.has(decodeSubmission(p)?.sp ?? '');
  let removed = 0;
  for (let after: string | undefined; ; ) {
    const rows = await tx
      .selectFrom('submissions')
      .select(['id', 'p'])
      .where(behind(after))
      .orderBy('id')
      .limit(500)
      .execute();
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    const gone = rows.filter((row) => belongs(bytesOfStored(row)));
    if (gone.length === 0) continue;
    removed += gone.length;
    const bytes = gone.map(bytesOfStored);
    const hashes = bytes.flatMap((p) => decodeSubmission(p)?.rh ?? []);
    await tx
      .deleteFrom('submissions')
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute();
    await recordRemoval(tx, bytes, { what: 'demo-tree', boundary: '', day });
    await forgetUnsealed(tx, bytes.map(leafOf));
    if (hashes.length > 0) await tx.deleteFrom('remarks').where('hash', 'in', hashes).execute();
  }
  for (const row of await tx.selectFrom('quarantine').select(['leaf', 'p']).execute()) {
    if (belongs(Buffer.from(row.p).toString()))
      await tx.deleteFrom('quarantine').where('leaf', '=', row.leaf).execute();
  }
  return removed;
}

// Leaves first: a unit can go when no other names it as its parent.
async function removeUnits(tx: Tx, tree: Tree): Promise<void> {
  const left = await tx.selectFrom('units').select(['id', 'parent']).where('tree', '=', tree).execute();
  while (left.length > 0) {
    const parents = new Set(left.map((unit) => unit.parent));
    const leaves = left.filter((unit) => !parents.has(unit.id)).map((unit) => unit.id);
    await tx.deleteFrom('units').where('id', 'in', leaves).execute();
    left.splice(0, left.length, ...left.filter((unit) => !leaves.includes(unit.id)));
  }
}
