import { useFirstFocus } from '../../parts/use-first-focus.ts';
import type { NewLink } from '../../../shared/wire/manage-people.ts';
import { QrMark } from '../../parts/qr-mark.tsx';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeInstant } from '../../text/write-date.ts';
import { CopyField } from '../parts/copy-field.tsx';

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
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <section class="link-sheet">
      <div>
        <h2 tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <p>{told}</p>
        <CopyField
          label={link.label}
          value={made.address}
          copy={link.copy}
          copied={link.copied}
          close={close}
          closeWords={closeWords ?? link.done}
        />
        <p>
          <b>{link.until(writeInstant(made.expires, language))}</b> {link.once}
        </p>
      </div>
      <QrMark text={made.address} label={link.qr} />
    </section>
  );
}
