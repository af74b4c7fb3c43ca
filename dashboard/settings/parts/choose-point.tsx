import type { Text } from '../../../shared/questionnaire.ts';
import { useSettingsWords } from '../../text/use-settings-words.ts';
import { ChooseMany } from './choose-many.tsx';

interface ChoosePointProps {
  readonly label: string;
  readonly points: readonly {
    readonly id: string;
    readonly name: Text;
    readonly unit: { readonly name: Text };
  }[];
  /** '' while none is chosen. */
  readonly value: string;
  readonly set: (point: string) => void;
}

/** One service point out of many, each with the unit or centre in which it stands. */
export function ChoosePoint({ label, points, value, set }: ChoosePointProps) {
  const { language } = useSettingsWords();
  return (
    <ChooseMany
      one
      label={label}
      name="point"
      options={points.map(({ id, name, unit }) => ({
        id,
        name: name[language],
        more: unit.name[language] === name[language] ? undefined : unit.name[language],
      }))}
      value={value === '' ? [] : [value]}
      set={([first]) => set(first ?? '')}
    />
  );
}
