import { useCallback, useState } from 'preact/hooks';
import type { RecheckAnswer, RecheckOutcome, SaidTime, SaidWay } from '../../../shared/recheck.ts';
import type { RecheckList, RecheckRow } from '../../../shared/wire/recheck-list.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { namePeriod } from '../../text/name-period.ts';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeDate, writeInstant } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { SelectField } from '../parts/form-fields.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { FaceTable } from './face-table.tsx';
import { RecheckTable } from './recheck-table.tsx';

const EVERY_MS = 120_000;
const RECHECKS = '/api/v1/rechecks';

/** People to be asked again whether there was an interview, and what those before have said, all together. */
export function RecheckPart({ server, ended }: SettingsPageProps) {
  const { own, language } = useProgressWords();
  const words = own.rechecks;
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<RecheckList>('GET', RECHECKS, undefined, signal),
    [server],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, sayAfter } = useSaid();
  const list = fresh.value;
  return (
    <section aria-labelledby="rechecks-title">
      <h2 id="rechecks-title">{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <FreshNotice fresh={fresh} loading={own.loading} />
      <Said said={said} />
      {list && (
        <>
          {list.open.length === 0 && <p class="nothing">{words.none}</p>}
          {list.open.length > 0 && (
            <p class="notice">
              {list.mayCall ? words.script : words.closed(writeInstant(list.nextHour, language))}
            </p>
          )}
          <ul class="progress-units">
            {list.open.map((row) => (
              <li key={row.id}>
                <Open
                  row={row}
                  ended={ended}
                  send={(answer) => server.ask('POST', `${RECHECKS}/${row.id}`, answer)}
                  done={() => sayAfter(fresh.refresh(), words.done)}
                />
              </li>
            ))}
          </ul>
          {list.more > 0 && <p class="note">{words.more(writeCount(list.more, language))}</p>}
          <RecheckTable list={list} />
          <FaceTable faces={list.faces} />
        </>
      )}
    </section>
  );
}

interface OpenProps {
  readonly row: RecheckRow;
  readonly ended: () => void;
  readonly send: (answer: RecheckAnswer) => ReturnType<SettingsPageProps['server']['ask']>;
  readonly done: () => void;
}

function Open({ row, ended, send, done }: OpenProps) {
  const { own, say, language } = useProgressWords();
  const words = own.rechecks;
  const [outcome, setOutcome] = useState<RecheckOutcome | ''>('');
  const [time, setTime] = useState<SaidTime | ''>('');
  const [way, setWay] = useState<SaidWay | ''>('');
  const isYes = outcome === 'yes';
  // of whom nobody knows whether there was an interview there is no day to compare with
  const asksTime = isYes && row.kind === 'call';
  const missing = () =>
    Object.entries({ outcome, ...(isYes && { way }), ...(asksTime && { time }) })
      .filter(([, value]) => value === '')
      .map(([at]) => ({ at, why: 'needed' as const }));
  const optionsOf = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([id, name]) => ({ id, name }));
  return (
    <article class="progress-unit">
      <div class="progress-head">
        <h3>{row.procedure ? say(row.procedure) : words.noProcedure}</h3>
        {row.number !== null && (
          <a class="act-go" href={`tel:${row.number}`}>
            {words.call(row.number)}
          </a>
        )}
      </div>
      <p class="progress-count">
        {words.dossier(row.code, row.returnedOn ? writeDate(row.returnedOn) : null)}
      </p>
      <p>
        {(row.kind === 'face' ? words.drawnFace : words.interviewed)(
          namePeriod(`half-${row.halfMonth.replace('/', '-')}`, language),
          say(row.point),
        )}{' '}
        {words.until(writeDate(row.until))}
        {row.tries > 0 &&
          ` ${words.tries(writeCount(row.tries, language), writeCount(row.mostTries, language))}`}
      </p>
      {row.isOwn ? (
        <p>{words.isOwn}</p>
      ) : (
        <ConfirmAct
          open={words.open}
          label={words.openOf(row.code)}
          what={<p>{words.what}</p>}
          go={words.go}
          check={missing}
          send={() =>
            send({
              outcome: outcome as RecheckOutcome,
              time: asksTime ? (time as SaidTime) : null,
              way: isYes ? (way as SaidWay) : null,
            })
          }
          done={done}
          ended={ended}
        >
          <SelectField
            label={words.whether}
            name="outcome"
            value={outcome}
            set={(value) => setOutcome(value as RecheckOutcome)}
            options={optionsOf(words.outcomes)}
          />
          {asksTime && (
            <SelectField
              label={words.when}
              name="time"
              value={time}
              set={(value) => setTime(value as SaidTime)}
              options={optionsOf(words.times)}
            />
          )}
          {isYes && (
            <SelectField
              label={words.how}
              name="way"
              value={way}
              set={(value) => setWay(value as SaidWay)}
              options={optionsOf(words.ways)}
            />
          )}
        </ConfirmAct>
      )}
    </article>
  );
}
