import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Account } from '../../shared/wire/overview.ts';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { isWholeCode } from '../parts/code-field.tsx';
import { DoorForm } from '../parts/door-form.tsx';
import { FactorSteps, useFactorWords } from '../parts/factor-steps.tsx';
import type { Refusal, ServerLink } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useWords } from '../text/use-words.ts';

interface SecondFactorScreenProps {
  readonly server: ServerLink;
  readonly entered: (account: Account) => void;
  /** Nobody obliges this account; else there is no way on without it. */
  readonly isChosen: boolean;
  readonly leave: () => void;
}

/** The secret has been waiting for too long. */
const isTooOld = (refused: Refusal) => refused.kind === 'problem' && refused.code === 'link-used';

/** Once, at the first sign-in of whoever sees answers: the phone takes a secret and shows its first code. */
export function SecondFactorScreen({ server, entered, isChosen, leave }: SecondFactorScreenProps) {
  const { words } = useWords();
  const own = useFactorWords();
  const [made, setMade] = useState<NewSecondFactor | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | 'fill-in' | null>(null);

  const begin = useCallback(async () => {
    setRefused(null);
    const answer = await server.newSecondFactor();
    if (answer.kind === 'ok') setMade(answer.value);
    else setRefused(answer);
  }, [server]);
  useEffect(() => void begin(), [begin]);

  async function send(): Promise<void> {
    if (!made) return begin();
    if (!isWholeCode(code)) return setRefused('fill-in');
    setBusy(true);
    setRefused(null);
    const answer = await server.confirmSecondFactor({ code, pending: made.pending });
    setBusy(false);
    if (answer.kind === 'ok') return entered(answer.value);
    setCode('');
    setRefused(answer);
    if (isTooOld(answer)) setMade(null);
  }

  function sayError(): string | null {
    if (refused === null) return null;
    if (refused === 'fill-in') return own.fillIn;
    if (refused.kind === 'problem' && refused.code === 'wrong-code') return own.wrong;
    if (isTooOld(refused)) return own.tooOld;
    return sayRefusal(refused, words);
  }

  const submit = busy ? own.busy : own.submit;
  return (
    <DoorForm
      title={own.title}
      lead={isChosen ? own.leadChosen : own.lead}
      error={sayError()}
      submit={made ? submit : refused ? own.retry : own.loading}
      busy={busy}
      send={() => void send()}
      after={
        <p>
          <button type="button" class="as-link" onClick={leave}>
            {isChosen ? own.back : own.signOut}
          </button>
        </p>
      }
    >
      {made && <FactorSteps factor={made} code={code} setCode={setCode} />}
    </DoorForm>
  );
}
