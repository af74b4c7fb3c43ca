import { type RandomBytes, typedCode } from '../../shared/ids.ts';
import { wholeName } from '../../shared/set-up-rules.ts';
import type { Draft } from '../../shared/wire/first-run.ts';
import { addFromCatalogue, catalogueId } from '../administrative-units.ts';
import { COMMON_FIELDS, commonProcedures } from '../common-fields.ts';
import { type CataloguePlace, communesOf, provinces, TWO_LEVELS_SINCE } from '../place-catalogue.ts';
import { invalid } from '../problem.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { readOfficePhone } from '../../shared/vietnam-phone.ts';
import { putContact } from '../store/contacts.ts';
import { putField, putProcedure } from '../store/fields.ts';
import { addServicePoint, addUnit, allUnits } from '../store/organisation.ts';
import type { Tx } from '../store/store.ts';

/** What became of a draft. */
export interface LaidOffice {
  /** The province: the top of the tree, and what the first account looks after. */
  readonly top: string;
  readonly office: string;
  readonly counts: { readonly points: number; readonly fields: number; readonly procedures: number };
}

/** Writes the organisation of a draft whose every step has been judged; `day` is when its service points begin. */
export async function layOffice(
  tx: Tx,
  draft: Draft,
  { day, random }: { readonly day: string; readonly random: RandomBytes },
): Promise<LaidOffice> {
  const province = provinces().find(({ code }) => code === draft.province);
  if (!province) throw invalid('province', 'unknown');
  const top = await addPlace(tx, province.code, null, 'province');
  const office = await addOfficeUnit(tx, draft, { province, top, random });
  await putContact(tx, 'units', office, readOfficePhone(draft.office.contact ?? '') ?? null);
  const fields = await addFields(tx, draft, { day, random });
  const procedures = await addProcedures(tx, fields, { day, office: await nameOf(tx, office) });
  let points = 0;
  const add = async (name: Parameters<typeof wholeName>[0], parent: string | undefined) => {
    const id = `p${typedCode(8, random).toLowerCase()}`;
    await addServicePoint(tx, {
      id,
      unit: office,
      ...(parent !== undefined && { parent }),
      name: wholeName(name),
      opening: USUAL_OPENING,
      fields,
      validFrom: day,
      validTo: null,
    });
    points += 1;
    return id;
  };
  for (const { name, counters } of draft.points) {
    const centre = await add(name, undefined);
    for (const counter of counters) await add(counter, centre);
  }
  return { top, office, counts: { points, fields: fields.length, procedures } };
}

/** A unit of the catalogue that is there already is one of the demo's: its id stands for one place in all trees. */
async function addPlace(tx: Tx, code: string, parent: string | null, at: string): Promise<string> {
  if ((await addFromCatalogue(tx, { codes: [code], parent, tree: 'real' })) === 0) throw invalid(at, 'taken');
  return catalogueId(code);
}

async function addOfficeUnit(
  tx: Tx,
  { office }: Draft,
  place: { readonly province: CataloguePlace; readonly top: string; readonly random: RandomBytes },
): Promise<string> {
  const { province, top, random } = place;
  if (office.kind === 'commune') {
    const commune = communesOf(province.code).find(({ code }) => code === office.commune);
    // another province may have been chosen since
    if (!commune) throw invalid('office.commune', 'unknown');
    return addPlace(tx, commune.code, top, 'office.commune');
  }
  const id = `u${typedCode(8, random).toLowerCase()}`;
  const name = wholeName(office.name);
  const dates = { validFrom: TWO_LEVELS_SINCE, validTo: null };
  await addUnit(tx, { id, parent: top, tree: 'real', kind: 'so', name, ...dates });
  return id;
}

async function addFields(
  tx: Tx,
  { fields, ownFields }: Draft,
  { day, random }: { readonly day: string; readonly random: RandomBytes },
): Promise<string[]> {
  const chosen = COMMON_FIELDS.filter(({ code }) => fields.includes(code));
  if (chosen.length < new Set(fields).size) throw invalid('fields', 'unknown');
  const own = ownFields.map((name) => ({
    code: `r${typedCode(6, random).toLowerCase()}`,
    name: wholeName(name),
  }));
  for (const field of [...chosen, ...own])
    await putField(tx, { ...field, tree: 'real', validFrom: day, validTo: null });
  return [...chosen, ...own].map(({ code }) => code);
}

const nameOf = async (tx: Tx, unit: string) => (await allUnits(tx)).find(({ id }) => id === unit)!.name.vi;

/** The usual procedures of the chosen fields come along; the office's page of fields corrects and ends them. */
async function addProcedures(
  tx: Tx,
  fields: readonly string[],
  { day, office }: { readonly day: string; readonly office: string },
): Promise<number> {
  const procedures = commonProcedures(fields, office);
  for (const { code, name, field } of procedures)
    await putProcedure(tx, {
      code,
      name,
      field,
      authority: null,
      tree: 'real',
      validFrom: day,
      validTo: null,
    });
  return procedures.length;
}
