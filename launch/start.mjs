// npm start: whatever is missing is installed and built, then the server runs in the foreground.
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { findNode, runTypeScript, serverEnvironment, serverMemory } from './node.mjs';
import { stay } from './run.mjs';
import { command, say } from './say.mjs';

await command(async () => {
  await installPackages();
  const node = await findNode();
  if (!(await build(node))) say('Các gói và các trang đã đầy đủ.', 'Packages and pages are up to date.');
  say('Đang khởi động máy chủ …', 'Starting the server …');
  const args = [...runTypeScript, ...serverMemory, 'server/main.ts', ...process.argv.slice(2)];
  return stay(node, args, serverEnvironment(process.env));
});
