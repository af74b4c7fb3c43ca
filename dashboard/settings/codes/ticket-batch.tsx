import { useCallback } from 'preact/hooks';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { BatchFacts } from '../parts/batch-facts.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import type { CodesLink } from './codes-link.ts';

interface TicketBatchProps {
  readonly id: string;
  readonly link: CodesLink;
  readonly ended: () => void;
}

const EVERY_MS = 60_000;

/** One batch, and the way to end it. */
export function TicketBatch({ id, link, ended }: TicketBatchProps) {
  const { codes, language } = useCodesWords();
  const words = codes.tickets;
  const ask = useCallback((signal: AbortSignal) => link.batches(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, sayAfter } = useSaid();
  const batch = fresh.value?.find((each) => each.id === id);
  if (!batch)
    return fresh.value ? (
      <p class="nothing">{words.gone}</p>
    ) : (
      <FreshNotice fresh={fresh} loading={codes.loading} />
    );
  const facts: readonly (readonly [string, string])[] = [
    [words.place, batch.point.name[language]],
    ...(batch.counter === null ? [] : [[codes.make.counters, batch.counter] as const]),
    [codes.field, batch.field?.name[language] ?? codes.anyField],
    [codes.campaign, batch.campaign.name[language]],
    [words.made, writeDate(batch.made)],
    [words.expires, writeDate(batch.expires)],
    [words.count, writeCount(batch.count, language)],
    [words.used, words.usedTens(writeCount(batch.used, language))],
    [codes.state, words.states[batch.state]],
  ];
  return (
    <>
      <h2>{batch.note === '' ? words.unnamed(writeDate(batch.made)) : batch.note}</h2>
      <Said said={said} />
      <BatchFacts facts={facts} />
      <p class="help">{words.tensWhy}</p>
      {batch.state === 'active' && (
        <div class="act-buttons code-acts">
          <ConfirmAct
            danger
            open={words.revoke.open}
            what={<p>{words.revoke.what(writeCount(batch.count, language))}</p>}
            go={words.revoke.go}
            send={() => link.revokeTickets(batch.id)}
            done={() => sayAfter(fresh.refresh(), words.revoke.done)}
            ended={ended}
          />
        </div>
      )}
    </>
  );
}
