import { startPostgres } from './postgres-server.ts';

/** One server for all files of a run, which takes seconds to make: each test has a database of its own there. */
export default async function startOnce(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env['TEST_DATABASE_URL'] = server.url;
  return () => server.stop();
}
