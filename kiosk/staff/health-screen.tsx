import { useCallback, useEffect, useState } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';
import { HealthActions } from './health-actions.tsx';
import { HealthFigures } from './health-figures.tsx';
import { type Judgement, judgeHealth } from './judge-health.ts';
import { LampSign } from './lamp-sign.tsx';
import { OpeningTest } from './opening-test.tsx';
import { reasonOf } from './say-health.ts';
import type { DeviceHealth, StaffDevice } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';

interface HealthProps {
  readonly words: StaffWords;
  readonly device: StaffDevice;
  readonly hasPin: boolean;
  readonly onEnrol: () => void;
}

/** Figures age while the page is open: they are read again. */
const READ_EVERY_MS = 20_000;

/** How the device is, in one lamp and one sentence; the figures behind it; what can be done. Never an answer. */
export function HealthScreen({ words, device, hasPin, onEnrol }: HealthProps) {
  const [health, setHealth] = useState<DeviceHealth | undefined>();
  const [hasFailed, setHasFailed] = useState(false);
  const look = useCallback(async () => {
    try {
      setHealth(await device.health());
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  }, [device]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);

  if (hasFailed) {
    return (
      <section class="staff-message" role="alert">
        <LampSign lamp="red" />
        <Heading text={words.failedTitle} />
        <p>{words.failedText}</p>
      </section>
    );
  }
  if (!health) {
    return (
      <section class="staff-message">
        <Heading text={words.loading} />
      </section>
    );
  }
  return (
    <div class="health">
      {!hasPin && <p class="note no-pin">{words.noPin}</p>}
      <LampPanel words={words} judgement={judgeHealth(health, device.trueTime())} />
      <HealthActions words={words} device={device} unsent={health.unsent} onChange={look} onEnrol={onEnrol} />
      <HealthFigures words={words} health={health} />
      <OpeningTest words={words} device={device} tree={health.tree} onEnd={look} />
    </div>
  );
}

function LampPanel({ words, judgement }: { readonly words: StaffWords; readonly judgement: Judgement }) {
  const { lamp, reasons } = judgement;
  const [first, ...others] = reasons;
  const [what, todo] = first ? reasonOf(words, first) : words.well;
  return (
    <section class={`lamp-panel card panel-${lamp}`} aria-label={words.lampOf}>
      <LampSign lamp={lamp} />
      <div>
        <p class="lamp-word">{words.lamps[lamp]}</p>
        <Heading text={what} />
        <p class="todo">{todo}</p>
        {others.length > 0 && (
          <>
            <p class="also">{words.alsoWrong}</p>
            <ul class="reasons">
              {others.map((reason) => (
                <li key={reason.kind} class={`reason-${reason.lamp}`}>
                  <LampSign lamp={reason.lamp} />
                  <span>
                    <span class="hidden">{words.lamps[reason.lamp]}: </span>
                    {reasonOf(words, reason).join(' ')}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
