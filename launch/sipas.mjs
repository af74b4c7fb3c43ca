// npm run sipas -- …: the operator's command line (lost passwords, the last administrator, backups).
import { installPackages } from './install.mjs';
import { findNode, runTypeScript } from './node.mjs';
import { stay } from './run.mjs';
import { command } from './say.mjs';

await command(async () => {
  await installPackages();
  return stay(await findNode(), [...runTypeScript, 'server/cli/sipas.ts', ...process.argv.slice(2)]);
});
