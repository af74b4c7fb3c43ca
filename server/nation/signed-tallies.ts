import { createPublicKey, hash, verify } from 'node:crypto';
import * as v from 'valibot';
import { FORMS } from '../../shared/questionnaire.ts';
import { SaidFault } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
import { day, MethodSchema, WithheldFigureSchema, WordsSchema } from '../../shared/wire/answer-parts.ts';

/**
 * The file in which a province hands its tallies of a closed period to the nation (docs/nation.md): JSON, one object a
 * line. A head, a line for each form with everything that the province's own report tells, and an end that holds the hash over all
 * bytes before it and the server's signature. What the report withholds is in no file: the nation cannot give away what it never had.
 */
export const TALLIES_KIND = 'sipas-tallies-1';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const text = v.pipe(v.string(), v.maxLength(1_000));

const SumsSchema = v.strictObject({
  n: whole,
  answers: whole,
  noOpinion: whole,
  Y: whole,
  M: whole,
  X: whole,
  YY: whole,
  YM: whole,
  MM: whole,
  XX: whole,
  XM: whole,
});
/** The whole numbers of a figure that is told, else why it is not. */
const ToldSchema = v.union([v.strictObject({ sums: SumsSchema }), WithheldFigureSchema]);

const HeadSchema = v.strictObject({
  kind: v.literal(TALLIES_KIND),
  program: text,
  methodVersion: whole,
  province: v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{2}$/)), name: WordsSchema }),
  period: v.strictObject({ id: text, from: day, to: day }),
  /** Local day on which it was made. */
  day,
  /** The newest nightly root of that day. */
  root: v.nullable(v.strictObject({ n: whole, day, root: sha256 })),
});

const RowSchema = v.strictObject({
  name: v.nullable(WordsSchema),
  policy: ToldSchema,
  service: ToldSchema,
});
const LevelsSchema = v.nullable(v.array(whole));

const FormSchema = v.strictObject({
  form: v.picklist(FORMS),
  questionnaire: v.strictObject({ id: text, version: whole, sha256 }),
  /** Versions that were asked in the period beside it; their forms are in no sum. */
  alsoAsked: v.array(v.strictObject({ id: text, version: whole })),
  /** By which the province's own report computes; the sums are the same for any. */
  method: MethodSchema,
  certified: v.nullable(v.strictObject({ version: whole, day, hash: sha256 })),
  shown: v.nullable(whole),
  valid: v.nullable(whole),
  /** Both areas, `all`, the overall question, then the factors. */
  figures: v.array(v.strictObject({ group: text, name: v.nullable(WordsSchema), told: ToldSchema })),
  items: v.array(
    v.strictObject({
      group: text,
      factor: text,
      name: WordsSchema,
      told: ToldSchema,
      levels: LevelsSchema,
      notReached: v.nullable(whole),
      blank: v.nullable(whole),
    }),
  ),
  /** Units right below the province, and its own service points. */
  units: v.array(RowSchema),
  /** Null name: forms that name no field. */
  fields: v.array(RowSchema),
});

const EndSchema = v.strictObject({ sha256, sig: v.pipe(v.string(), v.maxLength(200)) });

export type TalliesHead = Readonly<v.InferOutput<typeof HeadSchema>>;
export type FormTallies = Readonly<v.InferOutput<typeof FormSchema>>;
export type Told = Readonly<v.InferOutput<typeof ToldSchema>>;
export type ToldSums = Readonly<v.InferOutput<typeof SumsSchema>>;
export type ToldRow = Readonly<v.InferOutput<typeof RowSchema>>;
export interface Tallies {
  readonly head: TalliesHead;
  readonly forms: readonly FormTallies[];
}

type Why = (words: OperatorWords['nation']['why']) => string;

/** Why a file is not taken; whoever tells of it names the file first. */
export class TalliesFault extends SaidFault {
  constructor(why: Why) {
    super(({ nation }) => why(nation.why));
  }
}

const preimage = (sum: string) => `${TALLIES_KIND}\n${sum}`;

/** The text of a file. */
export function signTallies({ head, forms }: Tallies, sign: (text: string) => string): string {
  const body = [head, ...forms].map((line) => `${JSON.stringify(line)}\n`).join('');
  const sum = hash('sha256', body);
  return `${body}${JSON.stringify({ sha256: sum, sig: sign(preimage(sum)) })}\n`;
}

/**
 * Reads a file that is signed by one of the keys known of its province. Throws `TalliesFault`: cut short, altered, of a
 * province that is not known, signed by somebody else, or not such a file at all.
 */
export function openTallies(
  bytes: string,
  keysOf: (province: string) => readonly string[] | undefined,
): Tallies {
  const end = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  const body = bytes.slice(0, end);
  const { sha256: sum, sig } = read(EndSchema, bytes.slice(end), ({ notTallies }) => notTallies);
  if (!bytes.endsWith('\n') || hash('sha256', body) !== sum) throw new TalliesFault(({ altered }) => altered);
  const [first = '', ...rest] = body.slice(0, -1).split('\n');
  const head = read(HeadSchema, first, ({ otherKind }) => otherKind);
  const { code, name } = head.province;
  const keys = keysOf(code);
  if (!keys) throw new TalliesFault((why) => why.noKey(code, name.vi));
  if (!keys.some((key) => isSigned(preimage(sum), sig, key)))
    throw new TalliesFault((why) => why.otherKey(code, name.vi));
  const forms = rest.map((line, at) => read(FormSchema, line, (why) => why.line(at + 2)));
  return { head, forms };
}

function read<S extends v.GenericSchema>(schema: S, line: string, otherwise: Why): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(line));
  } catch {
    throw new TalliesFault(otherwise);
  }
}

/** Ed25519; the key as SPKI in base64. */
function isSigned(signed: string, sig: string, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(signed), publicKey, Buffer.from(sig, 'base64'));
  } catch {
    return false;
  }
}
