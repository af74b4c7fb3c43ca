// npm run drills: what needs root and a disk that can lose its power; npm run drills -- instances: two servers over one
// PostgreSQL. Not part of npm test.
import { findBrowser } from './browser.mjs';
import { installPackages } from './install.mjs';
import { findNode, runTypeScript, withNode } from './node.mjs';
import { preparePostgres } from './postgres.mjs';
import { stay } from './run.mjs';
import { command } from './say.mjs';

await command(async () => {
  await installPackages();
  const node = await findNode();
  const env = { ...withNode(node), ...(await preparePostgres()) };
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'instances')
    return stay(node, [...runTypeScript, 'tests/drills/run-instances.ts', ...rest], env);
  const withBrowser = { ...env, CHROMIUM_PATH: await findBrowser() };
  return stay(node, [...runTypeScript, 'tests/drills/run-drills.ts', ...process.argv.slice(2)], withBrowser);
});
