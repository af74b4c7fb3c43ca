import { useEffect, useRef, useState } from 'preact/hooks';
import type { NewLink } from '../../../shared/wire/manage-people.ts';
import { QrMark } from '../../parts/qr-mark.tsx';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeInstant } from '../../text/write-date.ts';

interface LinkSheetProps {
  readonly made: NewLink;
  readonly title: string;
  readonly told: string;
  readonly close: () => void;
  readonly closeWords?: string;
}

/** A one-time link, shown once: to copy, or to scan off this screen. */
export function LinkSheet({ made, title, told, close, closeWords }: LinkSheetProps) {
  const { people, language } = usePeopleWords();
  const { link } = people;
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const address = useRef<HTMLInputElement>(null);
  useEffect(() => heading.current?.focus(), []);
  async function copy(): Promise<void> {
    // without HTTPS there is no clipboard: the address is marked, so that two keys copy it
    address.current?.select();
    try {
      await navigator.clipboard.writeText(made.address);
      setCopied(true);
    } catch {
      setCopied(document.execCommand('copy'));
    }
  }
  return (
    <section class="link-sheet">
      <div>
        <h2 tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <p>{told}</p>
        <label class="pick">
          <span>{link.label}</span>
          <input
            type="text"
            readOnly
            ref={address}
            value={made.address}
            onFocus={() => address.current?.select()}
          />
        </label>
        <p class="act-buttons">
          <button type="button" class="act-go" onClick={() => void copy()}>
            {link.copy}
          </button>
          <button type="button" class="quiet-button" onClick={close}>
            {closeWords ?? link.done}
          </button>
        </p>
        <p role="status" class="copied">
          {copied ? link.copied : ''}
        </p>
        <p>
          <b>{link.until(writeInstant(made.expires, language))}</b> {link.once}
        </p>
      </div>
      <QrMark text={made.address} label={link.qr} />
    </section>
  );
}
