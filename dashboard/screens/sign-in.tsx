import { useState } from 'preact/hooks';
import type { Account } from '../../shared/wire/overview.ts';
import { CodeField, isWholeCode } from '../parts/code-field.tsx';
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

/** Name and password, then the code where the account has a second factor. */
export function SignIn({ server, notice, entered }: SignInProps) {
  const { words } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | 'fill-in' | null>(null);
  const asksCode = code !== null;

  async function send(): Promise<void> {
    const isFilled = asksCode ? isWholeCode(code) : login.trim() !== '' && password !== '';
    if (!isFilled) return setRefused('fill-in');
    setBusy(true);
    setRefused(null);
    const answer = await server.signIn(login.trim(), password, code ?? undefined);
    setBusy(false);
    if (answer.kind === 'ok') return entered(answer.value);
    if (answer.kind === 'problem' && answer.code === 'code-needed') return setCode('');
    if (answer.kind === 'problem' && answer.code === 'wrong-code') setCode('');
    setRefused(answer);
  }

  function sayError(): string | null {
    if (refused === null) return null;
    if (refused !== 'fill-in') return sayRefusal(refused, words);
    return asksCode ? words.signIn.codeFillIn : words.signIn.fillIn;
  }

  if (asksCode) {
    return (
      <DoorForm
        key="code"
        title={words.signIn.codeTitle}
        lead={words.signIn.codeLead}
        error={sayError()}
        submit={busy ? words.signIn.busy : words.signIn.submit}
        busy={busy}
        send={() => void send()}
        after={
          <>
            <p class="help">{words.signIn.codeLost}</p>
            <p>
              <button
                type="button"
                class="as-link"
                onClick={() => {
                  setCode(null);
                  setPassword('');
                  setRefused(null);
                }}
              >
                {words.account.toSignIn}
              </button>
            </p>
          </>
        }
      >
        <CodeField label={words.signIn.code} value={code} setValue={setCode} first />
      </DoorForm>
    );
  }
  return (
    <DoorForm
      key="password"
      title={words.signIn.title}
      lead={words.signIn.lead}
      notice={notice}
      error={sayError()}
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
