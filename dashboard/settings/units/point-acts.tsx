import { useState } from 'preact/hooks';
import type { Text } from '../../../shared/questionnaire.ts';
import { USUAL_OPENING } from '../../../shared/usual-opening.ts';
import type { PointLine } from '../../../shared/wire/units.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, PairField, SelectField } from '../parts/form-fields.tsx';
import { ContactAct } from './contact-act.tsx';
import { OpeningFields } from './opening-fields.tsx';
import { devicesAt } from './point-facts.ts';
import type { UnitActProps } from './unit-acts.tsx';

interface PointActProps extends UnitActProps {
  readonly fields: readonly { readonly code: string; readonly name: Text }[];
  /** Service points of the unit at which a counter may stand. */
  readonly centres: readonly PointLine[];
}

function useCentreChoices(centres: readonly PointLine[], except?: string) {
  const { units: words, language } = useUnitWords();
  return centres
    .filter(({ id, validTo }) => id !== except && validTo === null)
    .map(({ id, name }) => ({ id, name: words.point.counterOf(name[language]) }));
}

interface HandledFieldsProps extends Pick<PointActProps, 'fields'> {
  readonly value: readonly string[];
  readonly set: (codes: readonly string[]) => void;
}

/** Which fields citizens come for here; an office without a list of fields is not asked. */
function HandledFields({ fields, value, set }: HandledFieldsProps) {
  const { units: words, language } = useUnitWords();
  if (fields.length === 0) return null;
  const options = fields.map(({ code, name }) => ({ id: code, name: name[language] }));
  return <ChooseMany label={words.point.fields} name="fields" options={options} value={value} set={set} />;
}

export function AddPoint({ link, unit, today, ended, acted, fields, centres }: PointActProps) {
  const { units: words } = useUnitWords();
  const [name, setName] = useState({ vi: '', en: '' });
  const [parent, setParent] = useState('');
  const [opening, setOpening] = useState<PointLine['opening']>(USUAL_OPENING);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(today);
  const choices = useCentreChoices(centres);
  return (
    <ConfirmAct
      open={words.point.add.open}
      what={<p>{words.point.add.what}</p>}
      go={words.point.add.go}
      ended={ended}
      send={() =>
        link.addPoint({
          unit: unit.id,
          parent: parent === '' ? null : parent,
          name,
          opening,
          fields: codes,
          from,
        })
      }
      done={() => {
        setName({ vi: '', en: '' });
        acted(words.point.done);
      }}
    >
      <PairField label={words.point.name} name="name" value={name} set={setName} />
      <SelectField
        label={words.point.at}
        name="parent"
        value={parent}
        set={(centre) => {
          setParent(centre);
          // hours that somebody has typed stay
          if (opening === USUAL_OPENING || opening.length === 0)
            setOpening(centre === '' ? USUAL_OPENING : []);
        }}
        options={choices}
        nothing={words.point.self}
      />
      <OpeningFields value={opening} set={setOpening} />
      <HandledFields fields={fields} value={codes} set={setCodes} />
      <DateField label={words.from} name="from" value={from} set={setFrom} />
    </ConfirmAct>
  );
}

export function PointActs(props: PointActProps & { readonly point: PointLine }) {
  const { link, unit, others, today, ended, acted, fields, centres, point } = props;
  const { units: words, language } = useUnitWords();
  const [name, setName] = useState(point.name);
  const [opening, setOpening] = useState(point.opening);
  const [codes, setCodes] = useState(point.fields);
  const [target, setTarget] = useState(unit.id);
  const [parent, setParent] = useState(point.parent ?? '');
  const [from, setFrom] = useState(today);
  const choices = useCentreChoices(centres, point.id);
  const own = point.name[language];
  const devices = writeCount(devicesAt(point, unit.pointList), language);
  const done = () => acted(words.point.done);
  const day = <DateField label={words.from} name="from" value={from} set={setFrom} help={words.fromHelp} />;
  return (
    <div class="act-list">
      <ConfirmAct
        open={words.point.change.open(own)}
        what={<p>{words.point.change.what}</p>}
        go={words.point.change.go}
        ended={ended}
        send={() => link.actOnPoint(point.id, 'change', { name, opening, fields: codes, from })}
        done={done}
      >
        <PairField label={words.point.name} name="name" value={name} set={setName} />
        <OpeningFields value={opening} set={setOpening} />
        <HandledFields fields={fields} value={codes} set={setCodes} />
        {day}
      </ConfirmAct>
      <ContactAct
        contact={point.contact}
        send={(contact) => link.putContact('points', point.id, contact)}
        {...{ ended, acted }}
      />
      <ConfirmAct
        open={words.point.move.open(own)}
        what={<p>{words.point.move.what}</p>}
        go={words.point.move.go}
        ended={ended}
        send={() =>
          link.actOnPoint(point.id, 'move', {
            unit: target,
            parent: target !== unit.id || parent === '' ? null : parent,
            from,
          })
        }
        done={done}
      >
        <SelectField
          label={words.point.unit}
          name="unit"
          value={target}
          set={setTarget}
          options={others.map((other) => ({ id: other.id, name: other.name[language] }))}
        />
        {target === unit.id && (
          <SelectField
            label={words.point.at}
            name="parent"
            value={parent}
            set={setParent}
            options={choices}
            nothing={words.point.self}
          />
        )}
        {day}
      </ConfirmAct>
      <ConfirmAct
        open={words.point.close.open(own)}
        what={<p>{words.point.close.what(devices)}</p>}
        go={words.point.close.go}
        danger
        ended={ended}
        send={() => link.actOnPoint(point.id, 'close', { from })}
        done={done}
      >
        {day}
      </ConfirmAct>
    </div>
  );
}
