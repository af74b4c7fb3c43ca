import { useCallback, useState } from 'preact/hooks';
import type { NewCode } from '../../shared/wire/manage.ts';
import { EnrolmentSteps, useTimeLeft } from './enrolment-steps.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useManageWords } from '../text/use-manage-words.ts';
import { useFresh } from '../use-fresh.ts';
import type { ManageLink } from './manage-link.ts';
import { useAct } from './use-act.ts';

/** Somebody waits beside the tablet: the page notices soon that the code has been used. */
const LOOK_EVERY_MS = 4_000;

interface CodeSheetProps {
  readonly link: ManageLink;
  readonly code: NewCode;
  readonly name: string;
  /** How many states its history held before the code: one more, and the code has been used. */
  readonly pastStates: number;
  readonly ended: () => void;
  readonly now: () => number;
  readonly close: () => void;
}

/** How a tablet is enrolled, step by step: address, code in large type, QR, minutes left, and the PIN once. */
export function CodeSheet({ link, code: first, name, pastStates, ended, now, close }: CodeSheetProps) {
  const { manage } = useManageWords();
  const { sheet } = manage.actions;
  // the PIN of the device is told with its first code only; a later code does not take it from the screen
  const [code, setCode] = useState(first);
  const left = useTimeLeft(code, now);
  const ask = useCallback((signal: AbortSignal) => link.device(code.device, signal), [link, code]);
  const { value: device } = useFresh(ask, LOOK_EVERY_MS, ended);
  const { busy, error, send } = useAct(ended);
  const isUsed = device !== null && device.state !== 'new' && device.states.length > pastStates;
  const isSpent = device !== null && !device.codeOpen && left > 0;
  const isOpen = left > 0 && !isUsed && !isSpent;
  return (
    <main id="main" class="manage enrolment">
      <PageHead title={sheet.title(name)} moved />
      <div role="status">
        {isUsed && <p class="notice done">{sheet.used}</p>}
        {!isUsed && !isOpen && <p class="notice warning">{isSpent ? sheet.spent : sheet.over}</p>}
      </div>
      {error !== null && <p class="door-error">{error}</p>}
      {isOpen && (
        <EnrolmentSteps
          code={code}
          left={left}
          words={sheet}
          qrLabel={sheet.qrLabel}
          caption={sheet.orScan}
        />
      )}
      {first.pin !== null && (
        <section class="pin-once">
          <h2>{sheet.pin}</h2>
          <p class="pin-shown">{first.pin}</p>
          <p>{sheet.pinOnce}</p>
        </section>
      )}
      {isOpen && <p class="note">{sheet.once}</p>}
      <p class="act-buttons">
        {!isUsed && (
          <button
            type="button"
            class={isOpen ? 'quiet-button' : 'act-go'}
            aria-disabled={busy}
            onClick={() => void (busy || send(() => link.newCode(code.device), setCode))}
          >
            {busy ? manage.actions.busy : sheet.fresh}
          </button>
        )}
        <button type="button" class={isUsed ? 'act-go' : 'quiet-button'} onClick={close}>
          {sheet.close}
        </button>
      </p>
    </main>
  );
}
