import type { ComponentChildren } from 'preact';
import type { FigurePassport } from '../../shared/wire/cuts.ts';
import { isOfficial } from '../parts/method-choice.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import { nameDatedPeriod } from '../text/name-period.ts';
import { usePassportWords } from '../text/use-passport-words.ts';
import { writeDate, writeInstant } from '../text/write-date.ts';
import { writeMethod } from '../text/write-method.ts';
import { writeCount, writePercent } from '../text/write-number.ts';

/** The facts of a passport, in the order in which an inspector asks for them. */
export function PassportFacts({
  passport,
  name,
}: {
  readonly passport: FigurePassport;
  readonly name: string;
}) {
  const { own, words, language, say } = usePassportWords();
  const { period, score, served, standings, method } = passport;
  const count = (number: number) => writeCount(number, language);
  const exact = (number: number) => String(number).replace('.', language === 'vi' ? ',' : '.');
  return (
    <div class="passport-facts">
      <Facts title={own.about}>
        <Fact name={own.unit}>{say(passport.unit.name)}</Fact>
        <Fact name={own.period}>{nameDatedPeriod(period, language)}</Fact>
        <Fact name={own.filter}>{name || own.noFilter}</Fact>
        <Fact name={own.form}>{words.choose[passport.form]}</Fact>
        <Fact name={own.questionnaire}>
          {own.version(passport.questionnaire.id, passport.questionnaire.version)}
        </Fact>
        <Fact name={own.asOf}>{writeInstant(passport.asOf, language)}</Fact>
        <Fact name={own.released}>{own.received(count(passport.received), count(passport.shown))}</Fact>
      </Facts>
      <Facts title={own.formula}>
        <Fact name={isOfficial(passport) ? own.official : own.notOfficial}>{writeMethod(method, words)}</Fact>
        <Fact name={words[method.statistic]}>
          {own[method.statistic]} {method.aggregation !== 'pooled' && own.averaged}
        </Fact>
        <Fact name={own.weights}>{weightsOf(passport, own)}</Fact>
      </Facts>
      {served && !('withheld' in score) ? (
        <Facts title={own.counts}>
          <Fact name={own.n}>{count(served.sums.n)}</Fact>
          <Fact name={own.answers}>{count(served.sums.answers)}</Fact>
          <Fact name={own.noOpinion}>
            {count(served.sums.noOpinion)} ({writePercent(score.noOpinionPercent, language)})
          </Fact>
          <Fact name={own.sums}>
            <SumList
              sums={(['Y', 'M', 'X', 'YY', 'YM', 'MM', 'XX', 'XM'] as const).map((sum) => [
                sum,
                count(served.sums[sum]),
              ])}
            />
          </Fact>
          <Fact name={own.nEff}>{exact(score.nEff)}</Fact>
          <Fact name={own.bounds}>
            {exact(served.low)} – {exact(served.high)}
          </Fact>
          <Fact name={own.hash}>
            <code>{served.hash}</code>
          </Fact>
        </Facts>
      ) : (
        <p class="notice">{own.withheld}</p>
      )}
      {name === '' && (
        <Facts title={own.standings}>
          {standings ? (
            <>
              <Fact name={own.standings}>
                {standings.flagged === null ? own.flaggedUntold : own.flagged(count(standings.flagged))}
              </Fact>
              <Fact name={own.unflagged}>
                <ScoreText score={standings.unflagged} why />
              </Fact>
              <Fact name={own.excluded}>
                {standings.excluded === null
                  ? own.flaggedUntold
                  : own.excludedCount(count(standings.excluded))}
              </Fact>
            </>
          ) : (
            <Fact name={own.unflagged}>{own.standingsLater}</Fact>
          )}
        </Facts>
      )}
      <Facts title={own.root}>
        <Fact name={own.root}>
          {passport.root ? own.rootOf(passport.root.digits, writeDate(passport.root.day)) : own.noRoot}
        </Fact>
      </Facts>
      <p class="note">
        {words.limits} {words.local}
      </p>
    </div>
  );
}

function Facts({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SumList({ sums }: { readonly sums: readonly (readonly [string, string])[] }) {
  return (
    <span class="sums">
      {sums.map(([name, value]) => (
        <span key={name}>
          <i>{name}</i> = {value}
        </span>
      ))}
    </span>
  );
}

/** Items of one weight together: `6: 24, 25, 26`. */
function weightsOf({ items, selection }: FigurePassport, own: ReturnType<typeof usePassportWords>['own']) {
  if (selection.group === 'overall') return own.overallItem;
  const byWeight = new Map<number, number[]>();
  for (const { number, weight } of items) byWeight.set(weight, [...(byWeight.get(weight) ?? []), number]);
  return [...byWeight].map(([weight, numbers]) => own.weight(String(weight), runsOf(numbers))).join('; ');
}

/** `1–23, 27`: runs of numbers in short. */
function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
