import { existsSync, readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import { StoreFault } from '../store/store-fault.ts';
import { hashFile } from '../durable-files.ts';

/** What stands beside each backup: what the file must be and what was found in it when it was taken. */
const ManifestSchema = v.object({
  v: v.literal(1),
  /** When it was taken, ms. */
  at: v.number(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sizeBytes: v.number(),
  submissions: v.number(),
  recounted: v.union([v.literal('all'), v.array(v.string())]),
  root: v.nullable(v.object({ n: v.number(), root: v.string() })),
  seals: v.record(v.string(), v.number()),
});
export type Manifest = Readonly<v.InferOutput<typeof ManifestSchema>>;

export const manifestOf = (file: string) => `${file}.json`;

/** Reads the manifest and compares the file with it, byte for byte by its hash. Throws what names the next step. */
export async function checkedManifest(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new StoreFault(({ backup }) => backup.file.missing(file));
  if (!statSync(file).isFile()) throw new StoreFault(({ backup }) => backup.file.notFile(file));
  if (!existsSync(manifestOf(file)))
    throw new StoreFault(({ backup }) => backup.file.alone(file, manifestOf(file)));
  const read = v.safeParse(ManifestSchema, readJsonFile(manifestOf(file)));
  if (!read.success) throw new StoreFault(({ backup }) => backup.file.manifest(manifestOf(file)));
  const { sizeBytes, sha256 } = read.output;
  if (statSync(file).size !== sizeBytes || (await hashFile(file)) !== sha256)
    throw new StoreFault(({ backup }) => backup.file.damaged(file));
  return read.output;
}

function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
