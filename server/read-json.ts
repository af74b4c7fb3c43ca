import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import * as v from 'valibot';
import { FIELD_FAULTS, type FaultAt, type FieldFault } from '../shared/wire/problem.ts';
import { InvalidError, ProblemError } from './problem.ts';
import { awaitUpload } from './uploads.ts';

/**
 * Reads a JSON body with a limit of its own, counted on the stream: a declared length can lie and a chunked
 * body has none. Anything that is no such JSON ends the request with a problem that repeats nothing of it.
 */
export async function readJson<S extends v.GenericSchema>(
  c: Context,
  schema: S,
  mostBytes: number,
): Promise<v.InferOutput<S>> {
  return parseJson(await readBody(c, 'application/json', mostBytes), schema);
}

/** The same of a body that has come already. */
export function parseJson<S extends v.GenericSchema>(body: Uint8Array, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, parseAny(body));
  if (!result.success) throw new ProblemError('malformed');
  return result.output;
}

/**
 * The same for what a person filled in: fields that are not right are named, each with the reason. A check of the schema
 * says its reason as its message; a field that we do not have is the sender's fault and not a person's.
 */
export async function readForm<S extends v.GenericSchema>(
  c: Context,
  schema: S,
  mostBytes: number,
): Promise<v.InferOutput<S>> {
  const body = await readBody(c, 'application/json', mostBytes);
  const result = v.safeParse(schema, parseAny(body));
  if (result.success) return result.output;
  const { issues } = result;
  if (issues.some(({ expected, path }) => expected === 'never' || !path)) throw new ProblemError('malformed');
  const faults = issues.map((issue): FaultAt => ({ at: v.getDotPath(issue) ?? '', why: whyOf(issue) }));
  throw new InvalidError(faults);
}

function whyOf({ type, input, message }: v.BaseIssue<unknown>): FieldFault {
  const said = FIELD_FAULTS.find((fault) => fault === message);
  if (said) return said;
  if (type === 'max_length') return 'too-long';
  return input === undefined || input === null || input === '' ? 'needed' : 'wrong';
}

/** Fatal: bytes that are no UTF-8 must not be stored as other bytes. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseAny(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new ProblemError('malformed');
  }
}

/** How many bytes a request says that it brings; of one that does not say it, the most. */
export const declaredBytes = (c: Context, mostBytes: number): number =>
  Math.min(mostBytes, Number(c.req.header('content-length') ?? mostBytes));

/** The bytes of a body of one type, bounded like those of JSON. */
export async function readBody(
  c: Context,
  wanted: 'application/json' | 'multipart/form-data' | 'application/octet-stream',
  mostBytes: number,
): Promise<Uint8Array> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== wanted || c.req.header('content-encoding')) throw new ProblemError('wrong-type');
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new ProblemError('too-large');
  return readBytes(c, mostBytes);
}

/** The same for a file of somebody whose right has been judged: a thin line gets the time that it needs. */
export async function readUpload(...body: Parameters<typeof readBody>): Promise<Uint8Array> {
  awaitUpload(body[0]);
  return readBody(...body);
}

async function readBytes(c: Context, mostBytes: number): Promise<Uint8Array> {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage };
  try {
    const chunks = await (incoming ? readSocket(incoming, mostBytes) : readStream(c.req.raw.body, mostBytes));
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  } catch (error) {
    // the line broke, or the client was too slow: nobody may be there to read it, and it is no fault of ours
    throw error instanceof ProblemError ? error : new ProblemError('too-slow');
  }
}

/** What has come of a body; throws where it is too much. */
function createIntoChunks(mostBytes: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > mostBytes) throw new ProblemError('too-large');
    chunks.push(chunk);
  };
  return { chunks, take };
}

/**
 * Node's own stream where there is a socket: a web stream takes many times as long and keeps what it has brought until the
 * answer is sent, and an iterator takes twice as long. It stays open when too much has come: the answer goes over the
 * same socket.
 */
function readSocket(incoming: IncomingMessage, mostBytes: number): Promise<Uint8Array[]> {
  const { chunks, take } = createIntoChunks(mostBytes);
  return new Promise((resolve, reject) => {
    const leave = () =>
      incoming.off('data', onData).off('end', onEnd).off('error', onBreak).off('close', onBreak);
    function onData(chunk: Uint8Array): void {
      try {
        take(chunk);
      } catch (error) {
        leave().pause();
        reject(error);
      }
    }
    function onEnd(): void {
      leave();
      resolve(chunks);
    }
    function onBreak(): void {
      leave();
      reject(new ProblemError('too-slow'));
    }
    if (incoming.destroyed) onBreak();
    else incoming.on('data', onData).on('end', onEnd).on('error', onBreak).on('close', onBreak);
  });
}

/** Where there is none. Not by a stream of Node's made of it: that goes on between turns of the loop, which simulated time does not await. */
async function readStream(body: ReadableStream<Uint8Array> | null, mostBytes: number): Promise<Uint8Array[]> {
  const { chunks, take } = createIntoChunks(mostBytes);
  for await (const chunk of body ?? []) take(chunk);
  return chunks;
}
