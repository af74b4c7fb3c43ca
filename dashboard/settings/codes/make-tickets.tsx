import { addDays } from '../../../shared/period.ts';
import { useState } from 'preact/hooks';
import {
  BATCH_LEAST,
  BATCH_TICKETS_MOST,
  TICKET_DAYS,
  TICKET_DAYS_MOST,
} from '../../../shared/code-limits.ts';
import type { CodeOptions, NewTickets } from '../../../shared/wire/codes.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ChoosePoint } from '../parts/choose-point.tsx';
import { DateField, LineField, NumberField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import type { CodesLink } from './codes-link.ts';
import { MadeTickets } from './made-tickets.tsx';
import { useOptions } from '../parts/use-options.ts';

interface MakeTicketsProps extends SettingsPageProps {
  readonly link: CodesLink;
}

/** A batch of one-time tickets, and then, this once, the tickets themselves. */
export function MakeTickets(props: MakeTicketsProps) {
  const { link, ended, go, moved } = props;
  const { codes, words, language } = useCodesWords();
  const options = useOptions(link, ended);
  const [made, setMade] = useState<NewTickets | null>(null);
  const title = made
    ? codes.makeTickets.madeTitle(writeCount(made.tickets.length, language))
    : codes.makeTickets.title;
  return (
    <main id="main" class="manage">
      <SettingsHead
        key={made ? 'made' : 'form'}
        title={title}
        moved={moved || made !== null}
        go={go}
        back={{ kind: 'codes', name: codes.title }}
      >
        <p class="lead">{made ? codes.makeTickets.once : codes.makeTickets.lead}</p>
      </SettingsHead>
      {made ? (
        <MadeTickets made={made} link={link} ended={ended} go={go} />
      ) : options === null ? (
        <p class="notice" role="status">
          {codes.loading}
        </p>
      ) : 'kind' in options ? (
        <p class="notice warning">{sayRefusal(options, words)}</p>
      ) : (
        <TicketsForm {...props} options={options} done={setMade} />
      )}
    </main>
  );
}

interface TicketsFormProps extends MakeTicketsProps {
  readonly options: CodeOptions;
  readonly done: (made: NewTickets) => void;
}

function TicketsForm({ link, ended, options, done }: TicketsFormProps) {
  const { codes, language } = useCodesWords();
  const words = codes.makeTickets;
  const only = options.points.length === 1 ? options.points[0]!.id : '';
  const [point, setPoint] = useState(only);
  const [counter, setCounter] = useState('');
  const [field, setField] = useState('');
  const [campaign, setCampaign] = useState('');
  const [count, setCount] = useState<number | null>(50);
  const [expires, setExpires] = useState(addDays(options.today, TICKET_DAYS));
  const [note, setNote] = useState('');
  const place = options.points.find(({ id }) => id === point);
  const choices = (
    list: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[],
  ) => list.map(({ id, name }) => ({ id, name: name[language] ?? '' }));
  return (
    <SettingsForm
      go={words.go}
      check={() => [
        ...(point === '' ? [{ at: 'point', why: 'needed' } as const] : []),
        ...(count === null ? [{ at: 'count', why: 'needed' } as const] : []),
        ...(expires === '' ? [{ at: 'expires', why: 'needed' } as const] : []),
      ]}
      send={() =>
        link.makeTickets({
          point,
          counter: counter.trim() === '' ? null : counter,
          field: place?.fields.some(({ code }) => code === field) ? field : null,
          campaign: place?.campaigns.some(({ id }) => id === campaign) ? campaign : null,
          count,
          expires,
          note,
        })
      }
      done={done}
      ended={ended}
      faultWords={{ count: words.countHelp(String(BATCH_LEAST), String(BATCH_TICKETS_MOST)) }}
    >
      <ChoosePoint label={words.point} points={options.points} value={point} set={setPoint} />
      <div class="field-row">
        <NumberField
          label={words.count}
          name="count"
          value={count}
          set={setCount}
          help={words.countHelp(String(BATCH_LEAST), String(BATCH_TICKETS_MOST))}
        />
        <DateField
          label={words.expires}
          name="expires"
          value={expires}
          set={setExpires}
          min={options.today}
          max={addDays(options.today, TICKET_DAYS_MOST)}
        />
      </div>
      <LineField label={words.note} name="note" value={note} set={setNote} help={words.noteHelp} />
      <LineField label={words.counter} name="counter" value={counter} set={setCounter} />
      {place && place.fields.length > 0 && (
        <SelectField
          label={words.field}
          name="field"
          value={field}
          set={setField}
          options={choices(place.fields.map(({ code, name }) => ({ id: code, name })))}
          nothing={codes.anyField}
        />
      )}
      {place && place.campaigns.length > 1 && (
        <SelectField
          label={words.campaign}
          name="campaign"
          value={campaign}
          set={setCampaign}
          options={choices(place.campaigns)}
          nothing={words.running}
        />
      )}
    </SettingsForm>
  );
}
