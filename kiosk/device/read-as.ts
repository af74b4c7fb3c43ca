import * as v from 'valibot';

/**
 * A value from outside (a stored record, an answer) as its schema says; undefined when it is anything else. Nothing
 * is taken away from it: what a newer server has added may be what a newer app will look for.
 */
export function readAs<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined {
  return v.is(schema, value) ? value : undefined;
}
