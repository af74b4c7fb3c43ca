import { useMemo, useRef, useState } from 'preact/hooks';
import type { RescueImported } from '../../shared/wire/manage-requests.ts';
import { PageHead } from '../parts/page-head.tsx';
import type { Refusal } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { Labelled } from '../parts/labelled.tsx';
import { manageLink } from './manage-link.ts';
import type { ManagePagesProps } from './manage-pages.tsx';
import { PageLink } from '../parts/page-link.tsx';
import { readRescue } from './read-rescue.ts';
import { RescueResult } from './rescue-result.tsx';

type State =
  | { readonly kind: 'choosing'; readonly fault?: string }
  | { readonly kind: 'reading' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly result: RescueImported };

/** A rescue file from a tablet without a network; importing it twice changes nothing. */
export function RescuePage({ server, ended, watch, moved, go }: ManagePagesProps) {
  const { words, manage } = useManageWords();
  const { rescue } = manage.held;
  const link = useMemo(() => manageLink(server), [server]);
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const busy = state.kind === 'reading' || state.kind === 'sending';
  const stop = (fault: string) => setState({ kind: 'choosing', fault });

  function sayFault(refusal: Refusal): string {
    if (refusal.kind === 'unreachable') return sayRefusal(refusal, words);
    if (refusal.code === 'rescue-unreadable' || refusal.code === 'malformed') return rescue.foreign;
    if (refusal.code === 'not-found' || refusal.code === 'forbidden') return rescue.unknown;
    return refusal.code === 'too-large' ? rescue.tooLarge : sayRefusal(refusal, words);
  }
  async function importFile(): Promise<void> {
    const chosen = input.current?.files?.[0];
    if (!chosen) return stop(rescue.missing);
    setState({ kind: 'reading' });
    const read = await readRescue(chosen);
    if (read.kind !== 'rescue') return stop(read.kind === 'wrong' ? rescue.wrong : rescue.tooLarge);
    setState({ kind: 'sending' });
    const answer = await link.rescue(read.file);
    if (answer.kind === 'ok') {
      setState({ kind: 'done', result: answer.value });
      return void Promise.all([watch.devices.refresh(), watch.held.refresh()]);
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    stop(sayFault(answer));
  }

  return (
    <main id="main" class="manage narrow">
      <p class="way-back">
        <PageLink page={{ kind: 'devices', unit: null }} go={go}>
          <span aria-hidden="true">← </span>
          {rescue.back}
        </PageLink>
      </p>
      <PageHead title={rescue.title} moved={moved}>
        <p class="lead">{rescue.lead}</p>
      </PageHead>
      {state.kind === 'done' ? (
        <RescueResult
          result={state.result}
          name={
            watch.devices.value?.find(({ id }) => id === state.result.device)?.name ?? state.result.device
          }
          go={go}
          again={() => setState({ kind: 'choosing' })}
        />
      ) : (
        <form
          class="sheet"
          noValidate
          onSubmit={(submission) => {
            submission.preventDefault();
            if (!busy) void importFile();
          }}
        >
          <Labelled label={rescue.choose} fault={state.kind === 'choosing' ? state.fault : undefined}>
            {(ids) => (
              <input
                {...ids}
                ref={input}
                type="file"
                accept=".json,.sipas,application/json"
                disabled={busy}
              />
            )}
          </Labelled>
          <div role="status">
            {busy && (
              <p class="under-way">
                <progress aria-label={state.kind === 'reading' ? rescue.reading : rescue.sending} />{' '}
                {state.kind === 'reading' ? rescue.reading : rescue.sending}
              </p>
            )}
          </div>
          <button type="submit" class="act-go" aria-disabled={busy}>
            {rescue.go}
          </button>
        </form>
      )}
    </main>
  );
}
