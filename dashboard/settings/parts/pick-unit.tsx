import type { ScopeUnit } from '../../../shared/wire/overview.ts';
import { unitOptions } from '../../parts/units-as-tree.ts';
import { useWords } from '../../text/use-words.ts';
import { SelectField } from './form-fields.tsx';

interface PickUnitProps {
  readonly units: readonly ScopeUnit[];
  readonly unit: string;
  readonly pick: (unit: string) => void;
  readonly label: string;
  readonly help?: string;
}

/** Of which unit a page speaks; nothing where there is only one. */
export function PickUnit({ units, unit, pick, label, help }: PickUnitProps) {
  const { language } = useWords();
  if (units.length < 2) return null;
  return (
    <div class="days-pick">
      <SelectField
        label={label}
        name="of"
        {...(help !== undefined && { help })}
        options={unitOptions(units, language)}
        value={unit}
        set={pick}
      />
    </div>
  );
}
