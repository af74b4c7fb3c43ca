import * as valibot from 'valibot';
import { expect, it } from 'vitest';
import * as light from './light-schemas.ts';

/** The same schema in both makes. */
const schemas: Readonly<Record<string, (v: typeof light) => (value: unknown) => boolean>> = {
  string: (v) => v.string(),
  number: (v) => v.number(),
  boolean: (v) => v.boolean(),
  picklist: (v) => v.picklist(['a', 1, 'b']),
  nullable: (v) => v.nullable(v.string()),
  optional: (v) => v.object({ x: v.optional(v.string()) }),
  array: (v) => v.array(v.number()),
  tuple: (v) => v.array(v.tuple([v.number(), v.string()])),
  record: (v) => v.record(v.string(), v.object({ x: v.number() })),
  object: (v) => v.object({ x: v.string(), y: v.object({ z: v.nullable(v.number()) }) }),
};
const values = [
  undefined,
  null,
  '',
  'a',
  'b',
  0,
  1,
  -1.5,
  Number.NaN,
  true,
  false,
  [],
  [1],
  [1, 'a'],
  [[1, 'a']],
  [[1, 'a', 2]],
  [['a', 1]],
  [[1]],
  {},
  { x: 'a' },
  { x: undefined },
  { x: 1 },
  { x: 'a', y: {} },
  { x: 'a', y: { z: null } },
  { x: 'a', y: { z: 1 }, more: true },
  { x: 'a', y: { z: '1' } },
  { a: { x: 1 }, b: { x: 2 } },
  { a: { x: 1 }, b: { x: '2' } },
  () => {},
];

it.each(Object.keys(schemas))('a device reads %s as valibot would', (name) => {
  const make = schemas[name]!;
  const real = make(valibot as unknown as typeof light) as unknown as valibot.GenericSchema;
  for (const value of values)
    expect([value, light.is(make(light), value)]).toEqual([value, valibot.is(real, value)]);
});

it('the fields of an object can be taken up in another one', () => {
  const place = light.object({ x: light.string() });
  const schema = light.object({ ...place.entries, y: light.number() });
  expect(light.is(schema, { x: 'a', y: 1 })).toBe(true);
  expect(light.is(schema, { y: 1 })).toBe(false);
});

it('what only the server judges by is refused at once', () => {
  expect(() => light.pipe()).toThrow('a device does not read by this');
});
