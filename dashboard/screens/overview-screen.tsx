import { useEffect, useState } from 'preact/hooks';
import type { Tree } from '../../shared/wire/device.ts';
import type { MethodNote, Overview, ScopeUnit } from '../../shared/wire/overview.ts';
import { axisFloor } from '../../shared/axis-floor.ts';
import { AttentionPanel } from '../parts/attention-panel.tsx';
import { ChoiceBar } from '../parts/choice-bar.tsx';
import { FormCounts } from '../parts/form-counts.tsx';
import { HeadlineFigure } from '../parts/headline-figure.tsx';
import { LiveSaid } from '../parts/live-said.tsx';
import { isOfficial } from '../parts/method-choice.tsx';
import { LaterPage } from '../parts/later-page.tsx';
import { MethodLine } from '../parts/method-line.tsx';
import { OtherFigures } from '../parts/other-figures.tsx';
import type { AskedPassport, OpenPassport } from '../parts/asked-passport.ts';
import { readChoice, writeChoice } from '../read-choice.ts';
import type { Choice, Refusal, ServerLink } from '../server-link.ts';
import { namePeriod } from '../text/name-period.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useWords } from '../text/use-words.ts';
import { writeDates, writeInstant } from '../text/write-date.ts';
import { useOverview } from './use-overview.ts';
import { useTrees } from '../use-trees.ts';

interface OverviewScreenProps {
  readonly server: ServerLink;
  readonly units: readonly ScopeUnit[];
  readonly home: string;
  readonly now: () => number;
  readonly ended: () => void;
  /** Tells the page which tree the figures on it belong to, for the mark above them. */
  readonly showTree: (tree: Tree) => void;
  /** Devices of the scope that need somebody now. */
  readonly redDevices: number;
  /** Leads to the devices of a unit; undefined where the account may not see them. */
  readonly toDevices: ((unit: string) => void) | undefined;
}

export function OverviewScreen({
  server,
  units: unitsNow,
  home,
  now,
  ended,
  showTree,
  redDevices,
  toDevices,
}: OverviewScreenProps) {
  const { words, language, say } = useWords();
  const [choice, setChoice] = useState<Choice>(() => readChoice(location.search, unitsNow, home, now()));
  const { days, units } = useTrees(server, unitsNow, choice.asOf);
  const { overview, updatedAt, busy, refusal, refresh } = useOverview(server, choice, ended);
  const [reporting, setReporting] = useState(false);

  function choose(next: Choice): void {
    setChoice(next);
    history.pushState(null, '', writeChoice(next));
  }
  useEffect(() => {
    const follow = () => setChoice(readChoice(location.search, unitsNow, home, now()));
    globalThis.addEventListener('popstate', follow);
    return () => globalThis.removeEventListener('popstate', follow);
  }, [unitsNow, home]);

  const title = overview
    ? words.title(say(overview.unit.name), namePeriod(overview.period.id, language))
    : words.brand;
  useEffect(() => {
    document.title = title;
  }, [title]);

  const tree = overview?.unit.tree;
  useEffect(() => {
    if (tree) showTree(tree);
  }, [tree, showTree]);

  const [passport, setPassport] = useState<AskedPassport | null>(null);

  const chosen = units.find(({ id }) => id === choice.unit);
  const parent = units.find(({ id }) => id === chosen?.parent);
  return (
    <main id="main" class="overview" aria-busy={!refusal && !isOf(overview, choice)}>
      <ChoiceBar
        units={units}
        days={days}
        choice={choice}
        nowMs={now()}
        choose={choose}
        refresh={() => void refresh()}
        busy={busy}
      />
      <div class="state-line" role="status">
        {refusal && <StateNotice refusal={refusal} overview={overview} retry={() => void refresh()} />}
        {!refusal && !isOf(overview, choice) && <p class="notice">{words.loading}</p>}
      </div>
      <LiveSaid at={updatedAt} />
      {overview && (
        <>
          <div class="title-line">
            <h1>{title}</h1>
            <p class="title-facts">
              <span>{writeDates(overview.period.from, overview.period.to)}</span>
              <span>{words.choose[overview.form]}</span>
              {parent && (
                <button type="button" class="as-link" onClick={() => choose({ ...choice, unit: parent.id })}>
                  <span aria-hidden="true">↑ </span>
                  {words.choose.up(say(parent.name))}
                </button>
              )}
            </p>
          </div>
          <Figures
            server={server}
            ended={ended}
            overview={overview}
            redDevices={redDevices}
            openPassport={setPassport}
            chooseMethod={(method) => {
              const { statistic: _, aggregation: __, ...rest } = choice;
              choose({ ...rest, ...method });
            }}
            toDevices={toDevices && (() => toDevices(overview.unit.id))}
            toReport={() => setReporting(true)}
            canOpen={(id) => units.some((unit) => unit.id === id)}
            open={(unit) => {
              choose({ ...choice, unit });
              globalThis.scrollTo(0, 0);
            }}
          />
        </>
      )}
      {reporting && (
        <LaterPage
          load={loadReport}
          props={{ server, choice, ended, close: () => setReporting(false) }}
          isPart
        />
      )}
      {passport && (
        <LaterPage
          load={loadPassport}
          props={{ server, choice, ended, asked: passport, close: () => setPassport(null) }}
          isPart
        />
      )}
    </main>
  );
}

function isOf(overview: Overview | null, choice: Choice): boolean {
  if (!overview) return false;
  const { method, campaignMethod } = overview;
  return (
    method.statistic === (choice.statistic ?? campaignMethod.statistic) &&
    method.aggregation === (choice.aggregation ?? campaignMethod.aggregation) &&
    overview.unit.id === choice.unit &&
    overview.period.id === choice.period &&
    overview.form === choice.form &&
    (choice.asOf === undefined || overview.treeDay === choice.asOf)
  );
}

interface StateNoticeProps {
  readonly refusal: Refusal;
  readonly overview: Overview | null;
  readonly retry: () => void;
}

function StateNotice({ refusal, overview, retry }: StateNoticeProps) {
  const { words, language } = useWords();
  const asOf = overview && writeInstant(overview.asOf, language);
  const text =
    refusal.kind === 'unreachable'
      ? asOf
        ? words.state.offline(asOf)
        : words.state.offlineFirst
      : asOf
        ? words.state.stale(sayRefusal(refusal, words), asOf)
        : sayRefusal(refusal, words);
  return (
    <p class="notice warning">
      {text}{' '}
      <button type="button" class="as-link" onClick={retry}>
        {words.state.retry}
      </button>
    </p>
  );
}

interface FiguresProps {
  readonly server: ServerLink;
  readonly ended: () => void;
  readonly overview: Overview;
  readonly redDevices: number;
  readonly openPassport: OpenPassport;
  readonly chooseMethod: (method: MethodNote | undefined) => void;
  readonly toDevices: (() => void) | undefined;
  readonly toReport: () => void;
  readonly canOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
}

// what is not seen at first comes over the network: the charts at once, the others when somebody asks for them
const loadCharts = () => import('./overview-charts.tsx').then(({ OverviewCharts }) => OverviewCharts);
const loadPassport = () =>
  import('../passport/passport-panel.tsx').then(({ PassportPanel }) => PassportPanel);
const loadReport = () => import('../report/report-panel.tsx').then(({ ReportPanel }) => ReportPanel);

function Figures({
  server,
  ended,
  overview,
  redDevices,
  openPassport,
  chooseMethod,
  toDevices,
  toReport,
  canOpen,
  open,
}: FiguresProps) {
  const { words } = useWords();
  const { headline, former } = overview;
  const noTarget = isOfficial(overview) ? words.target.none : words.target.notHere;
  const floor = axisFloor(
    [headline.policy, headline.service],
    headline.target ? [headline.target.percent] : [],
  );
  return (
    <>
      <div class="headlines">
        <HeadlineFigure
          name={words.policy}
          score={headline.policy}
          method={overview.method}
          floor={floor}
          target={headline.target}
          noTarget={noTarget}
          state={headline.policyTarget}
          former={former ? { id: former.period.id, change: former.policy } : undefined}
        />
        <HeadlineFigure
          name={words.service}
          score={headline.service}
          method={overview.method}
          floor={floor}
          target={headline.target}
          noTarget={noTarget}
          state={headline.serviceTarget}
          former={former ? { id: former.period.id, change: former.service } : undefined}
        />
        <AttentionPanel
          overview={overview}
          redDevices={redDevices}
          toDevices={toDevices}
          canOpen={canOpen}
          open={open}
        />
        <FormCounts overview={overview} toDevices={toDevices} toReport={toReport} />
        <MethodLine
          overview={overview}
          choose={chooseMethod}
          openPassport={(group, name) => openPassport({ group, by: null, value: '', name })}
        />
        <OtherFigures headline={headline} />
      </div>
      {overview.alsoAsked.length > 0 && (
        <p class="notice">{words.versions.alsoAsked(overview.questionnaire, overview.alsoAsked)}</p>
      )}
      {overview.received === 0 && <p class="notice">{words.state.emptyPeriod}</p>}
      <LaterPage load={loadCharts} props={{ server, ended, overview, canOpen, open, openPassport }} isPart />
    </>
  );
}
