// A network that fails at random, for people at work: a proxy in front of the real server. It lives outside the
// product, which therefore has no branch that only a developer's machine would take.
import { createServer, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say.mjs';

/** What becomes of one request to the API; the shares are high enough to be met within a minute of tapping.
 *  "cut" is the cruel one: the server has done its work, and nobody hears of it.
 *  @param {number} chance 0 … 1 */
export function fateOf(chance) {
  if (chance < 0.1) return 'dropped';
  if (chance < 0.2) return 'cut';
  return chance < 0.45 ? 'delayed' : 'passed';
}

/**
 * @param {{ port: number, serverPort: number, chance?: () => number, delayMs?: number }} where
 * @returns {Promise<import('node:http').Server>}
 */
export function startBadNetwork({ port, serverPort, chance = Math.random, delayMs = 3000 }) {
  /** @param {import('node:http').IncomingMessage} asked @param {import('node:http').ServerResponse} reply */
  async function carry(asked, reply) {
    const fate = asked.url?.startsWith('/api/') ? fateOf(chance()) : 'passed';
    if (fate !== 'passed') say(`Bad network: ${asked.method} ${asked.url} is ${fate}.`);
    if (fate === 'dropped') {
      asked.socket.destroy();
      return;
    }
    if (fate === 'delayed') await wait(delayMs);
    const { method, url: path, headers } = asked;
    const onward = request({ host: '127.0.0.1', port: serverPort, method, path, headers }, (answer) => {
      if (fate === 'cut') {
        answer.resume().on('end', () => asked.socket.destroy());
      } else {
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply);
      }
    });
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    asked.pipe(onward);
  }
  const proxy = createServer((asked, reply) => void carry(asked, reply));
  return new Promise((resolve, reject) => proxy.on('error', reject).listen(port, () => resolve(proxy)));
}
