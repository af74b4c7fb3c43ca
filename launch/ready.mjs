// npm run ready: installs and builds everything that `npm start` needs and starts nothing, for a server whose service
// may not write into this folder, or a folder that is carried to a network without internet.
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { findNode, runTypeScript, serverEnvironment, serverMemory } from './node.mjs';
import { run } from './run.mjs';
import { command, say } from './say.mjs';

await command(async () => {
  await installPackages();
  const node = await findNode();
  await build(node);
  // what the service could not write there itself; it works without
  const args = [...runTypeScript, ...serverMemory, 'server/main.ts', 'compile'];
  await run(node, args, { env: serverEnvironment(process.env), quiet: true });
  say(
    'Các gói và các trang đã đầy đủ. Chưa khởi động gì.',
    'Packages and pages are up to date. Nothing was started.',
  );
});
