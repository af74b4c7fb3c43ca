import { useMemo } from 'preact/hooks';
import type { ListStep } from '../../../shared/wire/manage-fields.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import { useFieldsWords } from '../../text/use-fields-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { StepHeading } from '../parts/step-heading.tsx';

interface ShownProps {
  readonly name: string;
  readonly other: () => void;
}

/** What a list would do, line by line, before it is written. */
export function ListPreview(
  props: ShownProps & {
    readonly steps: readonly ListStep[];
    readonly busy: boolean;
    readonly write: () => void;
  },
) {
  const { name, steps, busy, write, other } = props;
  const { own, language, say } = useFieldsWords();
  const { list } = own;
  const count = (act: ListStep['act']) => steps.filter((step) => step.act === act).length;
  const isNew = steps.length > count('same');
  const columns = useMemo(
    (): readonly ListColumn<ListStep>[] => [
      {
        key: 'name',
        title: list.columns.name,
        show: (step) => say(step.name),
        sortBy: (step) => say(step.name),
      },
      { key: 'code', title: list.columns.code, show: ({ code }) => code, sortBy: ({ code }) => code },
      {
        key: 'kind',
        title: list.columns.kind,
        show: ({ kind }) => list.kinds[kind],
        sortBy: ({ kind }) => list.kinds[kind],
      },
      {
        key: 'act',
        title: list.columns.act,
        show: ({ act }) => <b class={`list-act ${act}`}>{list.acts[act]}</b>,
        sortBy: ({ act }) => list.acts[act],
      },
      { key: 'line', title: list.columns.line, show: ({ line }) => line, sortBy: ({ line }) => line },
    ],
    [list, say],
  );
  return (
    <section>
      <StepHeading>{list.of(name)}</StepHeading>
      <p>
        {list.counts(
          writeCount(count('add'), language),
          writeCount(count('change'), language),
          writeCount(count('same'), language),
          count('end') === 0 ? null : writeCount(count('end'), language),
        )}
        {!isNew && ` ${list.nothing}`}
      </p>
      <p class="act-buttons">
        {isNew && (
          <button type="button" class="act-go" aria-disabled={busy} onClick={write}>
            {list.write}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={other}>
          {list.other}
        </button>
      </p>
      <SearchableList
        caption={list.of(name)}
        rows={steps}
        keyOf={({ line, code }) => `${line} ${code}`}
        columns={columns}
        textOf={(step) => `${step.code} ${step.name.vi} ${step.name.en} ${list.acts[step.act]}`}
        empty={list.nothing}
      />
    </section>
  );
}

/** Every line and column that is wrong; nothing of the list was taken in. */
export function ListFaults({ name, faults, other }: ShownProps & { readonly faults: readonly FaultAt[] }) {
  const { own, settings, language } = useFieldsWords();
  const { list } = own;
  const columns = useMemo((): readonly ListColumn<FaultAt>[] => {
    const placeOf = ({ at }: FaultAt) => at.split('.');
    const sayWhy = (fault: FaultAt) =>
      fault.at === 'lines.1' && fault.why === 'wrong'
        ? list.header
        : (list.faults[fault.why] ?? settings.faults[fault.why]);
    return [
      {
        key: 'line',
        title: list.columns.line,
        // on a phone the first cell stands without its heading
        show: (fault) => `${list.columns.line} ${placeOf(fault)[1] ?? ''}`,
        sortBy: (fault) => Number(placeOf(fault)[1] ?? 0),
      },
      {
        key: 'column',
        title: list.columns.column,
        show: (fault) => placeOf(fault)[2] ?? '',
        sortBy: (fault) => placeOf(fault)[2] ?? '',
      },
      { key: 'why', title: list.columns.why, show: sayWhy, sortBy: sayWhy },
    ];
  }, [list, settings]);
  return (
    <section>
      <StepHeading>{list.of(name)}</StepHeading>
      <p class="notice warning">{list.faulty(writeCount(faults.length, language))}</p>
      <p class="act-buttons">
        <button type="button" class="act-go" onClick={other}>
          {list.other}
        </button>
      </p>
      <SearchableList
        caption={list.of(name)}
        rows={faults}
        keyOf={({ at, why }) => `${at} ${why}`}
        columns={columns}
        textOf={({ at, why }) => `${at} ${list.faults[why] ?? ''}`}
        empty=""
      />
    </section>
  );
}
