import { useState } from 'preact/hooks';
import { COUNTER_MOST } from '../../../shared/code-limits.ts';
import type { CodeOptions, NewCodes } from '../../../shared/wire/codes.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { LineField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import type { CodesLink } from './codes-link.ts';
import { useOptions } from '../parts/use-options.ts';

interface MakeCodesProps extends SettingsPageProps {
  readonly link: CodesLink;
  readonly done: (said: string, made: readonly string[]) => void;
}

/** One code or many: for each service point, each counter named and each field chosen. */
export function MakeCodes(props: MakeCodesProps) {
  const { link, ended, go, moved } = props;
  const { codes, words } = useCodesWords();
  const options = useOptions(link, ended);
  return (
    <main id="main" class="manage">
      <SettingsHead
        title={codes.make.title}
        moved={moved}
        go={go}
        back={{ kind: 'codes', name: codes.title }}
      >
        <p class="lead">{codes.make.lead}</p>
      </SettingsHead>
      {options === null ? (
        <p class="notice" role="status">
          {codes.loading}
        </p>
      ) : 'kind' in options ? (
        <p class="notice warning">{sayRefusal(options, words)}</p>
      ) : (
        <MakeCodesForm {...props} options={options} />
      )}
    </main>
  );
}

function MakeCodesForm({ link, ended, done, options }: MakeCodesProps & { readonly options: CodeOptions }) {
  const { codes, language } = useCodesWords();
  const words = codes.make;
  const only = options.points.length === 1 ? [options.points[0]!.id] : [];
  const [points, setPoints] = useState<readonly string[]>(only);
  const [counters, setCounters] = useState('');
  const [fields, setFields] = useState<readonly string[]>([]);
  const [campaign, setCampaign] = useState('');
  const picked = options.points.filter(({ id }) => points.includes(id));
  const single = picked.length === 1 ? picked[0] : undefined;
  // what is offered must hold at every place that is chosen
  const campaigns = (picked[0]?.campaigns ?? []).filter(({ id }) =>
    picked.every((point) => point.campaigns.some((each) => each.id === id)),
  );
  const named = counters
    .split(',')
    .map((counter) => counter.trim())
    .filter((counter) => counter !== '');
  const own = fields.filter((code) => single?.fields.some((field) => field.code === code));
  const places: NewCodes['places'] = picked.flatMap(({ id: point }) =>
    (named.length > 0 ? named : [null]).flatMap((counter) =>
      (own.length > 0 ? own : [null]).map((field) => ({ point, counter, field })),
    ),
  );
  return (
    <SettingsForm
      go={words.go}
      check={() => [
        ...(places.length === 0 ? [{ at: 'places', why: 'needed' } as const] : []),
        // the server would say it of a place, which is another field
        ...(named.some((counter) => counter.length > COUNTER_MOST)
          ? [{ at: 'counters', why: 'too-long' } as const]
          : []),
      ]}
      send={() =>
        link.make({ places, campaign: campaigns.some(({ id }) => id === campaign) ? campaign : null })
      }
      done={(made) =>
        done(
          words.done(writeCount(made.length, language)),
          made.map(({ code }) => code),
        )
      }
      ended={ended}
    >
      <ChooseMany
        label={words.points}
        name="places"
        help={words.pointsHelp}
        options={options.points.map(({ id, name, unit }) => ({
          id,
          name: name[language],
          more: unit.name[language] === name[language] ? undefined : unit.name[language],
        }))}
        value={points}
        set={setPoints}
      />
      <LineField
        label={words.counters}
        name="counters"
        value={counters}
        set={setCounters}
        help={words.countersHelp}
      />
      {single && single.fields.length > 0 && (
        <ChooseMany
          label={words.fields}
          name="fields"
          help={words.fieldsHelp}
          options={single.fields.map(({ code, name }) => ({ id: code, name: name[language] }))}
          value={own}
          set={setFields}
        />
      )}
      <SelectField
        label={words.campaign}
        name="campaign"
        value={campaign}
        set={setCampaign}
        options={campaigns.map(({ id, name }) => ({ id, name: name[language] }))}
        nothing={words.running}
        help={words.campaignHelp}
      />
      {places.length > 0 && <p>{words.willMake(writeCount(places.length, language))}</p>}
    </SettingsForm>
  );
}
