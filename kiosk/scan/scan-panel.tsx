import { useEffect, useRef, useState } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';
import { scanWords } from '../text/scan-words.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { LoadScript } from './code-reader.ts';
import { lookForCode, type ScanFault } from './look-for-code.ts';
import { openCamera } from './open-camera.ts';
import './scan.css';

interface ScanProps {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly load: LoadScript;
  /** What is wrong with the text of a code, said under the picture; undefined when it is what was looked for. */
  readonly onText: (text: string) => string | undefined;
  readonly onClose: () => void;
}

/** The picture of the camera, until a code is in it or somebody closes it. */
export function ScanPanel(props: ScanProps) {
  const { language, title, text, onText, onClose } = props;
  const words = scanWords[language];
  const video = useRef<HTMLVideoElement>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const [fault, setFault] = useState<ScanFault | undefined>();
  // The page may be drawn anew while the camera is on: it stays on, and the newest hears of the code.
  const hear = useRef(onText);
  hear.current = onText;
  useEffect(() => {
    document.getElementById('heading')?.focus({ preventScroll: true });
    return lookForCode({
      open: () => openCamera(video.current!, props.load),
      later: (ms, call) => setTimeout(call, ms),
      onText(found) {
        const said = hear.current(found);
        setWrong(said);
        return said === undefined;
      },
      onFault: setFault,
    });
  }, []);
  return (
    <section class="scan">
      <Heading text={title} />
      <p>{text}</p>
      <div class="scan-picture" hidden={fault !== undefined}>
        <video ref={video} muted playsInline aria-label={words.picture} />
      </div>
      <div class="said" role="alert">
        {fault && <p class="fault">{words.faults[fault]}</p>}
        {!fault && wrong && <p class="fault">{wrong}</p>}
      </div>
      <button type="button" class="secondary" onClick={onClose}>
        {words.close}
      </button>
      <p class="scan-note">{words.note}</p>
    </section>
  );
}
