import { useState } from 'preact/hooks';
import type { Account } from '../../shared/wire/overview.ts';
import { DoorForm } from '../parts/door-form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Refusal, ServerLink } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useWords } from '../text/use-words.ts';

interface SignInProps {
  readonly server: ServerLink;
  readonly notice?: string | undefined;
  readonly entered: (account: Account) => void;
}

export function SignIn({ server, notice, entered }: SignInProps) {
  const { words } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | 'fill-in' | null>(null);

  async function send(): Promise<void> {
    if (login.trim() === '' || password === '') return setRefused('fill-in');
    setBusy(true);
    setRefused(null);
    const answer = await server.signIn(login.trim(), password);
    setBusy(false);
    if (answer.kind === 'ok') return entered(answer.value);
    setRefused(answer);
  }

  return (
    <DoorForm
      title={words.signIn.title}
      lead={words.signIn.lead}
      notice={notice}
      error={
        refused === null ? null : refused === 'fill-in' ? words.signIn.fillIn : sayRefusal(refused, words)
      }
      submit={busy ? words.signIn.busy : words.signIn.submit}
      busy={busy}
      send={() => void send()}
      after={<p class="help">{words.signIn.forgot}</p>}
    >
      <TextField
        label={words.signIn.login}
        name="login"
        autocomplete="username"
        value={login}
        setValue={setLogin}
      />
      <PasswordField
        label={words.signIn.password}
        name="password"
        autocomplete="current-password"
        value={password}
        setValue={setPassword}
      />
    </DoorForm>
  );
}
