import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A line between real sockets that does to requests what lines and portals do; chance comes from the test. */
export interface FaultProxy {
  readonly port: number;
  readonly counts: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** What becomes of a request, and how often (of a hundred). */
const FATES = [
  ['dropped', 8], // the server never hears of it
  ['cut', 10], // the server has committed, nobody hears of it
  ['half', 6], // half of the answer arrives
  ['twice', 8], // delivered twice at the same time
  ['portal', 6], // somebody else's page says 200
  ['portal-json', 4], // somebody else's JSON says 200
  ['500', 4],
  ['502', 4],
  ['429', 4],
] as const;

const SAYINGS: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
  portal: [200, 'text/html', '<!doctype html><title>Wi-Fi</title>'],
  'portal-json': [200, 'application/json', '{"ok":true,"receipts":[]}'],
  '500': [500, 'text/plain', 'Internal Server Error'],
  '502': [502, 'text/html', '<h1>Bad gateway</h1>'],
  '429': [429, 'application/problem+json', '{"code":"too-many"}'],
};

export async function startFaultProxy(
  serverPort: number,
  chance: () => number,
  /** Hears each answer of the server before anybody else does. */
  onAnswer: (body: string) => Promise<void>,
): Promise<FaultProxy> {
  const counts = new Map<string, number>();
  const fate = () => {
    let dice = chance() * 100;
    for (const [name, share] of FATES) if ((dice -= share) < 0) return name;
    return 'passed';
  };
  async function carry(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const name = fate();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const saying = SAYINGS[name];
    if (saying) return void reply.writeHead(saying[0], { 'content-type': saying[1] }).end(saying[2]);
    if (name === 'dropped') return void asked.socket.destroy();
    const send = async () => {
      const answer = await fetch(`http://127.0.0.1:${serverPort}${asked.url}`, {
        method: asked.method!,
        headers: {
          'content-type': asked.headers['content-type'] ?? '',
          authorization: asked.headers.authorization ?? '',
        },
        body: Buffer.concat(chunks),
      });
      const text = await answer.text();
      await onAnswer(text);
      return [answer.status, text] as const;
    };
    const [[status, text]] = (await Promise.all(name === 'twice' ? [send(), send()] : [send()])) as [
      readonly [number, string],
    ];
    if (name === 'cut') return void asked.socket.destroy();
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    reply.writeHead(status, headers);
    if (name !== 'half') return void reply.end(text);
    reply.write(text.slice(0, text.length >> 1), () => asked.socket.destroy());
  }
  const proxy = createServer((asked, reply) => void carry(asked, reply).catch(() => asked.socket.destroy()));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as { port: number }).port,
    counts,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
