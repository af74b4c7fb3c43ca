import { useState } from 'preact/hooks';
import type { FirstCampaign, SetUpState } from '../../shared/wire/first-run.ts';
import { DateField, PairField } from '../settings/parts/form-fields.tsx';
import { SettingsForm } from '../settings/parts/settings-form.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import type { FirstRunLink } from './first-run-link.ts';

interface CampaignStepProps {
  readonly link: FirstRunLink;
  readonly today: string;
  readonly ended: () => void;
  readonly made: (state: SetUpState) => void;
}

/** The plan by which everything that follows is asked and computed. */
export function CampaignStep({ link, today, ended, made }: CampaignStepProps) {
  const { run } = useFirstRunWords();
  const words = run.campaign;
  const [name, setName] = useState(words.usual);
  const [starts, setStarts] = useState(today);
  const [ends, setEnds] = useState('');
  const [statistic, setStatistic] = useState<FirstCampaign['statistic']>('top2');
  return (
    <SettingsForm
      go={words.make}
      check={() => [
        ...(name.vi.trim() === '' ? [{ at: 'name.vi', why: 'needed' } as const] : []),
        ...(starts === '' ? [{ at: 'starts', why: 'needed' } as const] : []),
      ]}
      send={() => link.addCampaign({ name, starts, ends: ends === '' ? null : ends, statistic })}
      done={made}
      ended={ended}
      faultWords={words.faults}
    >
      <PairField label={words.name} name="name" value={name} set={setName} />
      <div class="field-row">
        <DateField
          label={words.starts}
          name="starts"
          help={words.startsHelp}
          value={starts}
          set={setStarts}
        />
        <DateField
          label={words.ends}
          name="ends"
          help={words.endsHelp}
          min={starts < today ? today : starts}
          value={ends}
          set={setEnds}
        />
      </div>
      <fieldset class="field kind-choice">
        <legend>{words.statistic}</legend>
        {(['top2', 'mean5'] as const).map((each) => (
          <label class="tick" key={each}>
            <input
              type="radio"
              name="statistic"
              checked={statistic === each}
              onChange={() => setStatistic(each)}
            />
            <span>{words.statistics[each]}</span>
          </label>
        ))}
      </fieldset>
      <p class="note">{words.questionnaire}</p>
    </SettingsForm>
  );
}
