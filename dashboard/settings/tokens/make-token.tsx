import { useState } from 'preact/hooks';
import { addDays } from '../../../shared/period.ts';
import { SCOPE_WORDS } from '../../../shared/scope-words.ts';
import type { ApiScope, NewToken, TokenList } from '../../../shared/wire/api-tokens.ts';
import type { ScopeUnit } from '../../../shared/wire/overview.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import { unitsAsTree } from '../../parts/units-as-tree.ts';
import type { TokenWords } from '../../text/tokens-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, LineField } from '../parts/form-fields.tsx';
import type { TokensLink } from './tokens-link.ts';

/** Half a year: long enough to forget about, short enough that somebody looks again. */
const DAYS_USUAL = 180;
/** The server says the same (`shared/wire/api-tokens.ts`, whose schemas a page does not load). */
const DAYS_MOST = 366;

interface MakeTokenProps {
  readonly words: TokenWords;
  readonly link: TokensLink;
  readonly list: TokenList;
  readonly units: readonly ScopeUnit[];
  readonly ended: () => void;
  readonly done: (made: NewToken) => void;
}

export function MakeToken({ words, link, list, units, ended, done }: MakeTokenProps) {
  const { language, say } = useWords();
  const { make } = words;
  const tree = unitsAsTree(units, language);
  const [name, setName] = useState('');
  const [unit, setUnit] = useState(tree[0]?.unit.id ?? '');
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['figures:read']);
  const [until, setUntil] = useState(addDays(list.today, DAYS_USUAL));
  const check = (): FaultAt[] => [
    ...(name.trim() === '' ? [{ at: 'name', why: 'needed' } as const] : []),
    ...(scopes.length === 0 ? [{ at: 'scopes', why: 'needed' } as const] : []),
  ];
  return (
    <ConfirmAct
      primary
      open={make.open}
      what={<p>{make.what}</p>}
      go={make.go}
      check={check}
      send={() => link.make({ name, unit, scopes: [...scopes], until })}
      done={(made) => {
        setName('');
        done(made);
      }}
      ended={ended}
      faultWords={words.faults}
    >
      <LineField label={make.name} name="name" help={make.nameHelp} value={name} set={setName} />
      {tree.length > 1 && (
        <ChooseMany
          one
          label={make.unit}
          name="unit"
          options={tree.map((row) => ({ id: row.unit.id, name: say(row.unit.name), depth: row.depth }))}
          value={[unit]}
          set={([id = '']) => setUnit(id)}
        />
      )}
      <ChooseMany
        label={make.scopes}
        name="scopes"
        help={make.scopesHelp}
        options={list.scopes.map((id) => ({ id, name: say(SCOPE_WORDS[id]), more: id }))}
        value={scopes}
        set={(chosen) => setScopes(chosen as readonly ApiScope[])}
      />
      <DateField
        label={make.until}
        name="until"
        help={make.untilHelp}
        min={list.today}
        max={addDays(list.today, DAYS_MOST)}
        value={until}
        set={setUntil}
      />
    </ConfirmAct>
  );
}
