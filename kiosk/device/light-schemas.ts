/**
 * What a tablet's build takes in place of valibot: the same names for the few kinds that devices read by, each a plain
 * yes or no, in a quarter of the weight. A tablet asks nothing but `is` of a schema and shows nobody an issue.
 * `light-schemas.test.ts` holds both against each other.
 */
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/* @__NO_SIDE_EFFECTS__ */
const typeIs =
  (type: string): Check =>
  (value) =>
    typeof value === type;

/* @__NO_SIDE_EFFECTS__ */
export const string = () => typeIs('string');
/* @__NO_SIDE_EFFECTS__ */
export const boolean = () => typeIs('boolean');
/* @__NO_SIDE_EFFECTS__ */
export const number = (): Check => (value) => typeof value === 'number' && !Number.isNaN(value);
/* @__NO_SIDE_EFFECTS__ */
export const picklist =
  (options: readonly unknown[]): Check =>
  (value) =>
    options.includes(value);
/* @__NO_SIDE_EFFECTS__ */
export const nullable =
  (inner: Check): Check =>
  (value) =>
    value === null || inner(value);
/* @__NO_SIDE_EFFECTS__ */
export const optional =
  (inner: Check): Check =>
  (value) =>
    value === undefined || inner(value);
/* @__NO_SIDE_EFFECTS__ */
export const array =
  (inner: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(inner);
/* @__NO_SIDE_EFFECTS__ */
export const tuple =
  (inner: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) && inner.every((check, i) => check(value[i]));
/* @__NO_SIDE_EFFECTS__ */
export const record =
  (_key: Check, inner: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(inner);
/* @__NO_SIDE_EFFECTS__ */
export const object = (entries: Readonly<Record<string, Check>>) =>
  Object.assign(
    (value: unknown) => isObject(value) && Object.entries(entries).every(([key, check]) => check(value[key])),
    {
      entries,
    },
  );

export const is = (schema: Check, value: unknown): boolean => schema(value);

/** Only the server judges by these. A tablet's page that read by one would not start, and no journey would pass. */
/* @__NO_SIDE_EFFECTS__ */
const notHere = (): never => {
  throw new Error('a device does not read by this');
};
export {
  notHere as check,
  notHere as integer,
  notHere as length,
  notHere as literal,
  notHere as maxLength,
  notHere as maxValue,
  notHere as minLength,
  notHere as minValue,
  notHere as pipe,
  notHere as regex,
  notHere as strictObject,
  notHere as union,
  notHere as unknown,
};
