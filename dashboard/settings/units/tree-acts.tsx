import { useCallback, useState } from 'preact/hooks';
import type { UnitDetail, UnitKind, UnitLine } from '../../../shared/wire/units.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, PairField, SelectField } from '../parts/form-fields.tsx';
import type { UnitsLink } from './units-link.ts';

/** Acts that make the tree another one. */

type TreeLine = UnitLine & { readonly depth: number };
interface TreeActProps {
  readonly link: UnitsLink;
  readonly lines: readonly TreeLine[];
  readonly today: string;
  readonly ended: () => void;
  readonly done: (unit: UnitDetail) => void;
}

const HOURLY_MS = 3_600_000;
const NO_NAME = { vi: '', en: '' };
const KIND_IDS = [
  'xa',
  'phuong',
  'dac_khu',
  'tinh',
  'thanh_pho',
  'so',
] as const satisfies readonly UnitKind[];

/** Units of the tree as choices, each below the one above it. */
function useUnitChoices(lines: readonly TreeLine[]) {
  const { language } = useUnitWords();
  return lines
    .filter(({ validTo }) => validTo === null)
    .map(({ id, name, depth }) => ({ id, name: `${'\u2003'.repeat(depth)}${name[language]}` }));
}

export function useKinds() {
  const { units: words } = useUnitWords();
  return KIND_IDS.map((id) => ({ id, name: words.kinds[id] }));
}

export function AddUnit({ link, lines, today, ended, done }: TreeActProps) {
  const { units: words } = useUnitWords();
  const choices = useUnitChoices(lines);
  const kinds = useKinds();
  const [parent, setParent] = useState(choices.length === 1 ? choices[0]!.id : '');
  const [kind, setKind] = useState('xa');
  const [name, setName] = useState(NO_NAME);
  const [from, setFrom] = useState(today);
  return (
    <ConfirmAct
      open={words.add.open}
      what={<p>{words.add.what}</p>}
      go={words.add.go}
      ended={ended}
      send={() => link.addUnit({ parent, kind, name, from })}
      done={done}
    >
      <SelectField label={words.parent} name="parent" value={parent} set={setParent} options={choices} />
      <SelectField label={words.kind} name="kind" value={kind} set={setKind} options={kinds} />
      <PairField label={words.name} name="name" value={name} set={setName} />
      <DateField label={words.from} name="from" value={from} set={setFrom} help={words.fromHelp} />
    </ConfirmAct>
  );
}

export function MergeUnits({ link, lines, today, ended, done }: TreeActProps) {
  const { units: words, language } = useUnitWords();
  const choices = useUnitChoices(lines);
  const kinds = useKinds();
  const [asked, setUnits] = useState<readonly string[]>([]);
  const [into, setInto] = useState('new');
  const [parent, setParent] = useState(choices[0]?.id ?? '');
  const [kind, setKind] = useState('xa');
  const [name, setName] = useState(NO_NAME);
  const [from, setFrom] = useState(today);
  const able = lines.filter(({ mayEnd }) => mayEnd);
  // what has ended meanwhile is chosen no more
  const chosen = able.filter(({ id }) => asked.includes(id));
  const units = chosen.map(({ id }) => id);
  const goesOn = chosen.some(({ id }) => id === into) ? into : 'new';
  const sumOf = (of: 'points' | 'devices' | 'accounts') =>
    writeCount(
      chosen.filter(({ id }) => id !== goesOn).reduce((sum, line) => sum + line[of], 0),
      language,
    );
  if (able.length < 2) return null;
  return (
    <ConfirmAct
      open={words.merge.open}
      what={<p>{words.merge.what}</p>}
      go={words.merge.go}
      danger
      ended={ended}
      check={() => (units.length < 2 ? [{ at: 'units', why: 'needed' }] : [])}
      send={() =>
        link.merge({ units, into: goesOn === 'new' ? { parent, kind, name } : { id: goesOn }, from })
      }
      done={(unit) => {
        setUnits([]);
        setInto('new');
        setName(NO_NAME);
        done(unit);
      }}
    >
      <ChooseMany
        label={words.merge.units}
        name="units"
        options={able.map((line) => ({ id: line.id, name: line.name[language] }))}
        value={units}
        set={setUnits}
      />
      <SelectField
        label={words.merge.into}
        name="into.id"
        value={goesOn}
        set={setInto}
        options={[
          { id: 'new', name: words.merge.intoNew },
          ...chosen.map((line) => ({ id: line.id, name: words.merge.intoOne(line.name[language]) })),
        ]}
      />
      {goesOn === 'new' && (
        <>
          <SelectField
            label={words.parent}
            name="into.parent"
            value={parent}
            set={setParent}
            options={choices}
          />
          <SelectField label={words.kind} name="into.kind" value={kind} set={setKind} options={kinds} />
          <PairField label={words.name} name="into.name" value={name} set={setName} />
        </>
      )}
      <DateField label={words.from} name="from" value={from} set={setFrom} help={words.fromHelp} />
      {chosen.length > 1 && (
        <p class="hold-on">{words.merge.counts(sumOf('points'), sumOf('devices'), sumOf('accounts'))}</p>
      )}
    </ConfirmAct>
  );
}

interface LoadCatalogueProps extends Pick<TreeActProps, 'link' | 'lines' | 'ended'> {
  readonly done: (sentence: string) => void;
  readonly primary: boolean;
}

/** Communes of a province out of the list that comes with the product. */
export function LoadCatalogue({ link, lines, ended, done, primary }: LoadCatalogueProps) {
  const { units: words, language } = useUnitWords();
  const choices = useUnitChoices(lines);
  const [under, setUnder] = useState(choices[0]?.id ?? '');
  const [province, setProvince] = useState(/^vn(\d+)$/.exec(choices[0]?.id ?? '')?.[1] ?? '');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const provinces = useFresh(
    useCallback((signal: AbortSignal) => link.provinces(signal), [link]),
    HOURLY_MS,
    ended,
  );
  const askCommunes = useCallback((signal: AbortSignal) => link.communes(province, signal), [link, province]);
  const communes = useFresh(province === '' ? null : askCommunes, HOURLY_MS, ended);
  return (
    <ConfirmAct
      open={words.catalogue.open}
      primary={primary}
      what={<p>{words.catalogue.what}</p>}
      go={words.catalogue.go}
      ended={ended}
      check={() => (codes.length === 0 ? [{ at: 'codes', why: 'needed' }] : [])}
      send={() => link.load(under, codes)}
      done={({ added, known }) => {
        setCodes([]);
        done(words.catalogue.done(writeCount(added, language), writeCount(known, language)));
      }}
    >
      <FreshNotice fresh={provinces} loading={words.catalogue.loading} />
      <SelectField
        label={words.catalogue.province}
        name="province"
        value={province}
        set={(code) => {
          setProvince(code);
          setCodes([]);
        }}
        options={(provinces.value ?? []).map(({ code, name }) => ({ id: code, name: name[language] }))}
      />
      {province !== '' && communes.value && (
        <ChooseMany
          label={words.catalogue.communes}
          name="codes"
          options={communes.value.map(({ code, name }) => ({ id: code, name: name[language] }))}
          value={codes}
          set={setCodes}
        />
      )}
      <SelectField
        label={words.catalogue.under}
        name="under"
        value={under}
        set={setUnder}
        options={choices}
      />
    </ConfirmAct>
  );
}
