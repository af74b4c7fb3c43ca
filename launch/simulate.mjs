// npm run simulate -- … and npm run mutants -- …: long runs of the simulation, and known mistakes that it must notice.
import { installPackages } from './install.mjs';
import { findNode, runTypeScript } from './node.mjs';
import { stay } from './run.mjs';
import { command } from './say.mjs';

const [script = 'simulate', ...rest] = process.argv.slice(2);

await command(async () => {
  await installPackages();
  return stay(await findNode(), [...runTypeScript, `tests/sim/${script}.ts`, ...rest]);
});
