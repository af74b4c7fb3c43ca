import type * as v from 'valibot';

/**
 * JSON Schema (2020-12, as OpenAPI 3.1 takes it) of what a valibot schema lets out. It knows the kinds that our answers use
 * and throws at any other, so that nothing is described as less than it is.
 */
export type JsonSchema = { readonly [key: string]: unknown };

type Any = v.GenericSchema & { readonly [key: string]: unknown };
type Action = { readonly kind: string; readonly type: string; readonly [key: string]: unknown };

export interface Namer {
  /** The name under which a schema stands apart; undefined: it is written out where it is used. */
  readonly nameOf: (schema: v.GenericSchema) => string | undefined;
}

/** `isRoot`: written out although it has a name. */
export function jsonSchemaOf(schema: v.GenericSchema, namer: Namer, isRoot = false): JsonSchema {
  const name = isRoot ? undefined : namer.nameOf(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const { pipe } = schema as Any;
  if (Array.isArray(pipe)) {
    const [first, ...actions] = pipe as [v.GenericSchema, ...Action[]];
    const base = jsonSchemaOf(first, namer);
    return Object.assign({}, base, ...actions.map((action) => ofAction(action, base))) as JsonSchema;
  }
  return ofKind(schema as Any, (part) => jsonSchemaOf(part, namer));
}

function ofKind(schema: Any, of: (part: v.GenericSchema) => JsonSchema): JsonSchema {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type };
    case 'literal':
      return { const: schema['literal'] };
    case 'picklist':
      return { enum: schema['options'] };
    case 'nullable':
      return { anyOf: [of(schema['wrapped'] as Any), { type: 'null' }] };
    case 'optional':
    case 'exact_optional':
      return of(schema['wrapped'] as Any);
    case 'array':
      return { type: 'array', items: of(schema['item'] as Any) };
    case 'tuple': {
      const items = schema['items'] as Any[];
      return { type: 'array', prefixItems: items.map(of), minItems: items.length, maxItems: items.length };
    }
    case 'union':
      return { anyOf: (schema['options'] as Any[]).map(of) };
    case 'record':
      return {
        type: 'object',
        propertyNames: of(schema['key'] as Any),
        additionalProperties: of(schema['value'] as Any),
      };
    // a field more is no fault for whoever reads: answers may grow
    case 'object':
    case 'strict_object':
      return ofEntries(schema['entries'] as Readonly<Record<string, Any>>, of);
    default:
      throw new Error(`no JSON Schema for a ${schema.type}`);
  }
}

function ofEntries(
  entries: Readonly<Record<string, Any>>,
  of: (part: v.GenericSchema) => JsonSchema,
): JsonSchema {
  const properties = Object.fromEntries(Object.entries(entries).map(([key, part]) => [key, of(part)]));
  const required = Object.entries(entries).flatMap(([key, part]) => (isAlwaysThere(part) ? [key] : []));
  return { type: 'object', properties, required };
}

/** What has a default stands in every answer. */
const isAlwaysThere = (part: Any): boolean =>
  part.type !== 'exact_optional' && (part.type !== 'optional' || part['default'] !== undefined);

/** Checks of our own and what is done to a text that comes in say nothing of what goes out. */
const SILENT: ReadonlySet<string> = new Set(['check', 'trim', 'partial_check', 'raw_check']);

function ofAction({ type, requirement, description }: Action, base: JsonSchema): JsonSchema {
  const [least, most] =
    base['type'] === 'array' ? (['minItems', 'maxItems'] as const) : (['minLength', 'maxLength'] as const);
  switch (type) {
    case 'description':
      return { description };
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return { [least]: requirement };
    case 'max_length':
      return { [most]: requirement };
    case 'length':
      return { [least]: requirement, [most]: requirement };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    default:
      if (SILENT.has(type)) return {};
      throw new Error(`no JSON Schema for ${type}`);
  }
}
