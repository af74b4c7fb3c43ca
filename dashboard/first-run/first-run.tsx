import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SetUpState } from '../../shared/wire/first-run.ts';
import type { Account } from '../../shared/wire/overview.ts';
import type { Refusal, ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/settings.css';
import '../styles/enrolment.css';
import '../styles/first-run.css';
import { sayRefusal } from '../text/say-refusal.ts';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import { firstRunLink } from './first-run-link.ts';
import { OrganisationSteps } from './organisation-steps.tsx';
import { RestSteps } from './rest-steps.tsx';

interface FirstRunProps {
  readonly server: ServerLink;
  readonly now: () => number;
  /** Of the link; without it a session of the set-up, or the account that it made, goes on. */
  readonly secret: string | undefined;
  /** The first account is made and signed in. */
  readonly entered: (account: Account) => void;
  /** `unit`: whose figures are shown then. */
  readonly leave: (unit?: string) => void;
}

type Shown =
  | { readonly kind: 'opening' }
  | { readonly kind: 'closed'; readonly why: 'used' | 'ended' | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'open'; readonly state: SetUpState };

/** The first run of a real office, from the link that the server printed to the first form of its first tablet. */
export function FirstRun({ server, now, secret, entered, leave }: FirstRunProps) {
  const { words, run } = useFirstRunWords();
  const link = useMemo(() => firstRunLink(server), [server]);
  const [shown, setShown] = useState<Shown>({ kind: 'opening' });
  const spent = useRef(false);

  const open = useCallback(async () => {
    if (secret !== undefined && !spent.current) {
      const begun = await link.begin(secret);
      if (begun.kind === 'problem' && begun.code === 'link-used')
        return setShown({ kind: 'closed', why: 'used' });
      if (begun.kind !== 'ok') return setShown({ kind: 'refused', refusal: begun });
      spent.current = true;
    }
    const answer = await link.state();
    if (answer.kind === 'ok') {
      // a reload finds its way back; an account is led here at each sign-in
      const place = answer.value.stage === 'organisation' ? '?page=set-up' : location.pathname;
      history.replaceState(null, '', place);
      return setShown({ kind: 'open', state: answer.value });
    }
    const isClosed =
      answer.kind === 'problem' && ['no-session', 'not-found', 'forbidden'].includes(answer.code);
    setShown(isClosed ? { kind: 'closed', why: null } : { kind: 'refused', refusal: answer });
  }, [link, secret]);
  useEffect(() => void open(), [open]);
  const ended = useCallback(() => setShown({ kind: 'closed', why: 'ended' }), []);

  return (
    <main id="main" class="manage first-run">
      <h1>{run.title}</h1>
      {shown.kind === 'opening' && <p role="status">{words.loading}</p>}
      {shown.kind === 'refused' && (
        <div class="notice warning" role="alert">
          <p>{sayRefusal(shown.refusal, words)}</p>
          <button type="button" class="as-link" onClick={() => void open()}>
            {words.state.retry}
          </button>
        </div>
      )}
      {shown.kind === 'closed' && (
        <section class="sheet">
          <h2>{run.closed.title}</h2>
          {shown.why && <p class="notice warning">{run.closed[shown.why]}</p>}
          <p>{run.closed.how}</p>
          <p>
            <code>npm run sipas -- set-up-link</code>
          </p>
          <p>{run.closed.already}</p>
          <p class="act-buttons">
            <button type="button" class="quiet-button" onClick={() => leave()}>
              {run.closed.signIn}
            </button>
          </p>
        </section>
      )}
      {shown.kind === 'open' && shown.state.stage === 'organisation' && (
        <OrganisationSteps
          link={link}
          state={shown.state}
          ended={ended}
          refresh={() => void open()}
          made={(account) => {
            entered(account);
            void open();
          }}
        />
      )}
      {shown.kind === 'open' && shown.state.stage !== 'organisation' && (
        <RestSteps
          link={link}
          now={now}
          state={shown.state}
          refresh={() => void open()}
          show={(state) => setShown({ kind: 'open', state })}
          leave={leave}
        />
      )}
    </main>
  );
}
