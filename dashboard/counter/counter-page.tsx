import { useCallback, useRef, useState } from 'preact/hooks';
import type { Tree } from '../../shared/wire/device.ts';
import type { CounterPlace } from '../../shared/wire/counter-requests.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TreeMark } from '../parts/tree-mark.tsx';
import type { ServerLink } from '../server-link.ts';
import '../styles/counter.css';
import { sayRefusal } from '../text/say-refusal.ts';
import { useCounterWords } from '../text/use-counter-words.ts';
import { useFresh } from '../use-fresh.ts';
import { CodePanel } from './code-panel.tsx';
import { type Shown, useScreenTicket } from './use-screen-ticket.ts';

export interface CounterPageProps {
  readonly server: ServerLink;
  readonly tree: Tree;
  readonly ended: () => void;
  /** The reader came here from another page. */
  readonly moved: boolean;
}

const PLACES_EVERY_MS = 600_000;

/**
 * The code for whoever stands at the counter, on the staff's own screen or on a second one turned to the citizen. It never
 * says whether somebody answered.
 */
export function CounterPage({ server, tree, ended, moved }: CounterPageProps) {
  const { counter: words } = useCounterWords();
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<readonly CounterPlace[]>('GET', '/api/v1/counter-screen', undefined, signal),
    [server],
  );
  const places = useFresh(ask, PLACES_EVERY_MS, ended);
  return (
    <main id="main" class="counter-page">
      <PageHead title={words.title} moved={moved}>
        <p>{words.lead}</p>
      </PageHead>
      <FreshNotice fresh={places} loading={words.loading} />
      {places.value?.length === 0 && <p class="notice">{words.none}</p>}
      {places.value && places.value.length > 0 && (
        <Counter server={server} tree={tree} ended={ended} places={places.value} />
      )}
    </main>
  );
}

function Counter(
  props: Pick<CounterPageProps, 'server' | 'tree' | 'ended'> & { readonly places: readonly CounterPlace[] },
) {
  const { server, tree, ended, places } = props;
  const { counter: words, language } = useCounterWords();
  const only = places.length === 1 ? places[0]! : null;
  const [chosen, setChosen] = useState<string | null>(only?.id ?? null);
  const [field, setField] = useState<string | null>(null);
  const place = places.find(({ id }) => id === chosen) ?? null;
  const wanted = place && { point: place.id, field };
  const shown = useScreenTicket(server, wanted, ended);
  const panel = useRef<HTMLElement>(null);
  const fields = place?.fields ?? [];
  return (
    <>
      <div class="counter-choice">
        {!only && (
          <label class="pick unit">
            <span>{words.point}</span>
            <select
              value={chosen ?? ''}
              onChange={({ currentTarget }) => {
                setField(null);
                setChosen(currentTarget.value);
              }}
            >
              <option value="" disabled>
                {words.choose}
              </option>
              {places.map(({ id, name, unit }) => (
                <option key={id} value={id}>
                  {unit[language] === name[language]
                    ? name[language]
                    : `${name[language]} – ${unit[language]}`}
                </option>
              ))}
            </select>
          </label>
        )}
        {fields.length > 1 && (
          <fieldset class="counter-fields">
            <legend>{words.field}</legend>
            {[
              { code: null, name: words.anyField },
              ...fields.map(({ code, name }) => ({ code, name: name[language] })),
            ].map(({ code, name }) => (
              <button type="button" key={code} aria-pressed={field === code} onClick={() => setField(code)}>
                {name}
              </button>
            ))}
          </fieldset>
        )}
        {place && (
          <p class="counter-acts">
            <button type="button" class="main-button" onClick={shown.next}>
              {words.next}
            </button>{' '}
            <button type="button" class="as-link" onClick={() => void panel.current?.requestFullscreen()}>
              {words.full}
            </button>
          </p>
        )}
      </div>
      {place && (
        <section class="code-panel" ref={panel}>
          <TreeMark tree={tree} />
          <Panel place={place} field={field} shown={shown} />
        </section>
      )}
      <p class="counter-privacy">{words.privacy}</p>
    </>
  );
}

function Panel({
  place,
  field,
  shown,
}: {
  readonly place: CounterPlace;
  readonly field: string | null;
  readonly shown: Shown;
}) {
  const { counter: words, words: common } = useCounterWords();
  const { address, change, refusal } = shown;
  const isNotAsking = refusal?.kind === 'problem' && refusal.code === 'not-possible';
  return (
    <>
      {address !== null && <CodePanel address={address} place={place} field={field} />}
      <p class="code-state" role="status">
        {address === null && !refusal && words.loading}
        {refusal && (isNotAsking ? words.notAsking : sayRefusal(refusal, common))}
        {change && words[change]}
      </p>
    </>
  );
}
