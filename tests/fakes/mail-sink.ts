import { createServer, type Socket } from 'node:net';

/** A mail server that takes what it is given, or answers what a test wants: one line for each command. */
export interface MailSink {
  readonly port: number;
  readonly letters: { readonly to: string[]; readonly text: string }[];
  /** Answers in place of the usual ones, by command (`MAIL`, `RCPT`, `DATA`, `.` for the end of a letter). */
  answers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function openMailSink(port = 0): Promise<MailSink> {
  const letters: { to: string[]; text: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.setEncoding('utf8');
    let [rest, to, data] = ['', [] as string[], undefined as string[] | undefined];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 sink ESMTP');
    const take = (line: string) => {
      if (data) {
        if (line !== '.') return void data.push(line.startsWith('..') ? line.slice(1) : line);
        const answer = sink.answers['.'] ?? '250 taken';
        if (answer.startsWith('2')) letters.push({ to, text: data.join('\n') });
        [to, data] = [[], undefined];
        return say(answer);
      }
      const command = line.slice(0, 4).toUpperCase();
      const own = sink.answers[command];
      if (command === 'EHLO') return say(own ?? '250-sink\r\n250 8BITMIME');
      if (command === 'RCPT' && !own) to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      if (command === 'DATA' && !own) data = [];
      if (command === 'QUIT') return socket.end('221 bye\r\n');
      say(own ?? (command === 'DATA' ? '354 go on' : '250 ok'));
    };
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const sink: MailSink = {
    port: typeof address === 'object' && address ? address.port : 0,
    letters,
    answers: {},
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return sink;
}
