import { type IncomingMessage, request } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from './deps.ts';

/**
 * Things that one instance holds in its memory, such as a file that is being looked at or an export under way: what of them
 * would have to stand in the database must not (a list has names and telephone numbers). Whoever holds one says so, and another
 * instance that is asked for it passes the request on, once, as it came: session and rights are judged where it is held.
 */
export interface Elsewhere {
  /** The others ask here for `id`, for so long. */
  hold(id: string, forMs: number): Promise<void>;
  /** For routes with an `:id`: passes on what is held elsewhere. One that cannot be reached is as one that has ended. */
  passOn(holds: (id: string) => boolean): MiddlewareHandler;
}

const PASSED = 'x-sipas-passed';
const HELD_MOST = 1_000;
/** Two instances stand in one network: one that is not there within that time has gone. */
const CONNECT_MS = 3_000;
/** Of the connection between two programs, and not of what is said over it. */
const OF_THE_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

export function createElsewhere(
  { clock, together }: Pick<Deps, 'clock' | 'together'>,
  kind: string,
): Elsewhere {
  const holders = together?.memories<string>(`held: ${kind}`, HELD_MOST);
  return {
    async hold(id, forMs) {
      if (!together || !holders) return;
      const kept = { value: together.address(), ends: clock() + forMs };
      await holders.change(id, () => ({ result: undefined, kept }));
    },
    passOn: (holds) => async (c, next) => {
      const id = c.req.param('id') ?? '';
      if (!together || !holders || holds(id) || c.req.header(PASSED) !== undefined) return next();
      const holder = (await holders.get(id))?.value;
      if (holder === undefined || holder === together.address()) return next();
      return (await ask(holder, c.req.raw)) ?? next();
    },
  };
}

/** The other instance's answer, as it comes; undefined when there is none. */
async function ask(holder: string, asked: Request): Promise<Response | undefined> {
  const { pathname, search } = new URL(asked.url);
  const headers: Record<string, string> = { ...Object.fromEntries(asked.headers), [PASSED]: '1' };
  for (const name of OF_THE_HOP) delete headers[name];
  const answer = await new Promise<IncomingMessage | undefined>((resolve) => {
    const passed = request(new URL(`${pathname}${search}`, `http://${holder}`), {
      method: asked.method,
      headers,
      agent: false,
    });
    const connecting = setTimeout(() => passed.destroy(), CONNECT_MS);
    passed.once('socket', (socket) => socket.once('connect', () => clearTimeout(connecting)));
    passed.once('response', resolve).on('error', () => resolve(undefined));
    asked.signal.addEventListener('abort', () => passed.destroy(), { once: true });
    if (asked.body) pipeline(Readable.fromWeb(asked.body), passed, () => {});
    else passed.end();
  });
  if (!answer) return undefined;
  const said = new Headers();
  for (const [name, value] of Object.entries(answer.headersDistinct)) {
    if (OF_THE_HOP.includes(name)) continue;
    for (const one of value ?? []) said.append(name, one);
  }
  const status = answer.statusCode ?? 502;
  const hasBody = asked.method !== 'HEAD' && status !== 204 && status !== 304;
  // whoever reads it hears of its faults; of what nobody reads nobody needs to
  answer.on('error', () => {});
  if (!hasBody) answer.resume();
  return new Response(hasBody ? (Readable.toWeb(answer) as ReadableStream<Uint8Array>) : null, {
    status,
    headers: said,
  });
}
