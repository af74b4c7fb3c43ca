import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { PROBLEMS } from '../shared/wire/problem.ts';
import { isUpload } from './uploads.ts';

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
  /**
   * What an upload has to bring of its file per millisecond, on an average, once its `requestMs` are over. 64 kB a second
   * are half of a thin line of 1 Mbit/s, over which 20 MB take 170 s. Whoever drips gains nothing by it: a byte a second
   * is cut off after `requestMs` like everywhere, and who keeps up is through with the largest file in six minutes.
   */
  readonly uploadLeast: number;
  /** How often the connections are looked at. */
  readonly lookMs: number;
}
const PATIENCE: Patience = { headersMs: 15_000, requestMs: 30_000, uploadLeast: 64, lookMs: 2_000 };
/** The largest file of an upload, generously. */
const UPLOAD_MOST_BYTES = 25_000_000;

/** Connections that have not been looked at yet: with Node's 511 a fleet that comes back at once waits for TCP to ask again, up to 31 s. */
const BACKLOG = 4_096;

/** Listens; rejects with Node's error when the address cannot be had. */
export function listen(app: Hono, host: string, port: number, patience = PATIENCE): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const options = {
      fetch: app.fetch,
      hostname: host,
      serverOptions: {
        headersTimeout: patience.headersMs,
        // the last resort: `hurry` ends each request in its time
        requestTimeout: patience.requestMs + UPLOAD_MOST_BYTES / patience.uploadLeast,
        connectionsCheckingInterval: patience.lookMs,
      },
    };
    const server = createAdaptorServer(options) as Server;
    server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      hurry(request, response, patience),
    );
    server.on('clientError', refuse);
    server.once('error', reject);
    server.listen({ host, port, backlog: BACKLOG }, () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve({ port: bound, stop: (patienceMs = 5_000) => stop(server, patienceMs) });
    });
  });
}

/** Ends a request that is not whole in time. Bytes are counted at the socket: what nobody reads does not count as coming. */
function hurry(request: IncomingMessage, response: ServerResponse, patience: Patience): void {
  const { socket } = request;
  const [began, before] = [performance.now(), socket.bytesRead];
  let timer = setTimeout(look, patience.requestMs).unref();
  response.once('close', () => {
    if (request.complete) clearTimeout(timer);
  });

  function look(): void {
    if (request.complete || socket.destroyed) return;
    const earned = isUpload(request) ? (socket.bytesRead - before) / patience.uploadLeast : 0;
    const leftMs = patience.requestMs + earned - (performance.now() - began);
    // a timer may ring a little early
    if (leftMs > 1) {
      timer = setTimeout(look, leftMs).unref();
      return;
    }
    refuse(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    setTimeout(() => socket.destroy(), patience.lookMs).unref();
  }
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
    // a connection whose stream was ended becomes idle only a moment later
    const idle = setInterval(() => server.closeIdleConnections(), 100).unref();
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
  });
}
