import { useState } from 'preact/hooks';
import type { Contact, UnitDetail } from '../../../shared/wire/units.ts';
import type { Answer } from '../../server-link.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { LineField } from '../parts/form-fields.tsx';
import type { UnitActProps } from './unit-acts.tsx';

interface ContactActProps extends Pick<UnitActProps, 'ended' | 'acted'> {
  readonly contact: Contact;
  readonly send: (contact: string) => Promise<Answer<UnitDetail>>;
}

/** The number that citizens may call. It has no date: what was shown yesterday concerns no figure. */
export function ContactAct({ contact, send, ended, acted }: ContactActProps) {
  const { units: words } = useUnitWords();
  const [typed, setTyped] = useState(contact.own ?? '');
  return (
    <ConfirmAct
      open={words.contact.open}
      what={<p>{words.contact.what}</p>}
      go={words.contact.go}
      ended={ended}
      faultWords={{ 'contact wrong': words.contact.wrong }}
      send={() => send(typed)}
      done={() => acted(words.contact.done)}
    >
      <LineField
        label={words.contact.label}
        name="contact"
        value={typed}
        set={setTyped}
        help={words.contact.help}
      />
    </ConfirmAct>
  );
}

/** The number that is shown, and whether it is inherited. */
export function useSayContact(): (contact: Contact) => string {
  const { units: words } = useUnitWords();
  return ({ own, shown }) => {
    if (shown === null) return `${words.contact.label}: ${words.contact.none}`;
    return `${words.contact.label}: ${own ?? words.contact.inherited(shown)}`;
  };
}
