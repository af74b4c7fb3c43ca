import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../text/use-words.ts';
import type { SecondFactorScreenProps } from './second-factor-screen.tsx';

/** The screen comes when it is needed: once in the life of an account, with a QR encoder that nobody else pays for. */
export function SecondFactorDoor(props: SecondFactorScreenProps) {
  const { words } = useWords();
  const [Screen, setScreen] = useState<ComponentType<SecondFactorScreenProps> | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const load = useCallback(async () => {
    setIsMissing(false);
    try {
      const { SecondFactorScreen } = await import('./second-factor-screen.tsx');
      setScreen(() => SecondFactorScreen);
    } catch {
      setIsMissing(true);
    }
  }, []);
  useEffect(() => void load(), [load]);

  if (Screen) return <Screen {...props} />;
  return (
    <main id="main" class="door">
      {isMissing ? (
        <div class="notice warning" role="alert">
          <p>{words.unreachable}</p>
          <button type="button" class="main-button" onClick={() => void load()}>
            {words.state.retry}
          </button>
        </div>
      ) : (
        <p role="status">{words.loading}</p>
      )}
    </main>
  );
}
