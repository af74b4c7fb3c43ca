import pg from 'pg';

/** Says one statement to a server that the tests have started; the store's own readers may change nothing. */
export async function tellPostgres(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
