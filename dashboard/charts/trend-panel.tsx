import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ImportedResults } from '../../shared/wire/imported-results.ts';
import type { TrendBreak, TrendPoint } from '../../shared/wire/overview.ts';
import { ScoreText } from '../parts/score-text.tsx';
import { TargetMark } from '../parts/target-mark.tsx';
import { withBefore } from './before-series.ts';
import { useImportedSaid } from './imported-said.tsx';
import { namePoint } from './name-point.ts';
import { useWords } from '../text/use-words.ts';
import { writePercent, writeTarget } from '../text/write-number.ts';
import { sayScore } from '../text/say-score.ts';
import type { TrendCanvas } from './trend-canvas.ts';
import type { Area } from '../../shared/trend-series.ts';
import { scoreOf, targetStateOf, trendSeries } from '../../shared/trend-series.ts';
import { isServed } from '../../shared/is-served.ts';

interface TrendPanelProps {
  readonly points: readonly TrendPoint[];
  readonly breaks: readonly TrendBreak[];
  /** What stands before the first month. */
  readonly before: Pick<ImportedResults, 'points' | 'breaks'>;
  readonly area: Area;
  readonly title: string;
  readonly floor: number;
}

/**
 * One line with its band. chart.js comes over the network only when the first panel is drawn. The panel is a
 * slider over the months, so that keyboard and screen reader read what the eye sees; the sentence below it is
 * the same for a pointer, a finger and the keys.
 */
export function TrendPanel({ points, breaks, before, area, title, floor }: TrendPanelProps) {
  const { words, language } = useWords();
  const imported = useImportedSaid();
  const all = before.points.length + points.length;
  const heading = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<TrendCanvas | null>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const [chosen, setChosen] = useState<number | null>(null);
  const lastServed = points.findLastIndex((point) => isServed(scoreOf(point, area)));
  const index = Math.min(chosen ?? before.points.length + Math.max(lastServed, 0), all - 1);

  const picture = {
    series: withBefore(
      trendSeries(points, area, breaks),
      before.points,
      before.breaks,
      area,
      imported.own.part,
    ),
    floor,
    writePercent: (percent: number) => writePercent(percent, language),
    writeTarget: (percent: number) => writeTarget(percent, language),
    targetWord: words.target.word,
    // where the form changes among former years the sentence below says it: two words would stand on each other
    breakWord: (at: number) =>
      at > before.points.length
        ? words.versions.mark
        : at === before.points.length
          ? `← ${imported.own.mark}`
          : '',
  };
  const newest = useRef(picture);
  newest.current = picture;

  useEffect(() => {
    let gone = false;
    async function draw(): Promise<void> {
      try {
        // canvas text does not wait for a font by itself
        const [{ drawTrend }] = await Promise.all([import('./trend-canvas.ts'), document.fonts.ready]);
        if (gone || !canvas.current) return;
        drawn.current = drawTrend(canvas.current, newest.current, setChosen);
        setState('drawn');
      } catch {
        setState('failed');
      }
    }
    void draw();
    return () => {
      gone = true;
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, []);
  useEffect(() => drawn.current?.redraw(picture), [points, breaks, before, area, floor, language, state]);
  useEffect(() => drawn.current?.mark(chosen), [chosen, state]);

  const former = before.points[index];
  const point = points[index - before.points.length];
  if (!former && !point) return null;
  const score = point && scoreOf(point, area);
  const target = point && targetStateOf(point, area);
  const name = former ? imported.name(former) : namePoint(point!, breaks, words, language);
  const said = former ? imported.say(former, area) : sayScore(score!, words, language);
  const step = (key: string): number | undefined =>
    ({
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      Home: 0,
      End: all - 1,
    })[key];

  return (
    <div class="trend-panel">
      <h3 id={heading}>{title}</h3>
      <div
        class="trend-canvas"
        role="slider"
        tabIndex={0}
        aria-labelledby={heading}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={all}
        aria-valuenow={index + 1}
        aria-valuetext={`${name}: ${said}${target ? `, ${words.target.states[target]}` : ''}`}
        onKeyDown={(press) => {
          const next = step(press.key);
          if (next === undefined) return;
          press.preventDefault();
          setChosen(Math.max(0, Math.min(all - 1, next)));
        }}
      >
        <canvas ref={canvas} aria-hidden="true" />
        {state === 'drawing' && <p class="drawing">{words.trend.drawing}</p>}
        {state === 'failed' && <p class="drawing">{words.trend.failed}</p>}
      </div>
      <p class="readout">
        <strong>{name}:</strong> {score ? <ScoreText score={score} /> : said}{' '}
        {score && isServed(score) && target && <TargetMark state={target} target={point.target} short />}
      </p>
    </div>
  );
}
