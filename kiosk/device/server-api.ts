import { type Reply, SEND_TIMEOUT_MS } from './reply.ts';

/** How a device speaks to its server: with its token, with an end to every wait. Never rejects. */

export interface ServerApi {
  get(path: string): Promise<Reply>;
  post(path: string, body: string): Promise<Reply>;
}

export function serverApi(fetcher: typeof fetch, token?: string): ServerApi {
  async function ask(path: string, init: RequestInit): Promise<Reply> {
    const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(init.method === 'POST' && { 'content-type': 'application/json' }),
    };
    try {
      // The server ignores cookies here; not sending them keeps a manager's session out of it.
      const answer = await fetcher(path, {
        ...init,
        headers,
        signal,
        cache: 'no-store',
        credentials: 'omit',
      });
      return { kind: 'answer', status: answer.status, body: await answer.text() };
    } catch {
      return { kind: signal.aborted ? 'timeout' : 'unreachable' };
    }
  }
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body) => ask(path, { method: 'POST', body }),
  };
}
