import { connect, type Socket } from 'node:net';

/** A connection on which a test writes what no honest client would, byte by byte. */
export interface RawLine {
  readonly socket: Socket;
  /** Everything that has come back so far. */
  heard(): string;
  /** Resolves when the server has closed the line, with everything that came back. */
  readonly closed: Promise<string>;
  /** Resolves with the status of the first answer. */
  status(): Promise<number>;
}

export function rawLine(port: number): RawLine {
  const socket = connect(port, 'localhost');
  let heard = '';
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  socket.on('data', (data) => (heard += data.toString('latin1')));
  socket.on('error', () => {}); // a reset is one of the ways in which a server ends what it refuses
  const statusNow = () => /^HTTP\/1\.1 (\d{3}) /.exec(heard)?.[1];
  return {
    socket,
    heard: () => heard,
    closed,
    status: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const status = statusNow();
          if (status) resolve(Number(status));
        };
        look();
        socket.on('data', look);
        socket.once('close', () => {
          look();
          reject(new Error('closed without an answer'));
        });
      }),
  };
}

/** Head of a request; the body is written by the test. */
export function headOf(path: string, headers: Readonly<Record<string, string>>, method = 'POST'): string {
  const lines = Object.entries({ host: 'localhost', 'content-type': 'application/json', ...headers });
  return [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join(
    '\r\n',
  );
}

/** One chunk of a chunked body. */
export const chunkOf = (data: string) => `${Buffer.byteLength(data).toString(16)}\r\n${data}\r\n`;
