import { useRef, useState } from 'preact/hooks';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
  readonly copied: string;
  /** Hides it for good. */
  readonly close: () => void;
  readonly closeWords: string;
}

/** What is shown once: to copy, then to put away. */
export function CopyField({ label, value, copy, copied, close, closeWords }: CopyFieldProps) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  async function take(): Promise<void> {
    // without HTTPS there is no clipboard: the text is marked, so that two keys copy it
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      setCopied(document.execCommand('copy'));
    }
  }
  return (
    <>
      <label class="pick">
        <span>{label}</span>
        <input type="text" readOnly ref={field} value={value} onFocus={() => field.current?.select()} />
      </label>
      <p class="act-buttons">
        <button type="button" class="act-go" onClick={() => void take()}>
          {copy}
        </button>
        <button type="button" class="quiet-button" onClick={close}>
          {closeWords}
        </button>
      </p>
      <p role="status" class="copied">
        {isCopied ? copied : ''}
      </p>
    </>
  );
}
