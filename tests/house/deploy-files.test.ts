import { expect, test } from 'vitest';
import { serverEnvironment, serverMemory } from '../../launch/node.mjs';
import { root } from '../../launch/run.mjs';
import { readConfig } from '../../server/config.ts';
import { allPaths, filesWith, readText } from './source-files.ts';

/** What docs/deploy hands to an operator must fit the program, or the first day ends with a file that does not. */

const deploy = (name: string) => readText(`docs/deploy/${name}`);
/** `NAME=value` of an environment file, those that are commented out too. */
const assignments = (text: string) =>
  [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=(\S.*)?$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
/** Names that `readConfig` reads, and the one that Node itself knows. */
const KNOWN = new Set([
  ...[...readText('server/config.ts').matchAll(/^ {2}([A-Z_]+): (?:optional\(|v\.optional\()/gm)].map(
    ([, name]) => name,
  ),
  'NODE_EXTRA_CA_CERTS',
]);
const ofCompose = new Set(['COMPOSE_PROJECT_NAME', 'CADDYFILE', 'POSTGRES_PASSWORD']);

test('every setting that the files for operators name is one that the program reads', () => {
  const named = [
    ...assignments(deploy('sipas.env')).map(({ name }) => name),
    ...assignments(deploy('compose.env'))
      .map(({ name }) => name)
      .filter((name) => !ofCompose.has(name)),
    ...[...deploy('compose.yaml').matchAll(/^ {6}(?:# )?([A-Z_]+): /gm)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('POSTGRES_')),
    ...[...deploy('sipas.service').matchAll(/^Environment=(.+)$/gm)].flatMap(([, line = '']) =>
      line.split(' ').map((each) => each.split('=')[0]!),
    ),
  ];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !KNOWN.has(name))).toEqual([]);
});

test('the settings as they are handed out can be used, also with every line that is commented out', () => {
  const handedOut = assignments(deploy('sipas.env').replaceAll(/^# .*$/gm, ''));
  const config = readConfig(Object.fromEntries(handedOut.map(({ name, value }) => [name, value])));
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    production: true,
    dataDir: '/var/lib/sipas',
  });
  const all = assignments(deploy('sipas.env')).filter(({ name }) => name !== 'MAIL_PASSWORD_FILE');
  const bare = all.map(({ name, value }) => [name, value.replaceAll("'", '')]);
  expect(readConfig(Object.fromEntries(bare))).toMatchObject({ backupCopyDir: '/mnt/sipas-backup' });
});

test('ports, folders and names agree from file to file', () => {
  const { host, port, dataDir, publicUrl } = readConfig(
    Object.fromEntries(
      assignments(deploy('sipas.env').replaceAll(/^# .*$/gm, '')).map(({ name, value }) => [name, value]),
    ),
  );
  const unit = deploy('sipas.service');
  expect(unit).toContain(`DATA_DIR=${dataDir}`);
  expect(dataDir).toBe(`/var/lib/${/^StateDirectory=(.+)$/m.exec(unit)![1]}`);
  expect(unit).toContain('ReadWritePaths=-/mnt/sipas-backup');
  expect(unit).toMatch(/^ExecStart=\/usr\/bin\/env node launch\/start\.mjs$/m);
  expect(allPaths).toContain('launch/start.mjs');
  for (const name of ['Caddyfile.domain', 'Caddyfile.lan'])
    expect(deploy(name)).toContain(`reverse_proxy ${host}:${port} {`);
  expect(deploy('Caddyfile.domain')).toContain(`\n${new URL(publicUrl).host} {\n`);
  const compose = deploy('compose.yaml');
  const proxy = /caddy:[\s\S]*?ipv4_address: (\S+)/.exec(compose)![1];
  expect(compose).toContain(`TRUSTED_PROXIES: ${proxy}`);
  expect(deploy('Containerfile')).toContain(`PORT=${port}`);
});

/** What each site of a Caddyfile does, without its name and how it comes to its certificate. */
function site(name: string): string {
  const text = deploy(name);
  return text.slice(
    text.indexOf('\t# figures about the machine'),
    text.indexOf('\n}\n', text.indexOf('handle_errors')),
  );
}

test('the server behind a domain and the one in a closed network are served alike', () => {
  expect(site('Caddyfile.lan')).toBe(site('Caddyfile.domain'));
  expect(site('Caddyfile.lan')).toContain('respond @inside 404');
});

test('the proxy lets the largest upload pass and gives idle connections back before the server closes them', () => {
  const most = /max_size (\d+)MB/.exec(site('Caddyfile.lan'))![1];
  // the largest file of an upload, generously: UPLOAD_MOST_BYTES
  const upload = /UPLOAD_MOST_BYTES = ([\d_]+)/.exec(readText('server/serve.ts'))![1]!.replaceAll('_', '');
  expect(Number(most) * 1e6).toBeGreaterThanOrEqual(Number(upload));
  // Node's own 5 s, as long as nothing else is said
  expect(readText('server/serve.ts')).not.toContain('keepAliveTimeout');
  expect(site('Caddyfile.lan')).toContain('keepalive 4s');
});

test('a container bounds its memory as `npm start` does', () => {
  const file = deploy('Containerfile');
  // where it is compiled and where it is started
  for (const flag of serverMemory) expect(file.split(`"${flag}", "server/main.ts"`)).toHaveLength(3);
  for (const [name, value] of Object.entries(serverEnvironment({})))
    expect(file).toContain(`${name}=${value.replace(root, '/opt/sipas/')}`);
});

test('a stop has the time that the server may take for it', () => {
  const drain = Number(/DRAIN_SECONDS: .*v\.maxValue\((\d+)\)/.exec(readText('server/config.ts'))![1]);
  const patience = Number(
    /stop: \(patienceMs = ([\d_]+)\)/.exec(readText('server/serve.ts'))![1]!.replaceAll('_', ''),
  );
  const least = drain + patience / 1_000 + 10;
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(deploy('sipas.service'))![1])).toBeGreaterThan(least);
  expect(Number(/sipas:[\s\S]*?stop_grace_period: (\d+)s/.exec(deploy('compose.yaml'))![1])).toBeGreaterThan(
    least,
  );
});

test('the table of the files for operators names each of them', () => {
  const files = allPaths.filter((path) => path.startsWith('docs/deploy/')).map((path) => path.slice(12));
  const table = deploy('README.md');
  const unnamed = files.filter(
    (name) => name !== 'README.md' && !name.endsWith('.dockerignore') && !table.includes(`\`${name}\``),
  );
  expect(unnamed).toEqual([]);
});

test('no data folder, database or key file gets into a container', () => {
  const ignored = deploy('Containerfile.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['data', '**/keys.json', '**/*.db', '.git']));
});

test('alerts are about metrics that there are', () => {
  const named = new Set(deploy('prometheus-alerts.yml').match(/\bsipas_[a-z_]+/g));
  const made = filesWith(['server/metrics'], ['.ts'])
    .map(({ text }) => text)
    .join('\n');
  const unknown = [...named].filter((name) => !made.includes(`'${name.replace(/_bucket$/, '')}'`));
  expect(named.size).toBeGreaterThan(8);
  expect(unknown).toEqual([]);
});
