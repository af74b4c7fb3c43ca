import { Hono } from 'hono';
import type { Language } from '../../shared/questionnaire.ts';
import type { Deps } from '../deps.ts';
import { apiPage, apiPolicy } from './api-page.ts';
import { openApiDocument } from './openapi-document.ts';

/** `/openapi.json` for programs, `/api` for whoever writes one. Neither holds anything but what the program itself says. */
export function openApiRoutes({ publicUrl }: Pick<Deps, 'publicUrl'>): Hono {
  const routes = new Hono();
  // always the same, and asked by anybody: written once
  const written = new Map<'json' | Language, string>();
  const once = (name: 'json' | Language, write: () => string): string => {
    const text = written.get(name) ?? write();
    written.set(name, text);
    return text;
  };
  routes.get('/openapi.json', (c) => {
    c.header('content-type', 'application/json');
    c.header('cache-control', 'public, max-age=300');
    return c.body(once('json', () => JSON.stringify(openApiDocument(publicUrl))));
  });
  routes.get('/api', (c) => {
    const language = c.req.query('lang') === 'en' ? 'en' : 'vi';
    c.header('content-security-policy', apiPolicy);
    return c.html(once(language, () => apiPage(openApiDocument(publicUrl), publicUrl, language)));
  });
  routes.get('/api/', (c) => c.redirect('/api', 301));
  return routes;
}
