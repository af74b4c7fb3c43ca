import { useState } from 'preact/hooks';
import type { Account } from '../../shared/wire/overview.ts';
import type { OneTimeLink } from '../one-time-link.ts';
import { DoorForm } from '../parts/door-form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { isLongEnough, PASSWORD_LEAST } from '../../shared/password-rule.ts';
import type { Refusal, ServerLink } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useWords } from '../text/use-words.ts';

interface OneTimeDoorProps {
  readonly server: ServerLink;
  readonly link: OneTimeLink;
  readonly entered: (account: Account) => void;
  readonly leave: () => void;
  /** The password is set, but this account signs in with its second factor too. */
  readonly passwordSet: () => void;
}

/** What a one-time link opens: a first account, or a new password for an account that exists. */
export function OneTimeDoor({ server, link, entered, leave, passwordSet }: OneTimeDoorProps) {
  const { words } = useWords();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [tooShort, setTooShort] = useState(false);
  const [refused, setRefused] = useState<Refusal | 'fill-in' | null>(null);
  const isInvite = link.purpose === 'invite';

  async function send(): Promise<void> {
    const short = !isLongEnough(password);
    setTooShort(short);
    if (isInvite && (login.trim() === '' || name.trim() === '')) return setRefused('fill-in');
    setRefused(null);
    if (short) return;
    setBusy(true);
    const answer = isInvite
      ? await server.acceptInvitation({
          secret: link.secret,
          login: login.trim(),
          name: name.trim(),
          password,
        })
      : await server.resetPassword({ secret: link.secret, password });
    setBusy(false);
    if (answer.kind === 'ok') return answer.value ? entered(answer.value) : passwordSet();
    setRefused(answer);
  }

  function sayError(): string | null {
    if (refused === null) return null;
    if (refused === 'fill-in') return words.account.fillIn;
    if (refused.kind === 'problem' && refused.code === 'malformed') return words.account.malformed;
    return sayRefusal(refused, words);
  }

  return (
    <DoorForm
      title={isInvite ? words.account.inviteTitle : words.account.resetTitle}
      lead={isInvite ? words.account.inviteLead : words.account.resetLead}
      error={sayError()}
      submit={busy ? words.account.busy : isInvite ? words.account.inviteSubmit : words.account.resetSubmit}
      busy={busy}
      send={() => void send()}
      after={
        <p>
          <button type="button" class="as-link" onClick={leave}>
            {words.account.toSignIn}
          </button>
        </p>
      }
    >
      {isInvite && (
        <>
          <TextField
            label={words.account.name}
            name="name"
            autocomplete="name"
            value={name}
            setValue={setName}
          />
          <TextField
            label={words.signIn.login}
            name="login"
            autocomplete="username"
            value={login}
            setValue={setLogin}
          />
        </>
      )}
      <PasswordField
        label={words.account.newPassword}
        name="new-password"
        autocomplete="new-password"
        value={password}
        setValue={(value) => {
          setPassword(value);
          if (isLongEnough(value)) setTooShort(false);
        }}
        rule={words.account.rule(PASSWORD_LEAST)}
        broken={tooShort ? words.account.ruleBroken(PASSWORD_LEAST) : undefined}
      />
    </DoorForm>
  );
}
