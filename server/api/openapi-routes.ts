import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { apiPage, apiPolicy } from './api-page.ts';
import { openApiDocument } from './openapi-document.ts';

/** `/openapi.json` for programs, `/api` for whoever writes one. Neither holds anything but what the program itself says. */
export function openApiRoutes({ publicUrl }: Pick<Deps, 'publicUrl'>): Hono {
  const routes = new Hono();
  let made: string | undefined;
  const document = () => (made ??= JSON.stringify(openApiDocument(publicUrl)));
  routes.get('/openapi.json', (c) => {
    c.header('content-type', 'application/json');
    c.header('cache-control', 'public, max-age=300');
    return c.body(document());
  });
  routes.get('/api', (c) => {
    c.header('content-security-policy', apiPolicy);
    return c.html(apiPage(openApiDocument(publicUrl), publicUrl, c.req.query('lang') === 'en' ? 'en' : 'vi'));
  });
  routes.get('/api/', (c) => c.redirect('/api', 301));
  return routes;
}
