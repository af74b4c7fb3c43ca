import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { localDay } from '../../shared/period.ts';
import type { Dialect } from './migrations.ts';
import type { Tables } from './tables.ts';

/** Fields belong to a tree and have dates, procedures belong to fields, and accounts know the day of the last sign-in. */
export function peopleAndFields(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const columns = sql.raw(
    'tree text not null, code text not null, name_vi text not null, name_en text not null, valid_from text not null, valid_to text',
  );
  const statements = [
    sql`alter table fields rename to fields_before`,
    sql`create table fields (${columns}, primary key (tree, code)) ${unordered}`,
    sql`create table procedures (${columns}, field text not null, authority text references units (id), primary key (tree, code), foreign key (tree, field) references fields (tree, code)) ${unordered}`,
    sql`alter table accounts add column last_sign_in text`,
  ];
  return {
    up: async (db: Kysely<Tables>) => {
      for (const statement of statements) await statement.execute(db);
      await giveFieldsTheirTree(db);
      await sql`drop table fields_before`.execute(db);
      await readLastSignIns(db);
    },
  };
}

/**
 * A field goes to every tree of which a service point names it, valid since the first unit of that tree. One that none
 * names was left behind by a demo that has been removed.
 */
async function giveFieldsTheirTree(db: Kysely<Tables>): Promise<void> {
  const { rows: before } = await sql<{ code: string; name_vi: string; name_en: string }>`
    select code, name_vi, name_en from fields_before`.execute(db);
  const points = await db
    .selectFrom('service_points as p')
    .innerJoin('units as u', 'u.id', 'p.unit')
    .select(['u.tree', 'u.valid_from', 'p.fields'])
    .execute();
  for (const tree of new Set(points.map((point) => point.tree))) {
    const ofTree = points.filter((point) => point.tree === tree);
    const named = new Set(ofTree.flatMap(({ fields }) => JSON.parse(fields) as string[]));
    // the whole list of a demo is its own; codes of a real tree are those that its service points use
    const kept = before.filter(({ code }) => tree !== 'real' || named.has(code));
    const from = ofTree.map((point) => point.valid_from).sort()[0]!;
    const dates = { tree, valid_from: from, valid_to: null };
    if (kept.length > 0)
      await db
        .insertInto('fields')
        .values(kept.map((row) => ({ ...row, ...dates })))
        .execute();
  }
}

async function readLastSignIns(db: Kysely<Tables>): Promise<void> {
  const seen = await db
    .selectFrom('audit')
    .select((eb) => ['account', eb.fn.max('at').as('at')])
    .where('what', '=', 'sign-in')
    .where('account', 'is not', null)
    .groupBy('account')
    .execute();
  for (const { account, at } of seen)
    await db
      .updateTable('accounts')
      .set({ last_sign_in: localDay(at) })
      .where('id', '=', account)
      .execute();
}
