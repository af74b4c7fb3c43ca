import { useEffect, useState } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';
import { put } from '../../shared/text/words.ts';
import { isPin, type Pin } from './check-pin.ts';
import { Keypad } from './keypad.tsx';
import { afterRight, afterWrong, lockNow, type PinLock, triesLeft, waitMs } from './pin-lock.ts';
import { waitOf } from './say-health.ts';
import type { StaffDevice } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';

/** Calculators and telephones differ; people at work type on telephones. */
const DIGITS = '1234567890';
const PIN_MOST = 12;
const PIN_LEAST = 4;

interface PinProps {
  readonly words: StaffWords;
  readonly pin: Pin;
  readonly device: Pick<StaffDevice, 'readLock' | 'writeLock' | 'clock'>;
  readonly onOpen: () => void;
}

/** The lock as it is stored, and a reading of the clock each second while a pause runs. */
function useLock({ pin, device }: PinProps) {
  const [lock, setLock] = useState<PinLock | undefined>();
  const [nowMs, setNowMs] = useState(device.clock());
  const wait = lock ? waitMs(lock, nowMs) : 0;
  useEffect(() => {
    const open = (stored: PinLock | undefined) => setLock(lockNow(stored, pin.hash, device.clock()));
    device.readLock().then(open, () => open(undefined));
  }, [device, pin.hash]);
  useEffect(() => {
    if (wait === 0) return undefined;
    const timer = setInterval(() => {
      setLock((before) => lockNow(before, pin.hash, device.clock()));
      setNowMs(device.clock());
    }, 1_000);
    return () => clearInterval(timer);
  }, [wait === 0, device, pin.hash]);
  async function keep(next: PinLock): Promise<void> {
    setLock(next);
    setNowMs(device.clock());
    // A storage that fails must not lock out who has come to look at it; then the count lasts as long as the page.
    await device.writeLock(next).catch(() => {});
  }
  return { lock, wait, keep };
}

export function PinScreen(props: PinProps) {
  const { words, pin, device, onOpen } = props;
  const [typed, setTyped] = useState('');
  const [isChecking, setIsChecking] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const { lock, wait, keep } = useLock(props);
  const isOff = !lock || wait > 0 || isChecking;

  async function check(): Promise<void> {
    if (isOff || typed.length < PIN_LEAST) return;
    setIsChecking(true);
    const counted = afterWrong(lock, device.clock());
    // Must be counted before it is judged: a restart in between gives no try back.
    await device.writeLock(counted).catch(() => {});
    const isRight = await isPin(typed, pin).catch(() => false);
    setTyped('');
    setIsChecking(false);
    setIsWrong(!isRight);
    await keep(isRight ? afterRight(counted, device.clock()) : counted);
    if (isRight) onOpen();
  }

  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <div class="entry-text">
        <Heading text={words.pin.title} />
        <p>{words.pin.text}</p>
        <label class="typed">
          <span>{words.pin.label}</span>
          <input
            type="password"
            value={typed}
            inputMode="none"
            autocomplete="one-time-code"
            maxLength={PIN_MOST}
            disabled={isOff}
            onInput={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
          />
        </label>
        <p class="hidden" role="status">
          {put(words.pin.typed, { n: typed.length })}
        </p>
        <div class="said" role="alert">
          {lock && isWrong && wait === 0 && <p class="fault">{sayWrong(words, lock)}</p>}
          {wait > 0 && <p class="fault">{put(words.pin.locked, { time: waitOf(wait) })}</p>}
        </div>
        <p class="forgotten">{words.pin.forgotten}</p>
      </div>
      <div class="entry-keys">
        <Keypad
          label={words.pin.keys}
          keys={DIGITS}
          look="digits"
          eraseLabel={words.erase}
          isOff={isOff}
          onKey={(key) => setTyped((before) => (before + key).slice(0, PIN_MOST))}
          onErase={() => setTyped((before) => before.slice(0, -1))}
        />
        <button type="submit" class="primary" disabled={isOff || typed.length < PIN_LEAST}>
          {isChecking ? words.pin.checking : words.pin.open}
        </button>
      </div>
    </form>
  );
}

function sayWrong(words: StaffWords, lock: PinLock): string {
  const left = triesLeft(lock);
  return left === 1 ? words.pin.wrongLast : put(words.pin.wrong, { n: left });
}
