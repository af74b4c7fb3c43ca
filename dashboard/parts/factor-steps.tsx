import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { secondFactorEn } from '../text/second-factor-en.ts';
import { secondFactorVi } from '../text/second-factor-vi.ts';
import { useWords } from '../text/use-words.ts';
import { CodeField } from './code-field.tsx';
import { QrMark } from './qr-mark.tsx';

interface FactorStepsProps {
  readonly factor: NewSecondFactor;
  readonly code: string;
  readonly setCode: (code: string) => void;
  readonly fault?: string | undefined;
}

/** The three steps of every second factor: its picture, its key to type, and the first code. */
export function FactorSteps({ factor, code, setCode, fault }: FactorStepsProps) {
  const words = useFactorWords();
  return (
    <ol class="set-up-steps">
      <li>{words.steps[0]}</li>
      <li>
        {words.steps[1]}
        <QrMark text={factor.address} label={words.picture} />
        <p class="help">
          {words.byHand} <code class="secret">{inGroups(factor.secret)}</code>
        </p>
      </li>
      <li>
        {words.steps[2]}
        <CodeField label={words.code} value={code} setValue={setCode} fault={fault} />
      </li>
    </ol>
  );
}

export function useFactorWords() {
  const { language } = useWords();
  return language === 'vi' ? secondFactorVi : secondFactorEn;
}

/** Groups of four are read and typed without losing one's place. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? '';
