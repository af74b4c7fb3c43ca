import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import type { Plugin } from 'chart.js';
import { drawBand, drawBreaks, drawReader, drawTargets, TREND, writeEnds } from './trend-marks.ts';
import type { TrendPlace } from './trend-marks.ts';
import type { SeriesWithBefore } from './before-series.ts';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** Half of an A4 page between its margins, in CSS px, as the print style sheet lays it out. */
const PAPER_SIZE = { width: 338, height: 208 } as const;

export interface TrendPicture {
  readonly series: SeriesWithBefore;
  /** Lower end of the axis, shared by the panels. */
  readonly floor: number;
  readonly writePercent: (percent: number) => string;
  readonly writeTarget: (percent: number) => string;
  readonly targetWord: string;
  /** Said at the line before a position: another version of the questionnaire begins there, or what was measured. */
  readonly breakWord: (at: number) => string;
}

export interface TrendCanvas {
  redraw(picture: TrendPicture): void;
  /** Marks the month that is being read; null takes the mark away. */
  mark(index: number | null): void;
  destroy(): void;
}

/**
 * Draws one trend with chart.js. Band, targets and the words at the end are drawn by a plugin of our own:
 * chart.js would fill a band across a gap, and a gap must be seen.
 */
export function drawTrend(
  canvas: HTMLCanvasElement,
  first: TrendPicture,
  onPoint: (index: number) => void,
): TrendCanvas {
  let picture = first;
  let marked: number | null = null;

  const marks: Plugin<'line'> = {
    id: 'marks',
    beforeDatasetsDraw(chart) {
      chart.ctx.save();
      const place = placeOf(chart);
      if (marked !== null) drawReader(chart.ctx, marked, place);
      drawBand(chart.ctx, picture.series, place);
      drawTargets(chart.ctx, picture.series, place);
      drawBreaks(chart.ctx, picture.series, place, picture.breakWord);
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { values, targets, starts } = picture.series;
      // what another version of the questionnaire ended with is not how it stands now
      const value = values.slice(starts.at(-1) ?? 0).findLast((percent) => percent !== null) ?? null;
      const target = targets.at(-1) ?? null;
      chart.ctx.save();
      writeEnds(
        chart.ctx,
        placeOf(chart),
        value === null ? null : { percent: value, text: picture.writePercent(value) },
        target === null
          ? null
          : { percent: target, lines: [picture.targetWord, picture.writeTarget(target)] },
      );
      chart.ctx.restore();
    },
  };

  const tickFont = { family: TREND.font, size: 12 };
  const chart = new Chart(canvas, {
    type: 'line',
    data: dataOf(picture.series),
    plugins: [marks],
    options: {
      animation: false,
      maintainAspectRatio: false,
      // printing scales the picture up; twice the pixels keep it sharp
      devicePixelRatio: Math.max(2, globalThis.devicePixelRatio || 1),
      layout: { padding: { top: 8, right: TREND.margin } },
      interaction: { mode: 'index', intersect: false },
      events: ['mousemove', 'click', 'touchstart'],
      onHover: (_event, elements) => {
        if (elements[0]) onPoint(elements[0].index);
      },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          border: { color: TREND.muted },
          ticks: { color: TREND.ink, font: tickFont, maxRotation: 0, autoSkip: false },
        },
        y: {
          min: picture.floor,
          max: 100,
          grid: { color: TREND.grid },
          border: { display: false },
          ticks: { color: TREND.ink, font: tickFont, stepSize: 10, callback: (value) => `${value} %` },
        },
      },
    },
  });

  // a printed page is narrower than the window: drawn anew for it, else its letters shrink with the picture
  const forPaper = () => chart.resize(PAPER_SIZE.width, PAPER_SIZE.height);
  const forScreen = () => chart.resize();
  globalThis.addEventListener('beforeprint', forPaper);
  globalThis.addEventListener('afterprint', forScreen);

  return {
    redraw(next) {
      picture = next;
      chart.data = dataOf(next.series);
      chart.options.scales!.y!.min = next.floor;
      chart.update('none');
    },
    mark(index) {
      marked = index;
      chart.draw();
    },
    destroy() {
      globalThis.removeEventListener('beforeprint', forPaper);
      globalThis.removeEventListener('afterprint', forScreen);
      chart.destroy();
    },
  };
}

function placeOf({ chartArea, scales }: Chart<'line'>): TrendPlace {
  const { left, right, top, bottom } = chartArea;
  return {
    x: (index) => scales.x!.getPixelForValue(index),
    y: (percent) => scales.y!.getPixelForValue(percent),
    left,
    right,
    top,
    bottom,
  };
}

function dataOf({ labels, values, hollow, starts, imported }: SeriesWithBefore) {
  const fill = hollow.map((isHollow) => (isHollow ? TREND.paper : TREND.line));
  return {
    labels: labels.map((label) => [...label]),
    datasets: [
      {
        data: [...values],
        clip: false as const,
        borderColor: TREND.line,
        borderWidth: 2.5,
        spanGaps: false,
        segment: {
          // neighbours of two versions are not joined
          borderColor: ({ p1DataIndex }: { p1DataIndex: number }) =>
            starts.includes(p1DataIndex) ? 'transparent' : undefined,
        },
        pointRadius: 5,
        pointHoverRadius: 6,
        pointBorderWidth: 2,
        pointBorderColor: TREND.line,
        pointHoverBorderColor: TREND.line,
        pointBackgroundColor: fill,
        pointHoverBackgroundColor: fill,
      },
      {
        // no line: nothing says that one of them follows from another
        data: [...imported],
        clip: false as const,
        showLine: false,
        pointStyle: 'rectRot' as const,
        pointRadius: 6.5,
        pointHoverRadius: 7.5,
        pointBorderWidth: 2,
        pointBorderColor: TREND.muted,
        pointHoverBorderColor: TREND.muted,
        pointBackgroundColor: TREND.paper,
        pointHoverBackgroundColor: TREND.paper,
      },
    ],
  };
}
