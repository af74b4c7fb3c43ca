import { connect, type Socket } from 'node:net';

/**
 * HTTP requests over kept connections with as little work as possible, so that whoever measures a server on the same machine
 * takes little of its processor. Answers come back as their bytes, to be looked at when the clock has stopped.
 */
export interface Answer {
  readonly ms: number;
  /** Head and body as they came. */
  readonly bytes: Buffer;
}

/** A connection on which one request follows another. */
export interface Line {
  ask(request: Buffer): Promise<Answer>;
  close(): void;
}

/** Opened when it is first needed, and again when the server has closed it, as it does with those that were idle for some seconds. */
export function openLine(port: number): Line {
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void; began: number } | undefined;
  let parts: Buffer[] = [];
  const open = async () => {
    const made = connect(port, '127.0.0.1').setNoDelay(true);
    await new Promise<void>((resolve, reject) => made.once('connect', resolve).once('error', reject));
    made.on('data', (part) => {
      parts.push(part);
      const bytes = parts.length === 1 ? part : Buffer.concat(parts);
      if (!waiting || !isWhole(bytes)) return;
      const { resolve, began } = waiting;
      [waiting, parts] = [undefined, []];
      resolve({ ms: performance.now() - began, bytes });
    });
    const fail = () => waiting?.reject(new Error('the server has closed the connection'));
    made
      .on('error', fail)
      .on('close', fail)
      .on('end', () => made.destroy());
    return made;
  };
  let socket: Socket | undefined;
  const ask = (request: Buffer, began: number) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject, began };
      socket!.write(request);
    });
  return {
    async ask(request) {
      const began = performance.now();
      if (socket && !socket.destroyed) {
        try {
          return await ask(request, began);
        } catch (error) {
          // closed in the same moment: nothing has been answered
          if (parts.length > 0) throw error;
        }
      }
      socket = await open();
      return ask(request, began);
    },
    close: () => void socket?.destroy(),
  };
}

const HEAD_END = '\r\n\r\n';

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(bytes.toString('latin1', 0, end));
  if (length) return bytes.length >= end + HEAD_END.length + Number(length[1]);
  return bytes.toString('latin1', bytes.length - 5) === '0\r\n\r\n';
}

/** Whether the server has asked to come again. */
export const isRefused = ({ bytes }: Answer): boolean => bytes.toString('latin1', 9, 12) === '429';

/** Whether receipts say that the server is crowded. */
export const saysCrowded = ({ bytes }: Answer): boolean => bytes.includes('"crowded":true');

/** Status and body of an answer; a body in pieces is put together. */
export function readAnswer({ bytes }: Answer): {
  readonly status: number;
  readonly body: Buffer;
  readonly isGzip: boolean;
} {
  const end = bytes.indexOf(HEAD_END);
  const head = bytes.toString('latin1', 0, end);
  const body = bytes.subarray(end + HEAD_END.length);
  return {
    status: Number(head.split(' ')[1]),
    body: /transfer-encoding: chunked/i.test(head) ? unchunked(body) : body,
    isGzip: /content-encoding: gzip/i.test(head),
  };
}

function unchunked(body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (!size) return Buffer.concat(pieces);
    pieces.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
