import type { Text } from '../../shared/questionnaire.ts';
import { SET_UP_MOST } from '../../shared/wire/first-run.ts';
import type { Draft } from '../../shared/wire/first-run.ts';
import { PairField } from '../settings/parts/form-fields.tsx';
import { useAddButton } from '../settings/parts/use-add-button.ts';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import { nextCounter } from './suggest-draft.ts';

type Point = Draft['points'][number];

interface PointsFieldsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

const without = <T,>(list: readonly T[], index: number) => list.filter((_, i) => i !== index);
const replaced = <T,>(list: readonly T[], index: number, item: T) =>
  list.map((each, i) => (i === index ? item : each));

/** Where citizens are received, each with its counters. */
export function PointsFields({ draft, change }: PointsFieldsProps) {
  const { run } = useFirstRunWords();
  const { points } = draft;
  const add = useAddButton(points.length);
  const set = (next: Point[]) => change({ ...draft, points: next });
  return (
    <>
      {points.map((point, i) => (
        <PointFields
          key={i}
          number={i + 1}
          point={point}
          set={(next) => set(replaced(points, i, next))}
          remove={points.length > 1 ? () => set(without(points, i)) : undefined}
        />
      ))}
      {points.length < SET_UP_MOST.points && (
        <p>
          <button
            type="button"
            ref={add}
            class="quiet-button"
            onClick={() => set([...points, { name: { vi: '', en: '' }, counters: [] }])}
          >
            {run.points.add}
          </button>
        </p>
      )}
    </>
  );
}

interface PointFieldsProps {
  readonly number: number;
  readonly point: Point;
  readonly set: (point: Point) => void;
  readonly remove: (() => void) | undefined;
}

function PointFields({ number, point, set, remove }: PointFieldsProps) {
  const { run } = useFirstRunWords();
  const words = run.points;
  const at = `points.${number - 1}`;
  const { name, counters } = point;
  const add = useAddButton(counters.length);
  const setCounters = (next: Text[]) => set({ ...point, counters: next });
  return (
    <fieldset class="point-fields">
      <legend>{words.point(number)}</legend>
      <PairField
        label={words.name}
        name={`${at}.name`}
        help={words.nameHelp}
        value={name}
        set={(next) => set({ ...point, name: next })}
      />
      <p class="counters-title">{words.counters}</p>
      {counters.length === 0 && <p class="help">{words.noCounters}</p>}
      {counters.map((counter, i) => (
        <div class="counter-row" key={i}>
          <PairField
            label={words.counter(i + 1)}
            name={`${at}.counters.${i}`}
            value={counter}
            set={(next) => setCounters(replaced(counters, i, next))}
          />
          <button
            type="button"
            class="quiet-button remove"
            aria-label={words.removeCounter(counter.vi || words.unnamed)}
            onClick={() => setCounters(without(counters, i))}
          >
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
      <p class="act-list">
        {counters.length < SET_UP_MOST.counters && (
          <button
            type="button"
            ref={add}
            class="quiet-button"
            onClick={() => setCounters([...counters, nextCounter(counters)])}
          >
            {words.addCounter}
          </button>
        )}
        {remove && (
          <button type="button" class="quiet-button" onClick={remove}>
            {words.remove(name.vi || words.unnamed)}
          </button>
        )}
      </p>
    </fieldset>
  );
}

/** Names of fields that are in no list. */
export function OwnFields({ draft, change }: PointsFieldsProps) {
  const { run } = useFirstRunWords();
  const { ownFields } = draft;
  const add = useAddButton(ownFields.length);
  const set = (next: Text[]) => change({ ...draft, ownFields: next });
  return (
    <fieldset class="point-fields">
      <legend>{run.fields.own}</legend>
      {ownFields.map((field, i) => (
        <div class="counter-row" key={i}>
          <PairField
            label={run.fields.ownName(i + 1)}
            name={`ownFields.${i}`}
            value={field}
            set={(next) => set(replaced(ownFields, i, next))}
          />
          <button
            type="button"
            class="quiet-button remove"
            aria-label={run.fields.remove(field.vi || run.points.unnamed)}
            onClick={() => set(without(ownFields, i))}
          >
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
      {ownFields.length < SET_UP_MOST.ownFields && (
        <p class="act-list">
          <button
            type="button"
            ref={add}
            class="quiet-button"
            onClick={() => set([...ownFields, { vi: '', en: '' }])}
          >
            {run.fields.add}
          </button>
        </p>
      )}
    </fieldset>
  );
}
