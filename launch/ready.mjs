// npm run ready: installs and builds everything that `npm start` needs and starts nothing, for a server whose service
// may not write into this folder, or a folder that is carried to a network without internet.
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { findNode } from './node.mjs';
import { command, say } from './say.mjs';

await command(async () => {
  await installPackages();
  await build(await findNode());
  say('Packages and pages are up to date. Nothing was started.');
});
