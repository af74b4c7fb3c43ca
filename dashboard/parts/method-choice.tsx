import { AGGREGATIONS, STATISTICS } from '../../shared/plan-choices.ts';
import type { MethodNote, Overview } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';

type Methods = Pick<Overview, 'method' | 'campaignMethod'>;

/** Whether the figures are computed as the campaign has it. */
export function isOfficial({ method, campaignMethod }: Methods): boolean {
  return method.statistic === campaignMethod.statistic && method.aggregation === campaignMethod.aggregation;
}

interface MethodChoiceProps {
  readonly overview: Methods;
  readonly choose: (method: MethodNote) => void;
}

/** The same forms by another way of computing; what the campaign has set stays the official one. */
export function MethodChoice({ overview: { method, campaignMethod }, choose }: MethodChoiceProps) {
  const { words } = useWords();
  const said = words.method;
  const official = (isIt: boolean) => (isIt ? ` ${said.official}` : '');
  return (
    <fieldset class="method-choice">
      <legend>{said.other}</legend>
      <label>
        <span>{said.statistic}</span>
        <select
          value={method.statistic}
          onChange={({ currentTarget }) => {
            const statistic = STATISTICS.find((one) => one === currentTarget.value);
            if (statistic) choose({ ...method, statistic });
          }}
        >
          {STATISTICS.map((one) => (
            <option key={one} value={one}>
              {words[one]}
              {official(one === campaignMethod.statistic)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{said.aggregation}</span>
        <select
          value={method.aggregation}
          onChange={({ currentTarget }) => {
            const aggregation = AGGREGATIONS.find((one) => one === currentTarget.value);
            if (aggregation) choose({ ...method, aggregation });
          }}
        >
          {AGGREGATIONS.map((one) => (
            <option key={one} value={one}>
              {said.aggregationNames[one]}
              {official(one === campaignMethod.aggregation)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
