import { once } from 'node:events';
import { writeSync } from 'node:fs';

// Stands in the place of `server/cli/write-export.ts`: `whole` ends well, `broken` in the middle, `endless` never.

const { unit } = JSON.parse(process.argv[2]!) as { readonly unit: string };
writeSync(3, `${JSON.stringify({ rows: process.pid, share: 0.5 })}\n`);
const pieces = unit === 'endless' ? Number.POSITIVE_INFINITY : 4;
for (let i = 0; i < pieces; i++) {
  if (!process.stdout.write(Buffer.alloc(256 * 1024, i))) await once(process.stdout, 'drain');
}
if (unit === 'broken') process.exitCode = 1;
