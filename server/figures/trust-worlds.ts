import type { Period } from '../../shared/period.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { createNaming, type Naming } from './naming.ts';
import { pagesOf, type Place, type WholeTree } from './place-tree.ts';
import { createReadOut, type ReadOut } from './read-out.ts';

/**
 * Some of the forms (of a channel, unmarked ones, late ones) as a world of its own, in which places and periods hide as in
 * the whole.
 */
export interface World {
  readonly place: Place;
  readonly readOut: ReadOut;
  readonly naming: Naming;
}

export function worldOf(
  whole: WholeTree,
  { unit, day }: { readonly unit: string; readonly day: string },
  page: Pick<Parameters<typeof createReadOut>[0], 'method' | 'asOf' | 'received' | 'shown'>,
): World {
  const { shape, form } = whole;
  return {
    place: pagesOf(whole)(unit, day).place,
    readOut: createReadOut({ ...page, shape, form }),
    naming: createNaming(shape),
  };
}

export type WorldFigure = ReturnType<ReadOut['figure']>;

/** A figure that may be named in its world. The run need not be a period that is served elsewhere. */
export function figureIn({ place, readOut, naming }: World, run: Period, group: string): WorldFigure {
  const figure = readOut.figure(place, run, group);
  if ('withheld' in figure.served || naming.mayName(place, run, group)) return figure;
  return { ...figure, served: { withheld: 'complement' } };
}

/** The same figure, withheld: it would give away another. */
export const hideFigure = (figure: WorldFigure): WorldFigure =>
  'withheld' in figure.served ? figure : { ...figure, served: { withheld: 'complement' } };

export const isServed = ({ served }: { readonly served: ServedScore }): boolean => !('withheld' in served);
