// npm run sbom [FILE]: the list of everything that the product runs with (CycloneDX), read from the lock file alone.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { npmProgram } from './install.mjs';
import { root, run } from './run.mjs';
import { command, Halt, say } from './say.mjs';

await command(async () => {
  const file = resolve(root, process.argv[2] ?? 'sbom.cdx.json');
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const { code, output } = await run(process.execPath, [npmProgram(), ...args], { quiet: true });
  if (code !== 0) {
    throw new Halt(
      `npm could not list the packages. It says:\n${output.trim()}\nNext step: npm 10 or newer is needed.`,
    );
  }
  const list = JSON.parse(output.slice(output.indexOf('{')));
  writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
  say(`${list.components.length} packages with their versions, licences and hashes: ${file}`);
});
