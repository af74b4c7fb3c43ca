import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { unitOptions } from './units-as-tree.ts';

interface UnitSelectProps {
  readonly label: string;
  readonly units: readonly ScopeUnit[];
  readonly unit: string;
  readonly choose: (unit: string) => void;
  readonly look?: string;
  /** What stands for no unit in particular (`''`). */
  readonly all?: string;
}

/** One unit of the tree that the account sees. */
export function UnitSelect({ label, units, unit, choose, look = '', all }: UnitSelectProps) {
  const { language } = useWords();
  return (
    <label class={`pick ${look}`}>
      <span>{label}</span>
      <select value={unit} onChange={(change) => choose(change.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {unitOptions(units, language).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
