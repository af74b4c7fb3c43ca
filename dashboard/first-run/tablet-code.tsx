import { useEffect, useState } from 'preact/hooks';
import type { NewCode } from '../../shared/wire/manage.ts';
import { groupCode, spellCode, typedAddress, writeClock } from '../manage/write-code.ts';
import { QrMark } from '../parts/qr-mark.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';

interface TabletCodeProps {
  readonly code: NewCode;
  readonly now: () => number;
}

/** How the tablet is enrolled: address and QR, code in large type, minutes left. */
export function TabletCode({ code, now }: TabletCodeProps) {
  const { run } = useFirstRunWords();
  const words = run.tablet;
  const left = useTimeLeft(code, now);
  if (left <= 0)
    return (
      <p class="notice warning" role="status">
        {words.over}
      </p>
    );
  return (
    <>
      <div class="code-sheet">
        <ol class="code-steps">
          <li>
            <p>{words.step1}</p>
            <p class="typed-address">{typedAddress(code.address)}</p>
          </li>
          <li>
            <p>{words.step2}</p>
            <p class="large-code">
              <span aria-hidden="true">{groupCode(code.code)}</span>
              <span class="unseen">{spellCode(code.code)}</span>
            </p>
            <p class="time-left" role="timer">
              {words.left(writeClock(left))}
            </p>
          </li>
          <li>
            <p>{words.step3}</p>
          </li>
        </ol>
        <figure class="code-qr">
          <QrMark text={code.address} label={words.qr} />
        </figure>
      </div>
      {code.pin && <TabletPin pin={code.pin} />}
    </>
  );
}

/** Shown once. */
export function TabletPin({ pin }: { readonly pin: string }) {
  const { run } = useFirstRunWords();
  return (
    <section class="pin-once">
      <h3>{run.tablet.pin}</h3>
      <p class="pin-shown">{pin}</p>
      <p>{run.tablet.pinOnce}</p>
    </section>
  );
}

/** By the server's two times: the clock of this desk may be wrong. */
function useTimeLeft(code: NewCode, now: () => number): number {
  const [came, setCame] = useState(() => ({ code, at: now() }));
  const [at, setAt] = useState(now);
  if (came.code !== code) setCame({ code, at: now() });
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 500);
    return () => clearInterval(timer);
  }, [now]);
  return code.expires - code.now - Math.max(0, at - came.at);
}
