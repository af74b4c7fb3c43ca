import { useState } from 'preact/hooks';
import type { AlertSettings, MailHealth } from '../../../shared/wire/alert-list.ts';
import { useAlertsWords } from '../../text/use-alerts-words.ts';
import { writeInstant } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { LineField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { AlertsLink } from './alerts-link.ts';

interface MailSectionProps {
  readonly settings: AlertSettings;
  readonly link: AlertsLink;
  readonly ended: () => void;
  readonly refresh: () => Promise<void>;
}

/** The own address, and whether mail leaves. */
export function MailSection({ settings, link, ended, refresh }: MailSectionProps) {
  const { alerts } = useAlertsWords();
  const { address, mail: words } = alerts;
  const [email, setEmail] = useState(settings.email ?? '');
  return (
    <>
      <section class="alert-mail">
        <h2>{address.title}</h2>
        <p>{address.lead}</p>
        <SettingsForm
          go={address.go}
          send={() => link.setAddress(email)}
          done={() => {
            void refresh();
            return address.done;
          }}
          ended={ended}
          faultWords={address.faults}
        >
          <LineField label={address.label} name="email" help={address.help} value={email} set={setEmail} />
        </SettingsForm>
      </section>
      <section class="alert-mail">
        <h2>{words.title}</h2>
        {settings.mail === null ? (
          <p>{words.off}</p>
        ) : (
          <>
            <Health mail={settings.mail} />
            {settings.email === null ? (
              <p>{words.needsAddress}</p>
            ) : (
              <SettingsForm
                go={words.try}
                send={link.trial}
                done={({ kind, word }) => words.tried[kind] + (word === null ? '' : ` (${word})`)}
                ended={ended}
              />
            )}
          </>
        )}
      </section>
    </>
  );
}

function Health({ mail }: { readonly mail: MailHealth }) {
  const { alerts, language } = useAlertsWords();
  const { mail: words } = alerts;
  const { from, waiting, failed, last } = mail;
  const at = last && writeInstant(last.at, language);
  return (
    <ul class="alert-health">
      <li>{words.from(from)}</li>
      <li>{waiting > 0 ? words.waiting(writeCount(waiting, language)) : words.noneWaiting}</li>
      {failed > 0 && (
        <li>
          <b>{words.failed(writeCount(failed, language))}</b>
        </li>
      )}
      {last && at && (
        <li>{last.trouble === null ? words.well(at) : <b>{words.trouble(at, last.trouble)}</b>}</li>
      )}
    </ul>
  );
}
