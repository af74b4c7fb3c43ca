import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { PROBLEMS } from '../shared/wire/problem.ts';

export interface Listening {
  readonly port: number;
  /** Stops taking requests, lets those under way end, and closes what is still open after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>;
}

/** How long a client may take: slow ones must not hold connections that others need. */
export interface Patience {
  readonly headersMs: number;
  /** Headers and body: 256 kB at 70 kbit/s. */
  readonly requestMs: number;
  /** How often the connections are looked at. */
  readonly lookMs: number;
}
const PATIENCE: Patience = { headersMs: 15_000, requestMs: 30_000, lookMs: 2_000 };

/** Listens; rejects with Node's error when the address cannot be had. */
export function listen(app: Hono, host: string, port: number, patience = PATIENCE): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const options = {
      fetch: app.fetch,
      hostname: host,
      port,
      serverOptions: {
        headersTimeout: patience.headersMs,
        requestTimeout: patience.requestMs,
        connectionsCheckingInterval: patience.lookMs,
      },
    };
    const server = serve(options, (info) => {
      resolve({ port: info.port, stop: (patienceMs = 5_000) => stop(server, patienceMs) });
    }) as Server;
    server.on('clientError', refuse);
    server.once('error', reject);
  });
}

/** What is no whole request: said in a few bytes, and the connection goes. Node's own words would repeat a version. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  if (!socket.writable) return void socket.destroy(error);
  const code = status === 408 ? 'too-slow' : status === 431 ? 'too-large' : 'malformed';
  const body = JSON.stringify({ type: 'about:blank', code, status, title: PROBLEMS[code].title });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${body.length}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function stop(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
  });
}
