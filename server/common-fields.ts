import { SHIPPED_LISTS } from '../shared/wire/shipped-lists.ts';
import { shippedList } from './import-list.ts';
import { readList } from './read-list.ts';

/** Fields (groups of procedures) that communes, province centres and departments have; an office chooses its own. */
export const COMMON_FIELDS = SHIPPED_LISTS.flatMap((list) => readList(shippedList(list)).lines)
  .filter(({ field, validTo }) => field === '' && !validTo)
  .map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn || nameVi } }));

/** Those of a commune's service centre (Nghị định 150/2025), ticked beforehand. */
export const COMMUNE_FIELDS: readonly string[] = ['ht', 'ct', 'dd', 'xd', 'bt', 'kd'];
