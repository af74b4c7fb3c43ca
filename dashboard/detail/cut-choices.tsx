import { type Cut, type CutBy, CUTS } from '../../shared/wire/cuts.ts';
import { nameGroup } from '../text/name-group.ts';
import { useDetailWords } from '../text/use-detail-words.ts';
import type { DetailChoice } from './detail-choice.ts';

interface CutChoicesProps {
  readonly choice: DetailChoice;
  readonly factors: Cut['factors'];
  readonly choose: (choice: DetailChoice) => void;
}

/** What the figures are cut by, and which of them. */
export function CutChoices({ choice, factors, choose }: CutChoicesProps) {
  const spoken = useDetailWords();
  const { own } = spoken;
  const kinds: readonly (readonly [string, readonly CutBy[]])[] = [
    [own.places, ['unit', 'point']],
    [own.work, ['field', 'authority', 'ontime']],
    [own.people, ['sex', 'age', 'kind', 'language']],
    [own.ways, ['channel', 'form', 'version']],
  ];
  return (
    <div class="cut-choices" role="group" aria-label={own.choices}>
      <label class="pick">
        <span>{own.by}</span>
        <select
          value={choice.by}
          onChange={({ currentTarget }) => {
            const by = CUTS.find((one) => one === currentTarget.value);
            if (by) choose({ ...choice, by });
          }}
        >
          {kinds.map(([name, cuts]) => (
            <optgroup key={name} label={name}>
              {cuts.map((by) => (
                <option key={by} value={by}>
                  {own.cuts[by]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="pick">
        <span>{own.group}</span>
        <select
          value={choice.group ?? ''}
          onChange={({ currentTarget }) => {
            const { group: _, ...both } = choice;
            choose(currentTarget.value === '' ? both : { ...both, group: currentTarget.value });
          }}
        >
          <option value="">{own.both}</option>
          {['I', 'II', 'all', 'overall'].map((group) => (
            <option key={group} value={group}>
              {nameGroup(group, factors, spoken)}
            </option>
          ))}
          {factors.length > 0 && (
            <optgroup label={own.factors}>
              {factors.map(({ code }) => (
                <option key={code} value={code}>
                  {nameGroup(code, factors, spoken)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
    </div>
  );
}
