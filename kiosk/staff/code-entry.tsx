import { useState } from 'preact/hooks';
import { CODE_ALPHABET } from '../../shared/ids.ts';
import { ENROL_CODE_LENGTH } from '../../shared/wire/device.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { Heading } from '../parts/heading.tsx';
import type { LoadScript } from '../scan/code-reader.ts';
// oxlint-disable-next-line import/default -- the build makes a script of its own of it
import loadReader from '../scan/read-qr.ts?beside';
import { ScanPanel } from '../scan/scan-panel.tsx';
import { codeInAddress, isWholeCode, signsOf } from './code-requests.ts';
import type { EnrolFault } from './enrol-course.ts';
import { Keypad } from './keypad.tsx';
import { sayEnrolFault } from './say-enrolment.ts';
import type { StaffWords } from './staff-words.ts';

/** The enrolment code, typed on big keys or on a keyboard, or scanned; what was typed stays when it is refused. */
export function CodeEntry(props: {
  readonly words: StaffWords;
  readonly language: Language;
  readonly typed: string;
  readonly fault: EnrolFault | undefined;
  readonly isAsking: boolean;
  readonly onCode: (code: string) => void;
}) {
  const { words, fault, isAsking, onCode } = props;
  const [code, setCode] = useState(props.typed);
  const [isScanning, setIsScanning] = useState(false);
  const isWhole = isWholeCode(code);
  if (isScanning)
    return (
      <ScanPanel
        language={props.language}
        title={words.scan.title}
        text={words.scan.text}
        load={loadReader as LoadScript}
        onText={(text) => {
          const found = codeInAddress(text);
          if (found === undefined) return words.scan.otherCode;
          setIsScanning(false);
          setCode(found);
          onCode(found);
          return undefined;
        }}
        onClose={() => setIsScanning(false)}
      />
    );
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && !isAsking) onCode(code);
      }}
    >
      <div class="entry-text">
        <Heading text={words.code.title} />
        <p>{words.code.text}</p>
        <button type="button" class="secondary" disabled={isAsking} onClick={() => setIsScanning(true)}>
          {words.scan.open}
        </button>
        <label class="typed">
          <span>{words.code.label}</span>
          <input
            value={code}
            inputMode="none"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={ENROL_CODE_LENGTH + 4}
            onInput={(event) => {
              const signs = signsOf(event.currentTarget.value);
              event.currentTarget.value = signs;
              setCode(signs);
            }}
          />
        </label>
        <div class="said" role="alert">
          {fault && !isAsking && <p class="fault">{sayEnrolFault(words, fault)}</p>}
        </div>
      </div>
      <div class="entry-keys">
        <Keypad
          label={words.code.keys}
          keys={CODE_ALPHABET}
          look="letters"
          eraseLabel={words.erase}
          isOff={isAsking}
          onKey={(key) => setCode((before) => signsOf(before + key))}
          onErase={() => setCode((before) => before.slice(0, -1))}
        />
        <button type="submit" class="primary" disabled={!isWhole || isAsking}>
          {isAsking ? words.code.asking : words.go}
        </button>
      </div>
    </form>
  );
}
