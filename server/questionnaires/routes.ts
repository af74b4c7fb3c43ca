import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { publishedDocument } from '../store/questionnaires.ts';

/** Published questionnaires are public and never change: whoever may answer may read them. */
export function questionnaireRoutes(deps: Pick<Deps, 'store'>): Hono {
  const routes = new Hono();
  routes.get('/questionnaires/:id/:version', async (c) => {
    const version = Number(c.req.param('version'));
    const known = Number.isInteger(version) && version > 0 && version < 10_000;
    const document = known ? await publishedDocument(deps.store.read, c.req.param('id'), version) : undefined;
    if (document === undefined) throw new ProblemError('not-found');
    c.header('content-type', 'application/json');
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(document);
  });
  return routes;
}
