import type * as v from 'valibot';
import { readAs } from './read-as.ts';

/** Where facts about the device lie: named values that are only ever read through a schema. */
export interface Shelf {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

/** A stored fact; undefined when it is absent or not what the schema says. */
export async function recall<S extends v.GenericSchema>(
  shelf: Shelf,
  name: string,
  schema: S,
): Promise<v.InferOutput<S> | undefined> {
  return readAs(schema, await shelf.read(name));
}
