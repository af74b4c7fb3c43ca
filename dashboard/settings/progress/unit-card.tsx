import type { ComponentChildren } from 'preact';
import type { UnitProgress } from '../../../shared/wire/campaign-progress.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { OutlookMark } from './outlook-mark.tsx';
import { ProgressBar } from './progress-bar.tsx';

/** One unit: what it has, what it needs, what is to come; its channels behind a touch. */
export function UnitCard({
  progress,
  items,
}: {
  readonly progress: UnitProgress;
  /** What is asked for when it is unfolded. */
  readonly items: ComponentChildren;
}) {
  const { own, words: common, language, say } = useProgressWords();
  const words = own.progress;
  const { unit, wanted, received, forecast, outlook, daysLeft, daysPassed, channels } = progress;
  const write = (count: number) => writeCount(count, language);
  const aim = wanted === null ? null : write(wanted);
  const isOver = daysLeft === 0;
  return (
    <article class="progress-unit">
      <div class="progress-head">
        <h3>{say(unit.name)}</h3>
        {outlook && <OutlookMark outlook={outlook} isOver={isOver} />}
      </div>
      <p class="progress-count">
        {received === null ? words.hidden(aim) : words.received(write(received), aim)}
      </p>
      <ProgressBar progress={progress} />
      {progress.leavesOut && <p>{words.leavesOut}</p>}
      <p>
        {isOver ? words.over : words.left(write(daysLeft), write(daysPassed))}{' '}
        {!isOver &&
          (forecast
            ? words.forecast(write(forecast.expected), write(forecast.low), write(forecast.high))
            : words.noForecast)}
      </p>
      {channels.length > 0 && (
        <details>
          <summary>{words.channels}</summary>
          <DataTable
            caption={wanted === null ? say(unit.name) : words.noChannelTarget}
            columns={[words.channel, words.form, words.columnReceived, words.columnForecast]}
            rows={channels.map((row) => ({
              key: `${row.channel} ${row.form}`,
              cells: [
                common.channels.names[row.channel],
                words.forms[row.form],
                row.received === null ? words.few : write(row.received),
                row.forecast === null
                  ? '–'
                  : words.range(
                      write(row.forecast.expected),
                      write(row.forecast.low),
                      write(row.forecast.high),
                    ),
              ],
            }))}
          />
        </details>
      )}
      {channels.some(({ form }) => form === 'express') && items}
    </article>
  );
}
