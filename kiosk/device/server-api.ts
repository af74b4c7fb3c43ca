/** How a device speaks to its server: with its token, with an end to every wait. Never rejects. */

export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable' };

export interface ServerApi {
  get(path: string): Promise<Reply>;
  post(path: string, body: string): Promise<Reply>;
}

const TIMEOUT_MS = 20_000;

export function serverApi(
  fetcher: typeof fetch,
  token: string | undefined,
  timeoutMs = TIMEOUT_MS,
): ServerApi {
  async function ask(path: string, init: RequestInit): Promise<Reply> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(init.method === 'POST' && { 'content-type': 'application/json' }),
    };
    try {
      // The server ignores cookies here; not sending them keeps a manager's session out of it.
      const answer = await fetcher(path, {
        ...init,
        headers,
        signal: abort.signal,
        cache: 'no-store',
        credentials: 'omit',
      });
      return { kind: 'answer', status: answer.status, body: await answer.text() };
    } catch {
      return { kind: abort.signal.aborted ? 'timeout' : 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body) => ask(path, { method: 'POST', body }),
  };
}

/** The JSON of an answer; undefined when it is none. */
export function jsonOf(reply: Reply): unknown {
  if (reply.kind !== 'answer') return undefined;
  try {
    return JSON.parse(reply.body);
  } catch {
    return undefined;
  }
}
