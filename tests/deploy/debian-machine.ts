import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A fresh Debian with its own systemd as a second machine: a root made by debootstrap, started by systemd-nspawn, on a
 * network cable of its own (a veth pair) behind this machine. What this machine needs to reach the outside (resolver,
 * authorities that it trusts) is given to it, as an office's network would.
 */
export interface Machine {
  /** Its address on the cable. */
  readonly address: string;
  /** Copies a file into it. */
  put(file: string, path: string): void;
  /** Runs lines in a root shell that ends at the first failure. */
  run(lines: string): Ran;
  /** The cable, pulled or plugged in. */
  cable(state: 'up' | 'down'): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly ms: number;
}

const NAME = 'sipas-drill';
const CABLE = `ve-${NAME}`;
const HERE = '10.213.77.1';
const THERE = '10.213.77.2';
const RELEASE = 'trixie';
/** Of what the installer puts on a PC: an init, a bus, a network; the guide installs the rest. */
const INCLUDED = 'systemd,systemd-sysv,dbus,iproute2,ca-certificates';
const FORWARD = '/proc/sys/net/ipv4/ip_forward';

const NEEDED = {
  debootstrap: 'debootstrap',
  'systemd-nspawn': 'systemd-container',
  nft: 'nftables',
  certutil: 'libnss3-tools',
  ip: 'iproute2',
  pgrep: 'procps',
  git: 'git',
};

/** What is missing here, as a sentence; undefined = nothing. */
export function lackingForMachine(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'This drill needs root on Linux.';
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = Object.entries(NEEDED).filter(
    ([program]) => !folders.some((folder) => existsSync(join(folder, program))),
  );
  const packages = missing.map(([, name]) => name).join(' ');
  return packages && `Missing on this machine: apt-get install ${packages}`;
}

const said = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const CERTIFICATES = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const certificates = (file: string) => readFileSync(file, 'utf8').match(CERTIFICATES) ?? [];

/** The mirror that this machine installs from; where it names none debootstrap knows one. */
function mirror(): string[] {
  const uris = said('apt-get', 'indextargets', '--format', '$(REPO_URI)').split('\n');
  return uris.filter((uri) => /\/debian\/?$/.test(uri)).slice(0, 1);
}

function makeRoot(root: string): void {
  said('debootstrap', '--variant=minbase', `--include=${INCLUDED}`, RELEASE, root, ...mirror());
  copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
  writeFileSync(
    join(root, 'etc/systemd/network/10-cable.network'),
    `[Match]\nName=host0\n[Network]\nAddress=${THERE}/24\nGateway=${HERE}\n`,
  );
  const own = process.env['NODE_EXTRA_CA_CERTS'];
  const known = new Set(certificates(join(root, 'etc/ssl/certs/ca-certificates.crt')));
  const more = own ? certificates(own).filter((each) => !known.has(each)) : [];
  const folder = join(root, 'usr/local/share/ca-certificates');
  mkdirSync(folder, { recursive: true });
  more.forEach((each, i) => writeFileSync(join(folder, `this-machine-${i}.crt`), `${each}\n`));
  said('chroot', root, 'update-ca-certificates');
  said('chroot', root, 'systemctl', 'enable', 'systemd-networkd');
}

/** Lets the machine out through this one; returns what takes it back. */
function openGate(): () => void {
  const before = readFileSync(FORWARD, 'utf8');
  writeFileSync(FORWARD, '1');
  const table = ['ip', 'sipas_drill'];
  said('nft', 'add', 'table', ...table);
  said('nft', 'add', 'chain', ...table, 'out', '{ type nat hook postrouting priority 100; }');
  said('nft', 'add', 'rule', ...table, 'out', 'ip', 'saddr', `${THERE}/32`, 'masquerade');
  return () => {
    said('nft', 'delete', 'table', ...table);
    writeFileSync(FORWARD, before);
  };
}

interface Running {
  readonly process: ChildProcess;
  /** Id of its first process, as it is seen here. */
  readonly leader: string;
}

/** Lines in a root shell of the machine. */
function runIn(leader: string, lines: string): Ran {
  const start = performance.now();
  const clean = [
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'HOME=/root',
    'LANG=C.UTF-8',
  ];
  const args = ['--target', leader, '--all', 'env', '-i', '-C', '/root', ...clean, 'bash', '-e', '-c', lines];
  const { status, stdout, stderr } = spawnSync('nsenter', args, {
    cwd: '/',
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { code: status ?? 1, output: `${stdout}${stderr}`, ms: performance.now() - start };
}

async function boot(root: string): Promise<Running> {
  const how = [
    '--register=no',
    '--keep-unit',
    '--network-veth',
    `--machine=${NAME}`,
    '--resolv-conf=off',
    '--quiet',
  ];
  const child = spawn('systemd-nspawn', ['-D', root, ...how, '--boot'], {
    stdio: 'ignore',
    // its own control groups of the second version, also where this machine has those of the first
    env: { ...process.env, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' },
  });
  for (let tries = 0; spawnSync('ip', ['link', 'show', CABLE]).status !== 0; tries++) {
    if (tries > 100) throw new Error('The machine does not start.');
    await wait(200);
  }
  said('ip', 'address', 'add', `${HERE}/24`, 'dev', CABLE);
  said('ip', 'link', 'set', CABLE, 'up');
  const leader = said('pgrep', '-P', String(child.pid)).trim().split('\n')[0]!;
  return { process: child, leader };
}

/** A new machine; `stop` leaves nothing of it. */
export async function startDebian(): Promise<Machine> {
  const root = mkdtempSync(join(tmpdir(), 'sipas-debian-'));
  // whoever is not root lives in it, too
  chmodSync(root, 0o755);
  makeRoot(root);
  const closeGate = openGate();
  let running: Running | undefined;
  const run = (lines: string): Ran => runIn(running!.leader, lines);
  const start = async () => {
    running = await boot(root);
    for (
      let tries = 0;
      run(`systemctl is-system-running && ip route | grep -q ${HERE}`).code !== 0;
      tries++
    ) {
      if (tries > 100)
        throw new Error(`The machine is not content:\n${run('systemctl --failed; ip route').output}`);
      await wait(300);
    }
  };
  const off = async () => {
    if (!running) return;
    const gone = new Promise((resolve) => running?.process.once('exit', resolve));
    run('systemctl poweroff');
    await gone;
  };
  const stop = async () => {
    await off();
    closeGate();
    rmSync(root, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    address: THERE,
    put: (file, path) => copyFileSync(file, join(root, path)),
    run,
    cable: (state) => void said('ip', 'link', 'set', CABLE, state),
    async restart() {
      await off();
      await start();
    },
    stop,
  };
}
