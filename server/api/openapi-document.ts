import { PROBLEMS } from '../../shared/wire/problem.ts';
import * as parts from '../../shared/wire/answer-parts.ts';
import * as against from '../../shared/wire/against-answers.ts';
import * as calendar from '../../shared/wire/calendar-answers.ts';
import * as cases from '../../shared/wire/case-answers.ts';
import * as checks from '../../shared/wire/check-answers.ts';
import * as counted from '../../shared/wire/counted-answers.ts';
import * as cuts from '../../shared/wire/cut-answers.ts';
import * as devices from '../../shared/wire/device-answers.ts';
import * as dossiers from '../../shared/wire/dossier-answers.ts';
import * as board from '../../shared/wire/late-board-answers.ts';
import * as overview from '../../shared/wire/overview-answers.ts';
import * as plans from '../../shared/wire/plan-answers.ts';
import * as progress from '../../shared/wire/progress-answers.ts';
import * as reports from '../../shared/wire/report-answers.ts';
import * as trust from '../../shared/wire/trust-answers.ts';
import type { AskedPart } from './asked-parts.ts';
import { DEVICE_ADDRESSES } from './device-addresses.ts';
import { type JsonSchema, jsonSchemaOf, type Namer } from './json-schema-of.ts';
import type { Reading } from './reading.ts';
import { READINGS } from './readings.ts';

/** `/openapi.json`: OpenAPI 3.1, made of the schemas of the wire and the list of readings, and of nothing else. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly [kind: string]: Readonly<Record<string, unknown>>;
  };
  readonly [key: string]: unknown;
}
interface OpenApiOperation {
  readonly operationId: string;
  readonly [key: string]: unknown;
}

const MODULES = [
  parts,
  overview,
  cuts,
  trust,
  against,
  board,
  reports,
  calendar,
  plans,
  progress,
  checks,
  devices,
  dossiers,
  counted,
  cases,
] as const;

/** Every schema that is exported under a name stands apart under it. */
const NAMES: ReadonlyMap<unknown, string> = new Map(
  MODULES.flatMap((module) => Object.entries(module)).flatMap(([name, schema]) =>
    name.endsWith('Schema') ? [[schema, name.slice(0, -'Schema'.length)]] : [],
  ),
);

export function openApiDocument(publicUrl: string): OpenApi {
  const schemas: Record<string, JsonSchema> = { Problem: PROBLEM };
  const namer: Namer = {
    nameOf(schema) {
      const name = NAMES.get(schema);
      if (name !== undefined && !Object.hasOwn(schemas, name)) {
        schemas[name] = {}; // it is being written: what names itself must not go round
        schemas[name] = jsonSchemaOf(schema, namer, true);
      }
      return name;
    },
  };
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const reading of READINGS) paths[templateOf(reading.path)] = { get: operationOf(reading, namer) };
  for (const { method, path, byToken, summary } of DEVICE_ADDRESSES) {
    const operation = {
      operationId: idOf(method, path),
      tags: ['devices'],
      summary,
      externalDocs: { url: `${publicUrl}/api`, description: 'docs/protocol.md of the program' },
      parameters: pathParameters(path),
      security: byToken ? [{ deviceToken: [] }] : [],
      responses: { 200: { description: 'As the protocol says.' }, default: PROBLEM_ANSWER },
    };
    paths[templateOf(path)] = { ...paths[templateOf(path)], [method]: operation };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'SIPAS kiosk',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      summary: 'Figures of citizen satisfaction, as the managers’ pages show them.',
      description:
        'Every number has its base, interval and method beside it; nothing about one to nine forms is told. An access code is made in the dashboard, under settings, and sent as "Authorization: Bearer sipas_…".',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [...new Set(READINGS.map(tagOf)), 'devices'].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        accessCode: { type: 'http', scheme: 'bearer', bearerFormat: 'sipas_…' },
        deviceToken: { type: 'http', scheme: 'bearer' },
      },
      responses: { Problem: { description: 'RFC 9457', content: PROBLEM_CONTENT } },
    },
  };
}

/** `/campaigns/:id` as OpenAPI writes it. */
export const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');
const tagOf = ({ scope }: Reading): string => (scope === null ? 'open' : scope.replace(':read', ''));

function operationOf(reading: Reading, namer: Namer): OpenApiOperation {
  const { path, scope, title, about, asks, answer } = reading;
  return {
    operationId: idOf('get', path),
    tags: [tagOf(reading)],
    summary: `${title.vi} · ${title.en}`,
    description: `${about.vi}\n\n${about.en}`,
    // roles of a scheme of HTTP: the scopes of the access code (OpenAPI 3.1, Security Requirement Object)
    security: scope === null ? [] : [{ accessCode: [scope] }],
    parameters: [...pathParameters(path), ...asks.map((one) => parameterOf(one, namer))],
    responses: {
      200: {
        description: 'What was asked for.',
        headers: scope === null ? {} : LIMIT_HEADERS,
        content: { 'application/json': { schema: jsonSchemaOf(answer, namer) } },
      },
      default: PROBLEM_ANSWER,
    },
  };
}

const idOf = (method: string, path: string): string =>
  [method, ...path.split('/').filter((word) => word !== '')]
    .map((word) => word.replace(':', 'by-'))
    .join('-')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const parameterOf = ({ name, schema, about, example, isNeeded }: AskedPart, namer: Namer) => ({
  name,
  in: 'query',
  required: isNeeded,
  description: `${about.vi}\n\n${about.en}`,
  schema: jsonSchemaOf(schema, namer),
  example,
});

const PROBLEM_ANSWER = { $ref: '#/components/responses/Problem' };
const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};
const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'Why there is no answer (RFC 9457).',
  properties: {
    type: { const: 'about:blank' },
    code: { enum: Object.keys(PROBLEMS) },
    status: { type: 'integer' },
    title: { type: 'string' },
    scope: { type: 'string', description: 'With `scope-missing`: the scope that would open the address.' },
    retryAfterSeconds: { type: 'integer', description: 'With `too-many`: how long to wait.' },
    id: {
      type: 'string',
      description: 'With `internal`: the id under which the log of the server tells more.',
    },
  },
  required: ['type', 'code', 'status', 'title'],
};
const LIMIT_HEADERS = {
  'RateLimit-Policy': {
    description: 'How many requests an access code has, and in how many seconds they come back.',
    schema: { type: 'string' },
    example: '"token";q=120;w=60',
  },
  RateLimit: {
    description: 'How many are left, and seconds until all are back.',
    schema: { type: 'string' },
    example: '"token";r=119;t=1',
  },
};
