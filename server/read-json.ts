import type { Context } from 'hono';
import * as v from 'valibot';
import { ProblemError } from './problem.ts';

/**
 * Reads a JSON body with a limit of its own, counted on the stream: a declared length can lie and a chunked
 * body has none. Anything that is no such JSON ends the request with a problem that repeats nothing of it.
 */
export async function readJson<S extends v.GenericSchema>(
  c: Context,
  schema: S,
  mostBytes: number,
): Promise<v.InferOutput<S>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' || c.req.header('content-encoding')) throw new ProblemError('wrong-type');
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new ProblemError('too-large');
  const body = await readBytes(c.req.raw.body, mostBytes);
  let json: unknown;
  try {
    // fatal: bytes that are no UTF-8 must not be stored as other bytes
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new ProblemError('malformed');
  }
  const result = v.safeParse(schema, json);
  if (!result.success) throw new ProblemError('malformed');
  return result.output;
}

async function readBytes(stream: ReadableStream<Uint8Array> | null, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!stream) return Buffer.alloc(0);
  try {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > mostBytes) throw new ProblemError('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    // the line broke, or the client was too slow: nobody may be there to read it, and it is no fault of ours
    throw error instanceof ProblemError ? error : new ProblemError('too-slow');
  }
  return Buffer.concat(chunks);
}
