import { useCallback } from 'preact/hooks';
import type {
  InterviewerRow,
  InterviewWatch,
  ShareWithInterval,
  UnitWays,
  WayFigures,
} from '../../../shared/wire/interview-watch.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount, writeInterval, writePercent } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { LevelStrip } from './level-strip.tsx';

const EVERY_MS = 300_000;

/** What somebody should look at comes first. */
const isApart = ({ ways }: UnitWays) => ways.some(({ apart }) => apart === 'higher' || apart === 'lower');

/** How interviewers ask, and how answers of interviews stand beside those of the other ways. */
export function InterviewPart({ server, id, ended }: SettingsPageProps & { readonly id: string }) {
  const { own, say } = useProgressWords();
  const words = own.interviews;
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<InterviewWatch>(
        'GET',
        `/api/v1/campaigns/${encodeURIComponent(id)}/interviews`,
        undefined,
        signal,
      ),
    [server, id],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const watch = fresh.value;
  return (
    <section aria-labelledby="interviews-title">
      <h2 id="interviews-title">{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {watch && (
        <>
          <h3 class="part-head">{words.interviewers}</h3>
          {watch.interviewers.length === 0 ? (
            <p class="nothing">{words.noInterviewers}</p>
          ) : (
            <Interviewers
              rows={watch.interviewers}
              caption={words.counted(writeDate(watch.from), writeDate(watch.to))}
            />
          )}
          <h3 class="part-head">{words.ways}</h3>
          {watch.units.length === 0 && <p class="nothing">{words.noWays}</p>}
          {watch.units
            .toSorted((a, b) => Number(isApart(b)) - Number(isApart(a)))
            .map((unit) => (
              <details key={unit.unit.id} class="ways" open={isApart(unit) || watch.units.length === 1}>
                <summary>
                  <b>{say(unit.unit.name)}</b>
                  {isApart(unit) && <span class="state-chip expected">{words.look}</span>}
                </summary>
                <Ways of={unit} caption={say(unit.unit.name)} />
              </details>
            ))}
          {watch.units.length > 0 && <p class="note">{words.waysNote}</p>}
        </>
      )}
    </section>
  );
}

function useShare() {
  const { own, language } = useProgressWords();
  return (share: ShareWithInterval | null) =>
    share === null
      ? own.interviews.few
      : `${writePercent(share.percent, language)} ${writeInterval(share.low, share.high, language)}, n = ${writeCount(share.n, language)}`;
}

function Interviewers({
  rows,
  caption,
}: {
  readonly rows: readonly InterviewerRow[];
  readonly caption: string;
}) {
  const { own, say, language } = useProgressWords();
  const words = own.interviews;
  const share = useShare();
  const count = (value: number) => writeCount(value, language);
  return (
    <DataTable
      caption={caption}
      columns={words.interviewerColumns}
      rows={rows.map((row) => ({
        key: row.device.id,
        cells: [
          `${row.holder ?? words.nobody} · ${row.device.name}`,
          say(row.unit.name),
          count(row.days),
          count(row.agreed),
          count(row.refused),
          share(row.agreement),
          count(row.ownCounter),
          count(row.stored),
        ],
      }))}
    />
  );
}

function Ways({ of: { ways }, caption }: { readonly of: UnitWays; readonly caption: string }) {
  const { own, words: common, language } = useProgressWords();
  const words = own.interviews;
  const share = useShare();
  const noOpinion = ({ noOpinion: told }: WayFigures) =>
    told === null
      ? words.few
      : words.ofAnswers(writePercent(told.percent, language), writeCount(told.answers, language));
  return (
    <DataTable
      caption={caption}
      columns={words.wayColumns}
      rows={ways.map((way) => ({
        key: `${way.channel} ${way.form}`,
        cells: [
          `${common.channels.names[way.channel]} (${own.progress.forms[way.form]})`,
          share(way.overall),
          way.overall ? <LevelStrip levels={way.overall.levels} /> : '–',
          noOpinion(way),
          way.apart === null ? '–' : <span class={`apart ${way.apart}`}>{words.apart[way.apart]}</span>,
        ],
      }))}
    />
  );
}
