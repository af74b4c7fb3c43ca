import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly port: number;
  /** Stops taking requests, lets those under way end, and closes what is still open after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>;
}

/** Listens; rejects with Node's error when the address cannot be had. */
export function listen(app: Hono, host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
      resolve({ port: info.port, stop: (patienceMs = 5_000) => stop(server, patienceMs) });
    }) as Server;
    // slow clients: a request has to come whole within half a minute
    server.requestTimeout = 30_000;
    server.headersTimeout = 15_000;
    server.once('error', reject);
  });
}

function stop(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
  });
}
