// npm run clips: makes the demonstration's trial speech anew from the texts, with espeak-ng and lame of this machine.
import { installPackages } from './install.mjs';
import { findNode, runTypeScript } from './node.mjs';
import { stay } from './run.mjs';
import { command } from './say.mjs';

await command(async () => {
  await installPackages();
  return stay(await findNode(), [...runTypeScript, 'server/demo/make-clips.ts']);
});
