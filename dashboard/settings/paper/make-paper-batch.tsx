import { daysOfHalfMonth } from '../../../shared/period.ts';
import { useState } from 'preact/hooks';
import type { FormKind, Language } from '../../../shared/questionnaire.ts';
import type { PaperOptions } from '../../../shared/wire/paper.ts';
import { nameDatedPeriod } from '../../text/name-period.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { ChoosePoint } from '../parts/choose-point.tsx';
import { LineField, NumberField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { useOptions } from '../parts/use-options.ts';
import { type PaperPageProps, periodOf } from './paper-link.ts';

const PRINTED = 50;

/** A new batch; then the batch itself is shown, where it is printed. */
export function MakePaperBatch(props: PaperPageProps) {
  const { link, ended, go, moved } = props;
  const { paper, words } = usePaperWords();
  const options = useOptions(link, ended);
  return (
    <main id="main" class="manage paper-forms">
      <SettingsHead
        title={paper.make.title}
        moved={moved}
        go={go}
        back={{ kind: 'paper', name: paper.title }}
      >
        <p class="lead">{paper.make.lead}</p>
      </SettingsHead>
      {options === null ? (
        <p class="notice" role="status">
          {paper.loading}
        </p>
      ) : 'kind' in options ? (
        <p class="notice warning">{sayRefusal(options, words)}</p>
      ) : (
        <BatchForm {...props} options={options} />
      )}
    </main>
  );
}

function BatchForm({
  link,
  ended,
  go,
  setSaid,
  options,
}: PaperPageProps & { readonly options: PaperOptions }) {
  const { paper, language } = usePaperWords();
  const words = paper.make;
  const [point, setPoint] = useState(options.points.length === 1 ? options.points[0]!.id : '');
  // forms are keyed after they were handed out: the present half-month is the second of the list
  const [halfMonth, setHalfMonth] = useState(options.halfMonths[1] ?? '');
  const [campaign, setCampaign] = useState('');
  const [form, setForm] = useState<FormKind | ''>('');
  const [spoken, setSpoken] = useState<Language>('vi');
  const [field, setField] = useState('');
  const [printed, setPrinted] = useState<number | null>(PRINTED);
  const [note, setNote] = useState('');
  const place = options.points.find(({ id }) => id === point);
  const { from, to } = daysOfHalfMonth(halfMonth);
  const asking = (place?.campaigns ?? []).filter(
    ({ starts, ends }) => starts <= to && (ends === null || ends >= from),
  );
  const chosen = asking.find(({ id }) => id === campaign) ?? asking[0];
  const kind = form === '' ? (chosen?.form ?? 'full') : form;
  return (
    <SettingsForm
      go={words.go}
      check={() => [
        ...(point === '' ? [{ at: 'point', why: 'needed' } as const] : []),
        ...(printed === null ? [{ at: 'printed', why: 'needed' } as const] : []),
      ]}
      send={() =>
        link.make({
          point,
          field: place?.fields.some(({ code }) => code === field) ? field : null,
          campaign: chosen?.id ?? '',
          form: kind,
          language: spoken,
          halfMonth,
          printed: printed ?? 0,
          note,
        })
      }
      done={({ id }) => {
        setSaid(null);
        go({ kind: 'paper', id });
      }}
      ended={ended}
      faultWords={{ printed: words.printedHelp }}
    >
      <ChoosePoint label={words.point} points={options.points} value={point} set={setPoint} />
      <SelectField
        label={words.halfMonth}
        name="halfMonth"
        value={halfMonth}
        set={setHalfMonth}
        options={options.halfMonths.map((id) => ({
          id,
          name: nameDatedPeriod({ id: periodOf(id), ...daysOfHalfMonth(id) }, language),
        }))}
        help={words.halfMonthHelp}
      />
      <SelectField
        label={words.campaign}
        name="campaign"
        value={chosen?.id ?? ''}
        set={setCampaign}
        options={asking.map(({ id, name }) => ({ id, name: name[language] }))}
      />
      <div class="field-row">
        <SelectField
          label={words.form}
          name="form"
          value={kind}
          set={(value) => setForm(value as FormKind)}
          options={(['full', 'express'] as const).map((id) => ({ id, name: paper.forms[id] }))}
        />
        <SelectField
          label={words.language}
          name="language"
          value={spoken}
          set={(value) => setSpoken(value as Language)}
          options={(['vi', 'en'] as const).map((id) => ({ id, name: paper.languages[id] }))}
        />
      </div>
      {place && place.fields.length > 0 && (
        <SelectField
          label={words.field}
          name="field"
          value={field}
          set={setField}
          options={place.fields.map(({ code, name }) => ({ id: code, name: name[language] }))}
          nothing={words.anyField}
        />
      )}
      <NumberField
        label={words.printed}
        name="printed"
        value={printed}
        set={setPrinted}
        help={words.printedHelp}
      />
      <LineField label={words.note} name="note" value={note} set={setNote} help={words.noteHelp} />
    </SettingsForm>
  );
}
