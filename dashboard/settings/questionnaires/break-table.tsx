import { factorsOf, type Questionnaire } from '../../../shared/questionnaire.ts';
import type { GroupBreak } from '../../../shared/version-breaks.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';

interface BreakTableProps {
  readonly questionnaire: Questionnaire;
  readonly breaks: readonly { readonly group: string; readonly state: GroupBreak }[];
}

/** Which groups of items can be compared with the version before, in the order areas, then factors. */
export function BreakTable({ questionnaire, breaks }: BreakTableProps) {
  const { own, say } = useQuestionnaireWords();
  const stateOf = (code: string) => breaks.find(({ group }) => group === code)?.state;
  const rows = [
    ...questionnaire.areas.map(({ code, name }) => ({ code, name, isArea: true })),
    ...factorsOf(questionnaire).map(({ code, name }) => ({ code, name, isArea: false })),
  ].flatMap((row) => {
    const state = stateOf(row.code);
    return state ? [{ ...row, state }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{own.breaks.title}</h2>
      <p class="note">{own.breaks.lead}</p>
      <dl class="break-list">
        {rows.map(({ code, name, isArea, state }) => (
          <div key={code} class={isArea ? 'is-area' : undefined}>
            <dt>{say(name)}</dt>
            <dd class={`break-${state}`}>{own.breaks.states[state]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
