// npm run dev: the server and the three apps, each started or built again when its sources change. Everything
// comes from the server's own address, as in production, so cookies, policies and service worker behave alike.
// npm run dev -- --bad-network puts a network that fails at random in front of it.
import { startBadNetwork } from './bad-network.mjs';
import { apps, build, forgetBuild, viteBuild } from './build.mjs';
import { installPackages } from './install.mjs';
import { findNode, runTypeScript, withNode } from './node.mjs';
import { stay } from './run.mjs';
import { command, say } from './say.mjs';

await command(async () => {
  const badNetwork = process.argv.includes('--bad-network');
  const port = Number(process.env.PORT ?? 8080);
  const serverPort = badNetwork ? port + 1 : port;

  await installPackages();
  const node = await findNode();
  await build(node);
  forgetBuild();
  for (const app of apps) {
    const [args, env] = viteBuild(node, app);
    void stay(node, [...args, '--watch', '--logLevel', 'warn'], env);
  }
  if (badNetwork) {
    await startBadNetwork({ port, serverPort });
    say(`The network fails at random at http://localhost:${port}; the server behind it says ${serverPort}.`);
  }
  say('Reload the page after a change; the server starts again by itself. Ctrl-C ends everything.');
  const env = { ...withNode(node), PORT: String(serverPort) };
  const code = await stay(
    node,
    ['--watch', '--watch-preserve-output', ...runTypeScript, 'server/main.ts'],
    env,
  );
  process.exit(code);
});
