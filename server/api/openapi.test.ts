import { beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { batchOf, bytesOf, signInAs } from '../../tests/fakes/office.ts';
import { addressOfReading } from '../../tests/fakes/address-of-reading.ts';
import { openSplitProvince, type SplitProvince } from '../../tests/fakes/split-province.ts';
import { told } from '../../shared/wire/answer-parts.ts';
import { API_SCOPES } from '../../shared/wire/api-tokens.ts';
import { DEVICE_ADDRESSES } from './device-addresses.ts';
import { jsonSchemaOf } from './json-schema-of.ts';
import type { OpenApi } from './openapi-document.ts';
import { READINGS } from './readings.ts';

let province: SplitProvince;
let document: OpenApi;
beforeAll(async () => {
  province = await openSplitProvince();
  document = (await (await province.office.call('/openapi.json')).json()) as OpenApi;
});

/** What no program reads, each with the reason: a new address stands here or in the list of readings. */
const NOT_READ: Readonly<Record<string, string>> = {
  '/session': 'the account of a person',
  '/set-up': 'the first run of an office',
  '/set-up/provinces/:code': 'the first run of an office',
  '/audit': 'names of people and what they did',
  '/people': 'accounts of people',
  '/tokens': 'access codes themselves',
  '/exports': 'rows leave through an auditor, who is a person',
  '/exports/:id': 'rows leave through an auditor, who is a person',
  '/exports/:id/file': 'rows leave through an auditor, who is a person',
  '/live': 'a stream that tells an open page to ask again',
  '/cases': 'remarks of citizens',
  '/cases/:id': 'remarks of citizens',
  '/rechecks': 'telephone numbers of citizens',
  '/dossiers/files/:id': 'a file that somebody is bringing in',
  '/dossiers/files/:id/faults': 'a file that somebody is bringing in',
  '/codes': 'opens visits',
  '/codes/options': 'a form to fill in',
  '/counter-screen': 'opens visits',
  '/paper/batches/:id': 'forms that somebody keys',
  '/paper/options': 'a form to fill in',
  '/points': 'a form to fill in',
  '/devices/holders': 'names of people',
  '/devices/:id': 'what a person does with one device',
  '/alerts/rules': 'a setting, with an address of a person',
  '/consent': 'a setting',
  '/public-pages': 'a setting; what is public is read at /public/',
  '/imported-results/tables': 'a setting; the figures are read by /imported-results',
  '/imported-results/template': 'a form to fill in',
  '/fields': 'a setting',
  '/catalogue': 'a setting',
  '/organisation/units': 'a setting; the tree is read by /units',
  '/organisation/units/:id': 'a setting',
  '/questionnaires': 'drafts',
  '/questionnaire-drafts/:id': 'drafts',
  '/languages': 'a setting',
  '/languages/:code': 'a setting',
  '/languages/:code/clips/:key': 'a setting',
  '/languages/:code/export': 'a setting',
};

test('every address that can be read is described, or stands here with the reason why no program reads it', () => {
  const gets = new Set(
    province.office.app.routes
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/'))
      .map(({ path }) => path.slice('/api/v1'.length)),
  );
  const ofDevices = DEVICE_ADDRESSES.filter(({ method }) => method === 'get').map(({ path }) => path);
  const named = [...READINGS.map(({ path }) => path), ...ofDevices, ...Object.keys(NOT_READ)];
  expect([...gets].filter((path) => !named.includes(path))).toEqual([]);
  expect(named.filter((path) => !gets.has(path))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test('what a device sends is named, each address as it is', () => {
  const routes = province.office.app.routes.map(({ method, path }) => `${method} ${path}`);
  for (const { method, path } of DEVICE_ADDRESSES)
    expect(routes).toContain(`${method.toUpperCase()} /api/v1${path}`);
});

test('each real answer is as its schema says, and so are the figures in it', async () => {
  const { office, inside } = province;
  // a month that has closed beside the open one, with flagged forms in it
  const tablet = await office.enrolAgain(inside.device);
  const q = { dur: 1, gap: 0, line: 0, run: 0, cell: 0, hrs: 0 } as const;
  const at = { sp: inside.point, c: `${inside.campaign.replace(/-c$/, '')}-now`, b: '2026-10-20AM' };
  const ps = Array.from({ length: 40 }, (_, i) => bytesOf(office, { ...at, ...(i < 15 && { q }) }));
  await office.call('/api/v1/batches', { body: batchOf(tablet, ps), token: tablet.token });
  const cookie = await signInAs({ ...office, unit: inside.unit }, 'administrator');
  let figures = 0;
  for (const { path, answer } of READINGS) {
    const asked = addressOfReading(path, inside);
    const closed = path === '/comparison' ? asked : asked.replace('month-2026-11', 'month-2026-10');
    for (const address of new Set([asked, closed])) {
      const response = await office.call(`/api/v1${address}`, { cookie });
      expect([path, response.status]).toEqual([path, 200]);
      const text = await response.text();
      figures += text.split('"nEff"').length - 1;
      const { issues } = v.safeParse(answer, JSON.parse(text));
      expect((issues ?? []).map((issue) => `${path} ${v.getDotPath(issue)} ${issue.message}`)).toEqual([]);
    }
  }
  expect(figures).toBeGreaterThan(40);
});

describe('the document', () => {
  test('is OpenAPI 3.1: each reference leads somewhere, each parameter of a path is declared, each id is given once', () => {
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      expect(path).toMatch(/^\/[\w/{}-]+$/);
      const parameters = operation['parameters'] as readonly Parameter[];
      for (const { schema, name, in: place } of parameters)
        expect([typeof schema, typeof name, ['path', 'query'].includes(place)]).toEqual([
          'object',
          'string',
          true,
        ]);
      const declared = parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
      for (const requirement of operation['security'] as object[])
        for (const scheme of Object.keys(requirement))
          expect(Object.keys(document.components['securitySchemes']!)).toContain(scheme);
      for (const answer of Object.values(operation['responses'] as Record<string, object>))
        expect('description' in answer || '$ref' in answer).toBe(true);
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to!);
    expect(references.length).toBeGreaterThan(200);
    const used = new Set(references);
    for (const to of used) {
      const [root, ...way] = to.split('/');
      expect(root).toBe('#');
      const found = way.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect(typeof found, to).toBe('object');
    }
    for (const name of Object.keys(document.components.schemas)) {
      expect(name).toMatch(/^[A-Za-z]+$/);
      expect([...used], name).toContain(`#/components/schemas/${name}`);
    }
  });

  test('describes nothing as less than it is', () => {
    const rows = v.strictObject({
      a: v.pipe(v.number(), v.integer(), v.minValue(0)),
      b: v.exactOptional(v.nullable(v.picklist(['x', 'y']))),
      c: v.optional(v.pipe(v.string(), v.maxLength(3)), ''),
      d: told(v.pipe(v.array(v.tuple([v.literal('k'), v.boolean()])), v.minLength(1)), 'Rows.'),
    });
    const schema = jsonSchemaOf(v.union([rows, v.record(v.string(), v.string())]), {
      nameOf: () => undefined,
    });
    expect(schema).toEqual({
      anyOf: [
        {
          type: 'object',
          properties: {
            a: { type: 'integer', minimum: 0 },
            b: { anyOf: [{ enum: ['x', 'y'] }, { type: 'null' }] },
            c: { type: 'string', maxLength: 3 },
            d: {
              type: 'array',
              minItems: 1,
              description: 'Rows.',
              items: {
                type: 'array',
                prefixItems: [{ const: 'k' }, { type: 'boolean' }],
                minItems: 2,
                maxItems: 2,
              },
            },
          },
          required: ['a', 'c', 'd'],
        },
        { type: 'object', propertyNames: { type: 'string' }, additionalProperties: { type: 'string' } },
      ],
    });
    expect(() => jsonSchemaOf(v.date(), { nameOf: () => undefined })).toThrow('no JSON Schema for a date');
    const made = v.pipe(v.string(), v.transform(Number));
    expect(() => jsonSchemaOf(made, { nameOf: () => undefined })).toThrow('no JSON Schema for transform');
  });
});

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: object;
}

test('the page about it names every address and scope in both languages, and leads nowhere that is not there', async () => {
  for (const language of ['vi', 'en'] as const) {
    const answer = await province.office.call(`/api?lang=${language}`);
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const page = await answer.text();
    expect(page).toContain(`<html lang="${language}">`);
    for (const { path, title } of READINGS) {
      expect(page).toContain(`GET ${path.replace(/:(\w+)/g, '{$1}')}`);
      expect(page).toContain(title[language]);
    }
    for (const scope of API_SCOPES) expect(page).toContain(`<code>${scope}</code>`);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to);
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!localhost)/);
  }
});
