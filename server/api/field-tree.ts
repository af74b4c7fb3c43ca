import type { Language } from '../../shared/questionnaire.ts';
import type { JsonSchema } from './json-schema-of.ts';

/** A JSON Schema as a list of fields: name, type, note. Types that stand apart are led to. */

export const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** The notes are English, on a page of either language. */
export function fieldsOf(schema: JsonSchema, language: Language): string {
  const noteOf = (note: unknown) =>
    typeof note === 'string'
      ? ` <span class="note"${language === 'en' ? '' : ' lang="en"'}>${escaped(note)}</span>`
      : '';
  const { properties } = inner(schema);
  if (properties === undefined)
    return `<p><code>${typeOf(schema)}</code>${noteOf(schema['description'])}</p>`;
  const rows = Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, field]) => {
    const below = inner(field)['properties'] === undefined ? '' : fieldsOf(inner(field), language);
    return `<li><code><b>${escaped(name)}</b> ${typeOf(field)}</code>${noteOf(field['description'])}${below}</li>`;
  });
  const { description } = schema;
  return `${description === undefined ? '' : `<p>${noteOf(description)}</p>`}<ul class="fields">${rows.join('')}</ul>`;
}

/** What a list, or what may be null, is of. */
function inner(schema: JsonSchema): JsonSchema {
  if (schema['type'] === 'array' && schema['items'] !== undefined)
    return inner(schema['items'] as JsonSchema);
  const some = (schema['anyOf'] as readonly JsonSchema[] | undefined)?.filter(
    (one) => one['type'] !== 'null',
  );
  return some?.length === 1 ? inner(some[0]!) : schema;
}

function typeOf(schema: JsonSchema): string {
  const { $ref, anyOf, type, items } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1)!;
    return `<a href="#type-${name}">${name}</a>`;
  }
  if (schema['enum'] !== undefined) return (schema['enum'] as unknown[]).map(literal).join(' | ');
  if (schema['const'] !== undefined) return literal(schema['const']);
  if (anyOf !== undefined) return (anyOf as readonly JsonSchema[]).map(typeOf).join(' | ');
  if (schema['prefixItems'] !== undefined)
    return `[${(schema['prefixItems'] as readonly JsonSchema[]).map(typeOf).join(', ')}]`;
  if (type === 'array') return `${typeOf(items as JsonSchema)}[]`;
  return String(type);
}

const literal = (value: unknown) => escaped(JSON.stringify(value));
