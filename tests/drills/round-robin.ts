import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** A load balancer as offices have one: each request to the next server that says it is ready, none to two. */
export interface Balancer {
  readonly url: string;
  /** Answers that it had to make up itself, because no server gave one. */
  readonly madeUp: () => number;
  stop(): Promise<void>;
}

/** How often servers are asked whether they are ready. */
const HEALTH_MS = 500;

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ready = new Map(ports.map((port) => [port, false]));
  let turn = 0;
  let madeUp = 0;
  const look = async () => {
    for (const port of ports) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
        signal: AbortSignal.timeout(1_000),
      }).catch(() => undefined);
      ready.set(port, answer?.ok === true);
    }
  };
  const looking = setInterval(() => void look(), HEALTH_MS);
  await look();

  /** The answer of a server; undefined when it takes no connection, so that nothing has been sent. */
  const ask = (port: number, asked: IncomingMessage, body: Buffer) =>
    new Promise<IncomingMessage | undefined>((resolve, reject) => {
      const { method, url, headers } = asked;
      const passed = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, resolve);
      passed.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') resolve(undefined);
        else reject(error);
      });
      passed.end(body);
    });

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of asked) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const from = turn++;
    const candidates = ports
      .map((_, i) => ports[(from + i) % ports.length]!)
      .filter((port) => ready.get(port));
    for (const port of candidates) {
      const got = await ask(port, asked, body);
      if (!got) {
        ready.set(port, false);
        continue;
      }
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
      got.once('error', () => answer.destroy());
      return;
    }
    throw new Error('no server is ready');
  }
  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => {
      madeUp++;
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    madeUp: () => madeUp,
    async stop() {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      agent.destroy();
    },
  };
}
