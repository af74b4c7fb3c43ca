import { SHIPPED_LISTS } from '../shared/wire/shipped-lists.ts';
import { plainName, shippedList } from './import-list.ts';
import { readList } from './read-list.ts';

const LINES = SHIPPED_LISTS.flatMap((list) => readList(shippedList(list)).lines)
  .filter(({ validTo }) => !validTo)
  .map(({ code, nameVi, nameEn, field, authority }) => {
    return { code, name: { vi: nameVi, en: nameEn || nameVi }, field, authority: authority ?? '' };
  });

/** Fields (groups of procedures) that communes, province centres and departments have; an office chooses its own. */
export const COMMON_FIELDS = LINES.filter(({ field }) => field === '').map(({ code, name }) => ({
  code,
  name,
}));

/**
 * Procedures of these fields that an office receives and decides itself, by its Vietnamese name. What another authority
 * decides waits until that one is among the units.
 */
export const commonProcedures = (fields: readonly string[], office: string) =>
  LINES.filter(
    ({ field, authority }) =>
      fields.includes(field) && (authority === '' || plainName(office).startsWith(plainName(authority))),
  );

/** Those of a commune's service centre (Nghị định 150/2025), ticked beforehand. */
export const COMMUNE_FIELDS: readonly string[] = ['ht', 'ct', 'dd', 'xd', 'bt', 'kd'];
