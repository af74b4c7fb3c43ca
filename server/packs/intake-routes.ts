import { type Context, Hono } from 'hono';
import { missing } from '../../shared/language-pack.ts';
import { PACK_BYTES_MOST } from '../../shared/pack-limits.ts';
import { type TakenIn, TextsFileSchema } from '../../shared/wire/manage-languages.ts';
import type { Caller } from '../caller.ts';
import { keptOfPack } from '../kept-of-pack.ts';
import type { Deps } from '../deps.ts';
import { readPackFiles, readTextsCsv, writePackFiles } from '../pack-file.ts';
import { InvalidError, invalid, ProblemError } from '../problem.ts';
import { readForm, readUpload } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { clipBytes } from '../store/language-packs.ts';
import type { Reader } from '../store/store.ts';
import { emptyPack, type Intake, type IntakePlan, planIntake, writeIntake } from '../take-pack.ts';
import { readZip, writeZip } from '../zip.ts';
import { ZipFault } from '../zip-directory.ts';
import { knownPacks } from './known-packs.ts';
import { named } from './manage-packs.ts';
import { createPackGround } from './pack-ground.ts';

/** Names, lengths and checksums around the recordings themselves. */
const UPLOAD_MOST_BYTES = PACK_BYTES_MOST + 1_000_000;
const BOUNDS = { entries: 500, entryBytes: 2_000_000, allBytes: UPLOAD_MOST_BYTES };
const TEXTS_MOST_BYTES = 1_000_000;
const [FAULTS_MOST, NAMES_MOST, NAME_SIGNS] = [200, 100, 80];

/** Packs as files: whole ones, the translator's texts, a folder of recordings. `?write=1` writes, without it one sees. */
export function packIntakeRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, clock } = deps;
  const { begin, changer, write } = createPackGround(deps, guards);
  const isMeant = (c: Context) => c.req.query('write') === '1';

  routes.post('/languages/import', async (c) => {
    const caller = await changer(c);
    const files = unzip(await readUpload(c, 'application/octet-stream', UPLOAD_MOST_BYTES));
    const intake = readPackFiles(files);
    return c.json(
      await take(caller, intake.head.code, intake, { isWritten: isMeant(c), what: 'language-imported' }),
    );
  });

  routes.post('/languages/:code/clips', async (c) => {
    const caller = await changer(c);
    const { clips, unknown } = await readFolder(c);
    const intake: Intake = { texts: {}, clips, unknown };
    const how = { isWritten: isMeant(c), what: 'language-recorded' };
    return c.json(await take(caller, c.req.param('code'), intake, how));
  });

  routes.post('/languages/:code/texts', async (c) => {
    const caller = await changer(c);
    const { csv } = await readForm(c, TextsFileSchema, TEXTS_MOST_BYTES);
    const intake: Intake = { texts: readTextsCsv(csv), clips: new Map(), unknown: [] };
    return c.json(
      await take(caller, c.req.param('code'), intake, { isWritten: isMeant(c), what: 'language-translated' }),
    );
  });

  routes.get('/languages/:code/export', async (c) => {
    const { scope } = await begin(c);
    const zip = await store.snapshot(async (read) => {
      const { pack, asked } = named(await knownPacks(read, scope.tree, clock()), c.req.param('code'));
      const clips = new Map<string, Uint8Array>();
      for (const [key, { sha256 }] of Object.entries(pack.clips)) {
        const bytes = await clipBytes(read, scope.tree, sha256);
        if (bytes) clips.set(key, bytes);
      }
      return writeZip(writePackFiles(pack, clips, asked));
    });
    c.header('content-type', 'application/zip');
    return c.body(new Uint8Array(zip));
  });

  async function take(
    caller: Caller,
    code: string,
    intake: Intake,
    { isWritten, what }: { readonly isWritten: boolean; readonly what: string },
  ): Promise<TakenIn> {
    const { tree } = caller.scope;
    const planned = async (read: Reader) => {
      const known = await knownPacks(read, tree, clock());
      const found = known.packs.find((pack) => pack.code === code);
      if (!found && !intake.head) throw new ProblemError('not-found');
      const questionnaire = known.questionnaireFor(intake.head?.questionnaire ?? found!.questionnaire);
      if (!questionnaire) throw invalid('pack.questionnaire', 'unknown');
      const before = found
        ? { ...found, ...keptOfPack(found, known.questionnaireFor(found.questionnaire)!, questionnaire) }
        : emptyPack({ code, ...intake.head! }, tree, questionnaire);
      const plan = planIntake(before, intake, { tree, questionnaire });
      if (plan.faults.length > 0) throw new InvalidError(plan.faults.slice(0, FAULTS_MOST));
      const lacks = missing(plan.pack, questionnaire);
      return {
        before,
        plan,
        taken: { ...describe(plan, isWritten), ...changeOf(before, plan), missing: lacks },
      };
    };
    if (!isWritten) return (await store.snapshot(planned)).taken;
    return store.write(async (tx) => {
      const { plan, taken } = await planned(tx);
      if (!plan.isChanged) return taken;
      await writeIntake(tx, tree, plan);
      const details = {
        name: plan.pack.nameVi,
        texts: taken.texts.added + taken.texts.changed,
        clips: taken.clips.added.length + taken.clips.changed.length,
        ...(taken.losesReview && { review: 'lost' }),
        ...(taken.isDisabled && { state: 'disabled' }),
      };
      await write(tx, caller, { what, subject: code, details });
      return taken;
    });
  }
  return routes;
}

function describe({ pack, texts, clips, unknown }: IntakePlan, written: boolean) {
  const { code, name, nameVi } = pack;
  return {
    written,
    code,
    name,
    nameVi,
    texts: { added: texts.added.length, changed: texts.changed.length, same: texts.same },
    clips,
    unknown: unknown.slice(0, NAMES_MOST).map((file) => file.slice(0, NAME_SIGNS)),
  };
}

const changeOf = (before: IntakePlan['pack'], { pack }: IntakePlan) => ({
  losesReview: before.about.reviewer !== null && pack.about.reviewer === null,
  isDisabled: before.isEnabled && !pack.isEnabled,
});

function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return readZip(bytes, BOUNDS);
  } catch (error) {
    if (error instanceof ZipFault) throw invalid('file', error.why === 'too-large' ? 'too-long' : 'wrong');
    throw error;
  }
}

/** A folder as browsers send it: every file with its name; recordings are named by their key. */
async function readFolder(c: Context): Promise<{ clips: Map<string, Uint8Array>; unknown: string[] }> {
  const bytes = await readUpload(c, 'multipart/form-data', UPLOAD_MOST_BYTES);
  const headers = { 'content-type': c.req.header('content-type')! };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw new ProblemError('malformed');
  });
  const clips = new Map<string, Uint8Array>();
  const unknown: string[] = [];
  for (const value of form.values()) {
    if (typeof value === 'string') throw new ProblemError('malformed');
    const key = /^([^/\\]+)\.mp3$/i.exec(value.name)?.[1];
    if (key && !clips.has(key)) clips.set(key, new Uint8Array(await value.arrayBuffer()));
    else unknown.push(value.name);
  }
  return { clips, unknown };
}
