import { useEffect, useState } from 'preact/hooks';
import { opensOnlyHere } from '../../shared/opens-only-here.ts';
import type { NewCode } from '../../shared/wire/manage.ts';
import { groupCode, spellCode, typedAddress, writeClock } from './write-code.ts';
import { QrMark } from '../parts/qr-mark.tsx';

interface EnrolmentStepsProps {
  readonly code: NewCode;
  /** Milliseconds that the code is still good for. */
  readonly left: number;
  readonly words: {
    readonly step1: string;
    readonly step2: string;
    readonly step3: string;
    readonly onlyHere: string;
    readonly left: (clock: string) => string;
  };
  readonly qrLabel: string;
  readonly caption?: string;
}

/** How a tablet is enrolled: address and QR, the code in large type, minutes left. */
export function EnrolmentSteps({ code, left, words, qrLabel, caption }: EnrolmentStepsProps) {
  return (
    <div class="code-sheet">
      <ol class="code-steps">
        <li>
          <p>{words.step1}</p>
          <p class="typed-address">
            {typedAddress(code.address)
              .split(/(?<=\/)/)
              .map((part, index) => (
                <span key={index}>
                  {part}
                  <wbr />
                </span>
              ))}
          </p>
          {opensOnlyHere(code.address) && <p class="only-here">{words.onlyHere}</p>}
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
        <QrMark text={code.address} label={qrLabel} />
        {caption && <figcaption>{caption}</figcaption>}
      </figure>
    </div>
  );
}

/** Milliseconds a code is still good for, by the server's two times: the clock of this desk may be wrong. */
export function useTimeLeft(code: NewCode, now: () => number): number {
  const [came, setCame] = useState(() => ({ code, at: now() }));
  const [at, setAt] = useState(now);
  if (came.code !== code) setCame({ code, at: now() });
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 500);
    return () => clearInterval(timer);
  }, [now]);
  return code.expires - code.now - Math.max(0, at - came.at);
}
