import { useState } from 'preact/hooks';
import type { TargetLine, TargetList } from '../../../shared/wire/target-requests.ts';
import type { ScopeUnit } from '../../../shared/wire/overview.ts';
import { unitsAsTree } from '../../parts/units-as-tree.ts';
import type { TargetWords } from '../../text/targets-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, NumberField, PairField, SelectField, TickField } from '../parts/form-fields.tsx';
import type { PlanLink } from '../plan-link.ts';

interface SetTargetProps {
  readonly words: TargetWords;
  readonly link: PlanLink;
  readonly list: TargetList;
  readonly units: readonly ScopeUnit[];
  readonly ended: () => void;
  readonly done: (line: TargetLine) => void;
}

/** Writes one step more; what was in force stays in the history. */
export function SetTarget({ words, link, list, units, ended, done }: SetTargetProps) {
  const { language, say } = useWords();
  const tree = unitsAsTree(units, language);
  const first = list.years[0]!;
  const [unit, setUnit] = useState(tree[0]?.unit.id ?? '');
  const [year, setYear] = useState(first.year);
  const [field, setField] = useState('');
  const [isWithdrawn, setWithdrawn] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  const [source, setSource] = useState({ vi: '', en: '' });
  const days = list.years.find((one) => one.year === year) ?? first;
  const earliest = days.from > list.today ? days.from : list.today;
  const [chosen, setFrom] = useState<string | null>(null);
  const from = chosen ?? earliest;
  const lacks = !isWithdrawn && (percent === null || Number.isNaN(percent));
  return (
    <ConfirmAct
      open={words.open}
      what={<p>{words.what}</p>}
      go={words.go}
      check={() => (lacks ? [{ at: 'percent', why: percent === null ? 'needed' : 'wrong' }] : [])}
      send={() =>
        link.setTarget({
          unit,
          year,
          field: field === '' ? null : field,
          percent: isWithdrawn ? null : percent,
          source,
          from,
        })
      }
      done={done}
      ended={ended}
      faultWords={words.faults}
    >
      {tree.length > 1 && (
        <ChooseMany
          one
          label={words.unit}
          name="unit"
          help={words.unitHelp}
          options={tree.map((row) => ({ id: row.unit.id, name: say(row.unit.name), depth: row.depth }))}
          value={[unit]}
          set={([id = '']) => setUnit(id)}
        />
      )}
      <SelectField
        label={words.year}
        name="year"
        options={list.years.map((one) => ({
          id: String(one.year),
          name: words.yearName(one.year, writeDate(one.from), writeDate(one.to)),
        }))}
        value={String(year)}
        set={(value) => {
          setYear(Number(value));
          setFrom(null);
        }}
      />
      <SelectField
        label={words.field}
        name="field"
        help={words.fieldHelp}
        nothing={words.allFields}
        options={list.fields.map(({ code, name }) => ({ id: code, name: say(name) }))}
        value={field}
        set={setField}
      />
      {!isWithdrawn && (
        <NumberField
          label={words.percent}
          name="percent"
          help={words.percentHelp}
          value={percent}
          set={setPercent}
        />
      )}
      <TickField label={words.withdraw} name="withdraw" value={isWithdrawn} set={setWithdrawn} />
      <PairField
        label={words.sourceLabel}
        name="source"
        help={words.sourceHelp}
        value={source}
        set={setSource}
      />
      <DateField
        label={words.from}
        name="from"
        help={words.fromHelp}
        min={earliest}
        max={days.to}
        value={from}
        set={setFrom}
      />
    </ConfirmAct>
  );
}
