import { createHash } from 'node:crypto';
import type { Language, Text } from '../../shared/questionnaire.ts';
import { SCOPE_WORDS } from '../../shared/scope-words.ts';
import { API_SCOPES } from '../../shared/wire/api-tokens.ts';
import { API_WORDS } from './api-words.ts';
import { apiStyle } from './api-style.ts';
import { escaped, fieldsOf } from './field-tree.ts';
import type { JsonSchema } from './json-schema-of.ts';
import { type OpenApi, templateOf } from './openapi-document.ts';
import type { Reading } from './reading.ts';
import { READINGS } from './readings.ts';

/** `/api`: for whoever writes a program. Drawn from the same lists as `/openapi.json`; no script, nothing from elsewhere. */
export const apiPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(apiStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function apiPage(document: OpenApi, publicUrl: string, language: Language): string {
  const words = API_WORDS[language];
  const say = (text: Text) => escaped(text[language]);
  const base = `${publicUrl}/api/v1`;
  const sections: readonly (readonly [id: string, title: string, body: string])[] = [
    ['start', words.start.title, startOf()],
    [
      'know',
      words.know.title,
      `<ul>${words.know.points.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul>`,
    ],
    [
      'figure',
      words.figure.title,
      table([words.figure.field, words.figure.meaning], words.figure.rows, true),
    ],
    [
      'limits',
      words.limits.title,
      `<p>${escaped(words.limits.lead)}</p>${table([words.limits.status, words.limits.meaning], words.limits.rows, true)}`,
    ],
    ['scopes', words.scopes.title, scopesOf()],
    ['readings', words.readings, READINGS.map(readingOf).join('')],
    ['schemas', words.schemas.title, schemasOf()],
  ];

  function startOf(): string {
    const [units, overview] = ['/units', '/overview?unit=UNIT&period=month-2026-11'].map(curlOf);
    return `<ol>${words.start.steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>
<p>${escaped(words.start.curl)}</p><pre>${units}\n${overview}</pre>`;
  }
  function curlOf(path: string): string {
    return escaped(`curl -H "Authorization: Bearer $SIPAS_CODE" "${base}${path}"`);
  }
  function scopesOf(): string {
    const rows = [...API_SCOPES, null].map((scope): [string, string] => {
      const links = READINGS.filter((one) => one.scope === scope).map(
        (one) => `<a href="#${anchorOf(one)}">${say(one.title)}</a>`,
      );
      const about = scope === null ? '' : `${say(SCOPE_WORDS[scope])}: `;
      return [
        scope === null ? escaped(words.scopes.open) : `<code>${scope}</code>`,
        about + links.join(', '),
      ];
    });
    return tableOf([words.scopes.scope, words.scopes.opens], rows);
  }
  function readingOf(reading: Reading): string {
    const { path, scope, title, about, asks } = reading;
    const needed = asks.filter(({ isNeeded }) => isNeeded);
    const query = needed.map(({ name, example }) => `${name}=${encodeURIComponent(example)}`).join('&');
    const rows = asks.map(({ name, about: asked, isNeeded }): [string, string] => [
      `<code>${name}</code> <small>${escaped(isNeeded ? words.must : words.may)}</small>`,
      say(asked),
    ]);
    const example = path.replace(':id', 'ID').replace(':version', '1') + (query && `?${query}`);
    return `<article><h3 id="${anchorOf(reading)}">${say(title)}</h3>
<p class="address"><code>GET ${escaped(templateOf(path))}</code> ${scope === null ? '' : `<span class="scope">${scope}</span>`}</p>
<p>${say(about)}</p>${rows.length > 0 ? `<h4>${escaped(words.asks)}</h4>${tableOf([], rows)}` : ''}
<pre>${scope === null ? escaped(`curl "${base}${example}"`) : curlOf(example)}</pre>
<details><summary>${escaped(words.answer)}</summary>${answerOf(reading)}</details></article>`;
  }
  function answerOf({ path }: Reading): string {
    const responses = document.paths[templateOf(path)]!['get']!['responses'] as Responses;
    const { schema } = responses[200].content['application/json'];
    const isList = schema['type'] === 'array';
    return `${isList ? `<p>${escaped(words.list)}</p>` : ''}${fieldsOf(isList ? (schema['items'] as JsonSchema) : schema, language)}`;
  }
  function schemasOf(): string {
    const all = Object.entries(document.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1));
    return `<p>${escaped(words.schemas.lead)}</p>${all
      .map(
        ([name, schema]) =>
          `<details><summary><code>${name}</code></summary><div id="type-${name}">${fieldsOf(schema, language)}</div></details>`,
      )
      .join('')}`;
  }

  const other = language === 'vi' ? 'en' : 'vi';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)}</title>
<style>${apiStyle}</style>
<header><div><h1>${escaped(words.title)}</h1><a href="/api?lang=${other}" lang="${other}" hreflang="${other}">${escaped(words.other)}</a></div></header>
<div class="page">
<nav aria-label="${escaped(words.contents)}"><ul>${sections.map(([id, title]) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('')}</ul>
<p><a href="/openapi.json">${escaped(words.machine)}</a></p></nav>
<main><p class="lead">${escaped(words.lead)}</p>
${sections.map(([id, title, body]) => `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${body}</section>`).join('\n')}
</main></div>
</html>
`;
}

interface Responses {
  readonly 200: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } };
}

const anchorOf = ({ path }: Reading) => `get${path.replace(/\W+/g, '-')}`;

/** Cells are HTML. */
function tableOf(heads: readonly string[], rows: readonly (readonly [string, string])[]): string {
  const head =
    heads.length === 0
      ? ''
      : `<thead><tr>${heads.map((one) => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead>`;
  return `<table>${head}<tbody>${rows.map(([name, cell]) => `<tr><th scope="row">${name}</th><td>${cell}</td></tr>`).join('')}</tbody></table>`;
}

/** Cells are texts. */
function table(heads: readonly string[], rows: readonly (readonly string[])[], isCode: boolean): string {
  return tableOf(
    heads,
    rows.map(([name = '', cell = '']) => [
      isCode ? `<code>${escaped(name)}</code>` : escaped(name),
      escaped(cell),
    ]),
  );
}
