import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { isOpen, localDay, type Period, periodsUpTo } from '../../shared/period.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { Cut, CutRow } from '../../shared/wire/cuts.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { ChoiceBar } from '../parts/choice-bar.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { isOfficial, MethodChoice } from '../parts/method-choice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PassportPanel } from '../passport/passport-panel.tsx';
import type { AskedPassport } from '../parts/asked-passport.ts';
import { useTrees } from '../use-trees.ts';
import type { ServerLink } from '../server-link.ts';
import '../styles/detail.css';
import '../styles/made-files.css';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useDetailWords } from '../text/use-detail-words.ts';
import { writeMethod } from '../text/write-method.ts';
import { useFresh } from '../use-fresh.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { CountFiles } from './count-files.tsx';
import { CutChoices } from './cut-choices.tsx';
import { CutPanel } from './cut-panel.tsx';
import { type DetailChoice, readDetail, writeDetail } from './detail-choice.ts';
import { nameRow } from './name-row.ts';

/** Cuts are read, not watched. */
const EVERY_MS = 60_000;

interface DetailPageProps {
  readonly server: ServerLink;
  readonly units: readonly ScopeUnit[];
  readonly home: string;
  readonly now: () => number;
  readonly ended: () => void;
  readonly showTree: (tree: Tree) => void;
  readonly moved: boolean;
}

/** The figures of a unit and a period taken apart, two of them compared, and where each comes from. */
export function DetailPage({ server, units: unitsNow, home, now, ended, showTree, moved }: DetailPageProps) {
  const spoken = useDetailWords();
  const { own, words, language, say } = spoken;
  const [choice, setChoice] = useState(() => readDetail(location.search, unitsNow, home, now()));
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [other, setOther] = useState('');
  const [passport, setPassport] = useState<AskedPassport | null>(null);
  const { days, units } = useTrees(server, unitsNow, choice.asOf);
  const query = new URLSearchParams({ ...choice }).toString();
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<Cut>('GET', `/api/v1/cuts?${query}`, undefined, signal),
    [server, query],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const cut = fresh.value;

  function choose(next: DetailChoice): void {
    if (next.by !== choice.by || next.unit !== choice.unit) setMarked([]);
    setChoice(next);
    history.pushState(null, '', writeDetail(next));
  }
  useEffect(() => {
    const follow = () => setChoice(readDetail(location.search, unitsNow, home, now()));
    globalThis.addEventListener('popstate', follow);
    return () => globalThis.removeEventListener('popstate', follow);
  }, [unitsNow, home]);
  const tree = cut?.unit.tree;
  useEffect(() => {
    if (tree) showTree(tree);
  }, [tree, showTree]);

  const compared = useRef<HTMLElement>(null);
  useEffect(() => {
    if (marked.length === 2) compared.current?.scrollIntoView({ block: 'nearest' });
  }, [marked.length]);

  const isCurrent = cut?.by === choice.by && cut.period.id === choice.period && cut.unit.id === choice.unit;
  const groups = choice.group ? [choice.group] : ['I', 'II'];
  const mark = (value: string) =>
    setMarked((before) =>
      before.includes(value) ? before.filter((one) => one !== value) : [...before.slice(-1), value],
    );
  const openPassport = (group: string, row: CutRow) =>
    setPassport({ group, by: choice.by, value: row.value, name: nameRow(choice.by, row, spoken) });
  const unit = cut
    ? say(cut.unit.name)
    : say(units.find(({ id }) => id === choice.unit)?.name ?? { vi: '', en: '' });
  const [first] = marked;
  const firstRow = cut?.rows.find(({ value }) => value === first);
  return (
    <main id="main" class="overview detail">
      <ChoiceBar
        units={units}
        days={days}
        choice={choice}
        nowMs={now()}
        choose={(next) => choose({ ...next, by: choice.by, ...(choice.group && { group: choice.group }) })}
        refresh={() => void fresh.refresh()}
        busy={fresh.busy}
      />
      <PageHead title={own.title(unit)} moved={moved} />
      <CutChoices choice={choice} factors={cut?.factors ?? []} choose={choose} />
      <FreshNotice fresh={fresh} loading={own.loading} />
      {cut && isCurrent && (
        <>
          {cut.isTooEarly ? (
            <TooEarly choice={choice} nowMs={now()} choose={choose} />
          ) : cut.rows.length === 0 ? (
            <p class="notice">{own.empty}</p>
          ) : (
            <>
              <CutPanel cut={cut} marked={marked} mark={mark} openPassport={openPassport} />
              <CountFiles {...{ server, choice, cut, ended }} />
            </>
          )}
          <section class="chart compare" aria-label={own.compare.title} ref={compared}>
            <header>
              <h2>{own.compare.title}</h2>
              <label class="pick">
                <span>{own.compare.period}</span>
                <select value={other} onChange={({ currentTarget }) => setOther(currentTarget.value)}>
                  <option value="">{own.compare.periodNone}</option>
                  {periodsUpTo(localDay(now()), 25)
                    .filter(({ id }) => id !== choice.period)
                    .map((period) => (
                      <option key={period.id} value={period.id}>
                        {nameDatedPeriod(period, language)}
                      </option>
                    ))}
                </select>
              </label>
            </header>
            {marked.length === 2 || other !== '' ? null : firstRow ? (
              <p>
                {own.compare.one(nameRow(cut.by, firstRow, spoken))}{' '}
                {cut.by !== 'form' && cut.by !== 'version' && (
                  <button type="button" class="as-link" onClick={() => setMarked([first!, 'rest'])}>
                    {own.compare.withRest}
                  </button>
                )}
              </p>
            ) : (
              <p class="note">{own.compare.hint}</p>
            )}
            {marked.length === 2 && (
              <>
                {groups.map((group) => (
                  <ComparisonPanel
                    key={`rows ${group}`}
                    {...{ server, choice, group, ended }}
                    factors={cut.factors}
                    of={{ a: marked[0]!, b: marked[1]! }}
                  />
                ))}
                <button type="button" class="quiet-button" onClick={() => setMarked([])}>
                  {own.compare.clear}
                </button>
              </>
            )}
            {other !== '' &&
              other !== choice.period &&
              groups.map((group) => (
                <ComparisonPanel
                  key={`period ${group}`}
                  {...{ server, choice, group, ended }}
                  factors={cut.factors}
                  of={{ other }}
                />
              ))}
          </section>
          <section class="detail-method">
            <p>{writeMethod(cut.method, words)}</p>
            {!isOfficial(cut) && <p class="notice">{words.method.unofficial}</p>}
            <MethodChoice
              overview={cut}
              choose={(method) => {
                const { statistic: _, aggregation: __, ...rest } = choice;
                choose({ ...rest, ...method });
              }}
            />
          </section>
        </>
      )}
      {passport && (
        <PassportPanel {...{ server, choice, ended }} asked={passport} close={() => setPassport(null)} />
      )}
    </main>
  );
}

interface TooEarlyProps {
  readonly choice: DetailChoice;
  readonly nowMs: number;
  readonly choose: (choice: DetailChoice) => void;
}

/** Why nothing is shown, and the nearest periods that have ended. */
function TooEarly({ choice, nowMs, choose }: TooEarlyProps) {
  const { own, language } = useDetailWords();
  const ended = periodsUpTo(localDay(nowMs)).filter((period) => !isOpen(period, nowMs));
  const newest = (['report', 'month', 'half'] as const).flatMap((kind): Period[] =>
    ended.find((period) => period.kind === kind) ? [ended.find((period) => period.kind === kind)!] : [],
  );
  return (
    <div class="notice too-early">
      <p>{own.tooEarly}</p>
      <p class="ways-on">
        {newest.map((period) => (
          <button
            type="button"
            class="quiet-button"
            key={period.id}
            onClick={() => choose({ ...choice, period: period.id })}
          >
            {own.toClosed(nameDatedPeriod(period, language))}
          </button>
        ))}
      </p>
    </div>
  );
}
