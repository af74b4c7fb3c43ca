import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../shared/questionnaire.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { Heading } from '../parts/heading.tsx';
import { put } from '../../shared/text/words.ts';
import { EnrolScreen } from './enrol-screen.tsx';
import { OpeningScreen } from './opening-screen.tsx';
import { HealthScreen } from './health-screen.tsx';
import { PinScreen } from './pin-screen.tsx';
import type { StaffDevice } from './staff-device.ts';
import { StaffFrame } from './staff-frame.tsx';
import { staffWords } from './staff-words.ts';
import { useIdle } from './use-idle.ts';

type Place =
  | { readonly kind: 'opening' | 'failed' }
  | { readonly kind: 'enrol'; readonly code?: string | undefined }
  | { readonly kind: 'pin' | 'health' | 'opening-test' };

/** An official who walks away leaves the page locked, and soon after the survey on the screen. */
const LOCK_MS = 2 * 60_000;
const TO_KIOSK_MS = 60_000;

/** Said when nothing that the device has stored can be read; no language has been chosen yet. */
export function OpenFailed() {
  return (
    <main class="staff">
      <section class="staff-message" role="alert">
        <Heading text={staffWords.vi.failedTitle} />
        <p>{staffWords.vi.failedText}</p>
        <p lang="en">{staffWords.en.failedText}</p>
      </section>
    </main>
  );
}

export function StaffApp(props: {
  readonly device: StaffDevice;
  /** From the QR code. */
  readonly code?: string | undefined;
  /** The kiosk has come for the self-test of the day. */
  readonly isOpening: boolean;
}) {
  const { device, code, isOpening } = props;
  const [language, setLanguage] = useState<Language>('vi');
  const [settings, setSettings] = useState<Settings | undefined>();
  const [place, setPlace] = useState<Place>({ kind: 'opening' });
  const words = staffWords[language];

  const open = useCallback(async () => {
    try {
      const known = await device.settings();
      setSettings(known);
      if (code !== undefined || !known) setPlace({ kind: 'enrol', code });
      else if (isOpening) setPlace({ kind: 'opening-test' });
      else setPlace({ kind: known.pin ? 'pin' : 'health' });
    } catch {
      setPlace({ kind: 'failed' });
    }
  }, [device, code, isOpening]);
  useEffect(() => void open(), [open]);

  const isLockable = place.kind === 'health' || place.kind === 'enrol';
  useIdle(isLockable ? LOCK_MS : TO_KIOSK_MS, `${place.kind} ${settings?.device.id}`, () => {
    if (place.kind === 'health' && settings?.pin) setPlace({ kind: 'pin' });
    else if (settings && (isLockable || place.kind === 'pin')) device.toKiosk();
  });

  function screen() {
    switch (place.kind) {
      case 'opening':
      case 'failed':
        return (
          <section class="staff-message" role={place.kind === 'failed' ? 'alert' : undefined}>
            <Heading text={place.kind === 'failed' ? words.failedTitle : words.loading} />
            {place.kind === 'failed' && <p>{words.failedText}</p>}
          </section>
        );
      case 'enrol':
        return (
          <EnrolScreen
            words={words}
            language={language}
            deps={device}
            code={place.code}
            onDone={device.toKiosk}
          />
        );
      case 'opening-test':
        return <OpeningScreen words={words} device={device} tree={settings!.tree} />;
      case 'pin':
        return (
          <PinScreen
            words={words}
            pin={settings!.pin!}
            device={device}
            onOpen={() => setPlace({ kind: 'health' })}
          />
        );
      case 'health':
        return (
          <HealthScreen
            words={words}
            device={device}
            hasPin={settings?.pin !== undefined}
            onEnrol={() => setPlace({ kind: 'enrol' })}
          />
        );
    }
  }

  const named =
    settings && `${put(words.pageOf, { device: settings.device.name })} · ${settings.point.name[language]}`;
  return (
    <StaffFrame
      words={words}
      language={language}
      onLanguage={setLanguage}
      name={place.kind}
      place={named}
      tree={settings?.tree}
      onBack={settings && device.toKiosk}
    >
      {screen()}
    </StaffFrame>
  );
}
