import { execFile } from 'node:child_process';
import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { connect } from 'node:tls';
import type { Certificate, Machine } from './checked-ground.ts';

const PATIENCE_MS = 8_000;

/** The machine that this runs on, as checks look at it. */
export const thisMachine: Machine = {
  node: process.versions.node,
  memory: { totalBytes: totalmem(), availableBytes: freemem() },
  disk(folder) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (!found) return undefined;
    const { bavail, bsize } = statfsSync(folder);
    return { freeBytes: bavail * bsize, device: found.dev };
  },
  rights(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    const isWindows = process.platform === 'win32';
    return {
      mode: isWindows ? undefined : found.mode & 0o777,
      isOwn: isWindows || found.uid === process.getuid?.(),
      canWrite: mayWrite(path),
    };
  },
  isClockKept: () =>
    new Promise((resolve) =>
      execFile(
        'timedatectl',
        ['show', '-p', 'NTPSynchronized', '--value'],
        { timeout: PATIENCE_MS },
        (error, said) => resolve(error ? undefined : said.trim() === 'yes'),
      ),
    ),
  async ask(url, headers = {}) {
    const answer = await fetch(url, {
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    return { status: answer.status, body };
  },
  certificate: (host, port) =>
    new Promise<Certificate>((resolve, reject) => {
      // looked at whether it is trusted or not; nothing is sent over this line
      const socket = connect(
        { host, port, servername: host, rejectUnauthorized: false, timeout: PATIENCE_MS },
        () => {
          const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
          const distrust = socket.authorized ? undefined : String(socket.authorizationError);
          resolve({ fromMs: Date.parse(from), toMs: Date.parse(to), distrust });
          socket.destroy();
        },
      );
      socket.once('timeout', () =>
        socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      );
      socket.once('error', reject);
    }),
};

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
