import { type Context, Hono } from 'hono';
import type { CaseTag } from '../../shared/case-tags.ts';
import { uuid4 } from '../../shared/ids.ts';
import { maskRemark } from '../../shared/mask-remark.ts';
import { type Period, periodsUpTo, readPeriod, writeDay } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import {
  NewReplySchema,
  PrintRepliesSchema,
  type ReplyList,
  type ReplyWords,
} from '../../shared/wire/followed-cases.ts';
import type { FaultAt } from '../../shared/wire/problem.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, InvalidError, ProblemError } from '../problem.ts';
import type { Press } from '../print/press.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { type StoredCase, remarksBetween } from '../store/stored-cases.ts';
import { namesOf } from '../store/names-of.ts';
import { allUnits, subtreeOf } from '../store/organisation.ts';
import { addReply, repliesAt, repliesOf, withdrawReply } from '../store/replies.ts';
import type { Reader } from '../store/store.ts';
import { unitIn, unitName } from './case-views.ts';

const MOST_BYTES = 8 * 1024;
/** What is older is history. */
const MONTHS = 7;

/** "Góp ý – đã xử lý": what people said in a period and what was done, from ten remarks on. */
export function replyRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly press: Press },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'cases');

  routes.get('/replies', async (c) => {
    const caller = await begin(c);
    const unit = c.req.query('unit') ?? caller.account.unit;
    return c.json(await store.snapshot((read) => replyList(read, caller, unit)));
  });

  routes.post('/replies', async (c) => {
    const caller = await begin(c);
    const { account, scope, today } = caller;
    const { unit, period, vi, en } = await readForm(c, NewReplySchema, MOST_BYTES);
    if (!scope.units.some(({ id }) => id === unit)) throw invalid('unit', 'unknown');
    const asked = readPeriod(period);
    if (!asked || asked.from > today) throw invalid('period', 'unknown');
    const words = { vi: wordsOf('vi', vi), en: en && wordsOf('en', en) };
    const id = uuid4(deps.random);
    await store.write(async (tx) => {
      if ((await remarksIn(tx, caller, unit, asked)).length < MIN_N) throw new ProblemError('not-possible');
      await addReply(tx, { id, unit, period, ...words, published: today, author: account.id });
      const details = { period };
      await note(
        tx,
        audited(deps, { account: account.id, unit, what: 'reply-published', subject: unit, details }),
      );
    });
    return c.json(await store.snapshot((read) => replyList(read, caller, unit)));
  });

  // what is shown at the unit, its own and that of the units above it
  routes.post('/replies/print', async (c) => {
    const { scope } = await begin(c);
    const { unit: asked, language } = await readForm(c, PrintRepliesSchema, MOST_BYTES);
    const unit = unitIn(scope, asked);
    const replies = await repliesAt(store.read, await allUnits(store.read), unit.id);
    if (replies.length === 0) throw new ProblemError('not-possible');
    const pdf = await guards.press({
      kind: 'replies',
      language,
      office: unit.name[language],
      isTrial: unit.tree !== 'real',
      replies: replies.map(({ vi, en, period }) => {
        const { from, to } = readPeriod(period)!;
        return { ...((language === 'en' && en) || vi), days: `${writeDay(from)} – ${writeDay(to)}` };
      }),
    });
    return c.body(pdf, 200, { 'content-type': 'application/pdf' });
  });

  routes.post('/replies/:id/withdraw', async (c) => {
    const caller = await begin(c);
    const { account, scope, today } = caller;
    const unit = await store.write(async (tx) => {
      const id = c.req.param('id');
      const all = await repliesOf(
        tx,
        scope.units.map((one) => one.id),
      );
      const found = all.find((one) => one.id === id);
      if (!found) throw new ProblemError('not-found');
      if (!(await withdrawReply(tx, id, today))) throw new ProblemError('not-possible');
      const details = { period: found.period };
      const line = {
        account: account.id,
        unit: found.unit,
        what: 'reply-withdrawn',
        subject: found.unit,
        details,
      };
      await note(tx, audited(deps, line));
      return found.unit;
    });
    return c.json(await store.snapshot((read) => replyList(read, caller, unit)));
  });
  return routes;
}

/** Published words name nobody: what would be masked is refused, because a mark on a poster explains nothing. */
function wordsOf(language: 'vi' | 'en', { said, did }: ReplyWords): ReplyWords {
  const words = { said: said.trim(), did: did.trim() };
  const faults = (['said', 'did'] as const).flatMap((field): FaultAt[] => {
    const at = `${language}.${field}`;
    if (words[field] === '') return [{ at, why: 'needed' }];
    return maskRemark(words[field]) === words[field].normalize('NFC') ? [] : [{ at, why: 'not-allowed' }];
  });
  if (faults.length > 0) throw new InvalidError(faults);
  return words;
}

function remarksIn(read: Reader, { scope }: Caller, unit: string, period: Period) {
  const units = subtreeOf(scope.units, unit).map(({ id }) => id);
  return remarksBetween(read, units, period);
}

async function replyList(read: Reader, caller: Caller, asked: string): Promise<ReplyList> {
  const unit = unitIn(caller.scope, asked);
  const replies = await repliesOf(read, [unit.id]);
  const names = await namesOf(
    read,
    replies.map(({ author }) => author),
  );
  const periods = periodsUpTo(caller.today, MONTHS).filter(
    ({ id, kind }) => kind === 'month' || /^report-.*-q/.test(id),
  );
  return {
    unit: unitName(unit),
    replies: replies.map((reply) => ({
      ...reply,
      unit: unitName(unit),
      author: names.get(reply.author) ?? '',
    })),
    periods: await Promise.all(
      periods.map(async (period) => {
        const remarks = await remarksIn(read, caller, unit.id, period);
        const isEnough = remarks.length >= MIN_N;
        return {
          id: period.id,
          remarks: isEnough ? remarks.length : null,
          tags: isEnough ? countTags(remarks) : null,
        };
      }),
    ),
  };
}

function countTags(remarks: readonly Pick<StoredCase, 'tags'>[]): Partial<Record<CaseTag, number>> {
  const counts: Partial<Record<CaseTag, number>> = {};
  for (const { tags } of remarks) for (const tag of tags ?? []) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}
