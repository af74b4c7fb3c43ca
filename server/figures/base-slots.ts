import { invariant } from '../../shared/assert.ts';
import { OVERALL } from '../../shared/questionnaire.ts';
import { baseOfGroup, headOf, levelsIn, type Shape, type Vector } from '../../shared/tally.ts';
import { itemGroup, kindOf, OVERALL_QUESTION } from './group-names.ts';

/**
 * Everything of a vector that is read out has a base, the number of forms that say something of it, and the rules of what
 * is withheld know bases alone. A row of bases holds all of them in one order: those of the headlines, of the factors, of the items.
 */
export interface Slots {
  readonly length: number;
  /** Where the factors begin, and the items. */
  readonly factors: number;
  readonly items: number;
  of(group: string): number;
  /** The bases of a vector, without those of the items where there is no room for them. */
  write(vector: Vector, to: Uint32Array): void;
}

const known = new WeakMap<Shape, Slots>();

export function slotsOf(shape: Shape): Slots {
  let slots = known.get(shape);
  if (!slots) known.set(shape, (slots = layOut(shape)));
  return slots;
}

function layOut(shape: Shape): Slots {
  const codes = [...shape.groups.keys()];
  const factors = codes.filter((code) => kindOf(shape, code) === 'factors');
  const wider = codes.filter((code) => kindOf(shape, code) === 'headlines');
  const readers: [string, (vector: Vector) => number][] = [
    ['submissions', (vector) => headOf(vector).submissions],
    ['valid', (vector) => headOf(vector).valid],
    [OVERALL_QUESTION, (vector) => levelsIn(vector, shape, OVERALL)],
  ];
  for (const code of [...wider, ...factors])
    readers.push([code, (vector) => baseOfGroup(vector, shape, code)]);
  const items = readers.length;
  for (const number of shape.items.keys()) {
    if (number !== OVERALL) readers.push([itemGroup(number), (vector) => levelsIn(vector, shape, number)]);
  }
  const slotOf = new Map(readers.map(([group], slot) => [group, slot]));
  return {
    length: readers.length,
    factors: items - factors.length,
    items,
    of(group) {
      const slot = slotOf.get(group);
      invariant(slot !== undefined, 'a group of the questionnaire');
      return slot;
    },
    write(vector, to) {
      for (let slot = 0; slot < to.length; slot++) to[slot] = readers[slot]![1](vector);
    },
  };
}
