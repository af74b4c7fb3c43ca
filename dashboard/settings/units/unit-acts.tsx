import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { UnitDetail, UnitLine } from '../../../shared/wire/units.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, PairField, SelectField } from '../parts/form-fields.tsx';
import { ContactAct } from './contact-act.tsx';
import { useKinds } from './tree-acts.tsx';
import type { UnitsLink } from './units-link.ts';

export interface UnitActProps {
  readonly link: UnitsLink;
  readonly unit: UnitDetail;
  /** Units that are there and have no end. */
  readonly others: readonly UnitLine[];
  readonly today: string;
  readonly ended: () => void;
  readonly acted: (sentence: string) => void;
}

/** Another name, another place in the tree, the end. */
export function UnitActs(props: UnitActProps & { readonly children: ComponentChildren }) {
  const { link, unit, others, today, ended, acted, children } = props;
  const { units: words, language } = useUnitWords();
  const kinds = useKinds();
  const [name, setName] = useState(unit.name);
  const [kind, setKind] = useState<string>(unit.kind);
  const [parent, setParent] = useState('');
  const [from, setFrom] = useState(today);
  const { points, devices, below } = unit;
  const day = <DateField label={words.from} name="from" value={from} set={setFrom} help={words.fromHelp} />;
  return (
    <div class="act-list">
      <h2 class="unseen">{words.acts}</h2>
      <ConfirmAct
        open={words.rename.open}
        what={<p>{words.rename.what}</p>}
        go={words.rename.go}
        ended={ended}
        send={() => link.actOnUnit(unit.id, 'rename', { kind, name, from })}
        done={() => acted(words.rename.done)}
      >
        <SelectField label={words.kind} name="kind" value={kind} set={setKind} options={kinds} />
        <PairField label={words.name} name="name" value={name} set={setName} />
        {day}
      </ConfirmAct>
      <ContactAct
        contact={unit.contact}
        send={(contact) => link.putContact('units', unit.id, contact)}
        {...{ ended, acted }}
      />
      {children}
      {unit.mayEnd && (
        <>
          <ConfirmAct
            open={words.move.open}
            what={<p>{words.move.what}</p>}
            go={words.move.go}
            ended={ended}
            check={() => (parent === '' ? [{ at: 'parent', why: 'needed' }] : [])}
            send={() => link.actOnUnit(unit.id, 'move', { parent, from })}
            done={() => acted(words.move.done)}
          >
            <SelectField
              label={words.parent}
              name="parent"
              value={parent}
              set={setParent}
              options={others
                .filter(({ id }) => id !== unit.id)
                .map((other) => ({ id: other.id, name: other.name[language] }))}
            />
            {day}
          </ConfirmAct>
          <ConfirmAct
            open={words.close.open}
            what={
              <>
                <p>{words.close.what(writeCount(points, language), writeCount(devices, language))}</p>
                {below > 0 && <p class="hold-on">{words.close.blocked}</p>}
              </>
            }
            go={words.close.go}
            danger
            ended={ended}
            send={() => link.actOnUnit(unit.id, 'close', { from })}
            done={() => acted(words.close.done)}
          >
            {day}
          </ConfirmAct>
        </>
      )}
    </div>
  );
}
