import { useState } from 'preact/hooks';
import type { Text } from '../../shared/questionnaire.ts';
import { isLongEnough, PASSWORD_LEAST } from '../../shared/password-rule.ts';
import type { Draft } from '../../shared/wire/first-run.ts';
import type { Account } from '../../shared/wire/overview.ts';
import type { FaultAt } from '../../shared/wire/problem.ts';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { LineField } from '../settings/parts/form-fields.tsx';
import { useFault } from '../settings/parts/form-faults.ts';
import { SettingsForm } from '../settings/parts/settings-form.tsx';
import { isWholeCode } from '../parts/code-field.tsx';
import { FactorSteps } from '../parts/factor-steps.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import type { Answer } from '../server-link.ts';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import { writeCount } from '../text/write-number.ts';
import type { FirstRunLink } from './first-run-link.ts';

interface AccountStepProps {
  readonly link: FirstRunLink;
  readonly draft: Draft;
  readonly names: { readonly province: Text | undefined; readonly commune: Text | undefined };
  readonly ended: () => void;
  readonly made: (account: Account) => void;
}

/** Name and password, then the second factor: the code that is typed makes office and account at once. */
export function AccountStep({ link, draft, names, ended, made }: AccountStepProps) {
  const { run } = useFirstRunWords();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [factor, setFactor] = useState<(NewSecondFactor & { readonly of: string }) | null>(null);
  // the name stands in the app: another name is another entry there
  const shown = factor?.of === login.trim() ? factor : null;

  function check(): FaultAt[] {
    const fault = (isOne: boolean, at: string, why: FaultAt['why']) => (isOne ? [{ at, why }] : []);
    return [
      ...fault(name.trim() === '', 'name', 'needed'),
      ...fault(login.trim() === '', 'login', 'needed'),
      ...fault(!isLongEnough(password), 'password', 'wrong'),
      ...fault(shown !== null && !isWholeCode(code), 'code', 'wrong'),
    ];
  }
  async function send(): Promise<Answer<Account | NewSecondFactor>> {
    if (!shown) return link.newFactor(login.trim());
    const account = { name: name.trim(), login: login.trim(), password, code, pending: shown.pending };
    const answer = await link.makeOffice(account);
    if (answer.kind !== 'problem' || answer.code !== 'link-used') return answer;
    // the secret has been waiting for too long: the next press asks for another one
    setFactor(null);
    setCode('');
    return { ...answer, faults: [{ at: 'factor', why: 'wrong' }] };
  }

  return (
    <>
      <Summary draft={draft} names={names} />
      <SettingsForm<Account | NewSecondFactor>
        go={shown ? run.account.make : run.account.toFactor}
        check={check}
        send={send}
        done={(answer) => {
          if ('pending' in answer) setFactor({ ...answer, of: login.trim() });
          else made(answer);
        }}
        ended={ended}
        faultWords={run.account.faults}
      >
        <LineField label={run.account.name} name="name" value={name} set={setName} />
        <LineField
          label={run.account.login}
          name="login"
          help={run.account.loginHelp}
          value={login}
          set={setLogin}
        />
        <NewPassword value={password} set={setPassword} />
        {shown && <Factor factor={shown} code={code} setCode={setCode} />}
      </SettingsForm>
    </>
  );
}

/** What the button makes, before it does. */
function Summary({ draft, names }: Pick<AccountStepProps, 'draft' | 'names'>) {
  const { run, language, say } = useFirstRunWords();
  const count = (value: number) => writeCount(value, language);
  const office = draft.office.kind === 'commune' ? names.commune : draft.office.name;
  const counters = draft.points.reduce((sum, point) => sum + point.counters.length, 0);
  return (
    <div class="will-make">
      <p>{run.account.willMake}</p>
      <ul class="plain-list">
        <li>
          {run.account.willOffice(
            office ? say(office) || office.vi : '',
            names.province ? say(names.province) : '',
          )}
        </li>
        <li>{run.account.willPoints(count(draft.points.length), count(counters))}</li>
        <li>{run.account.willFields(count(draft.fields.length + draft.ownFields.length))}</li>
      </ul>
      {names.province && <p>{run.account.willLookAfter(say(names.province))}</p>}
      <p>{run.account.closes}</p>
    </div>
  );
}

function NewPassword({ value, set }: { readonly value: string; readonly set: (value: string) => void }) {
  const { run } = useFirstRunWords();
  const broken = useFault('password');
  return (
    <PasswordField
      label={run.account.password}
      name="new-password"
      autocomplete="new-password"
      value={value}
      setValue={set}
      rule={run.account.rule(PASSWORD_LEAST)}
      broken={broken}
    />
  );
}

function Factor(props: Omit<Parameters<typeof FactorSteps>[0], 'fault'>) {
  const { run } = useFirstRunWords();
  return (
    <section class="factor">
      <h3>{run.account.factor}</h3>
      <FactorSteps {...props} fault={useFault('code')} />
    </section>
  );
}
