import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

/** Below this a compressed answer is hardly smaller. */
const GZIP_LEAST = 1_024;
/** As browsers say it; what is weighed (`gzip;q=0.5`) is left to the stream. */
const WANTS_GZIP = /(?:^|,)\s*gzip\s*(?:,|$)/;

/**
 * Answers with figures, and with how long they took. They are compressed in one go: a stream takes several turns of the event loop, and
 * while forms come in a transaction may come first in each of them.
 */
export async function answerTimed<T extends object>(
  c: Context,
  what: string,
  work: () => Promise<T>,
): Promise<Response> {
  const started = performance.now();
  const answer = await work();
  c.header('server-timing', `${what};dur=${(performance.now() - started).toFixed(1)}`);
  const text = JSON.stringify(answer);
  c.header('content-type', 'application/json');
  if (text.length < GZIP_LEAST || !WANTS_GZIP.test(c.req.header('accept-encoding') ?? ''))
    return c.body(text);
  c.header('content-encoding', 'gzip');
  c.header('vary', 'Accept-Encoding', { append: true });
  return c.body(gzipSync(text));
}
