import { useCallback } from 'preact/hooks';
import type { UnlikePlace } from '../../shared/wire/manage.ts';
import { ADDRESSES } from '../addresses.ts';
import type { ServerLink } from '../server-link.ts';
import { namePeriod } from '../text/name-period.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { useFresh } from '../use-fresh.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';

/** They change in the night. */
const ASK_EVERY_MS = 3_600_000;

interface UnlikePlacesProps {
  readonly server: ServerLink;
  readonly ended: () => void;
}

/** Half-months of service points that look unlike themselves: which, by which signs, and what to do. */
export function UnlikePlaces({ server, ended }: UnlikePlacesProps) {
  const { manage, language, say } = useManageWords();
  const { unlike } = manage;
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<readonly UnlikePlace[]>('GET', ADDRESSES.findings, undefined, signal),
    [server],
  );
  const fresh = useFresh(ask, ASK_EVERY_MS, ended);
  return (
    <section class="unlike-places" aria-labelledby="unlike-places">
      <h2 id="unlike-places">{unlike.title}</h2>
      <p class="lead">{unlike.lead}</p>
      <FreshNotice fresh={fresh} loading={unlike.loading} />
      {fresh.value?.length === 0 && <p class="notice">{unlike.none}</p>}
      <ul class="device-cards">
        {fresh.value?.map(({ point, unit, halfMonth, signs }) => (
          <li key={`${point.id} ${halfMonth}`}>
            <article class="device-card cohort">
              <h3>{say(point.name)}</h3>
              <p class="cohort-facts">
                <b>{namePeriod(`half-${halfMonth.replace('/', '-')}`, language)}</b>
                <span>{say(unit.name)}</span>
              </p>
              <p>{unlike.over}</p>
              <ul class="unlike-signs">
                {signs.map((sign) => (
                  <li key={sign}>{unlike.signs[sign]}</li>
                ))}
              </ul>
              <p class="cohort-note">{unlike.act}</p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
