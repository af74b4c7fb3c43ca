import { useState } from 'preact/hooks';
import { addDays, localDay } from '../../../shared/period.ts';
import type { PlanAsked, PlanList, PlanPreview } from '../../../shared/wire/call-plans.ts';
import { type Queue, QUEUES } from '../../../shared/calls.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useCallsWords } from '../../text/use-calls-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { DateField, NumberField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { useOptions } from '../parts/use-options.ts';
import type { CallsPageProps } from './call-link.ts';
import { FramePreview } from './frame-preview.tsx';

const WANTED = 200;
const DAYS_OF_CALLS = 14;

/** A new plan: what there is to draw from, and then the draw. */
export function MakeCallPlan(props: CallsPageProps) {
  const { link, ended, go, moved } = props;
  const { own, words } = useCallsWords();
  const options = useOptions(link, ended);
  return (
    <main id="main" class="manage calls">
      <SettingsHead title={own.make.title} moved={moved} go={go} back={{ kind: 'calls', name: own.title }}>
        <p class="lead">{own.make.lead}</p>
      </SettingsHead>
      {options === null ? (
        <p class="notice" role="status">
          {own.loading}
        </p>
      ) : 'kind' in options ? (
        <p class="notice warning">{sayRefusal(options, words)}</p>
      ) : (
        <PlanForm {...props} options={options} />
      )}
    </main>
  );
}

function PlanForm({
  link,
  ended,
  go,
  setSaid,
  now,
  options,
}: CallsPageProps & { readonly options: PlanList }) {
  const { own, language } = useCallsWords();
  const words = own.make;
  const today = localDay(now());
  const [asked, setAsked] = useState<PlanAsked>(() => ({
    unit: options.units.length === 1 ? options.units[0]!.id : '',
    queue: 'sample',
    from: addDays(today, -options.phoneDays),
    to: today,
    wanted: WANTED,
    ends: addDays(today, DAYS_OF_CALLS),
  }));
  const [looked, setLooked] = useState<{ asked: PlanAsked; preview: PlanPreview } | null>(null);
  const set = (change: Partial<PlanAsked>) => setAsked({ ...asked, ...change });
  // what was looked at is what will be drawn from: another choice looks anew
  const shown = looked?.asked === asked ? looked.preview : null;
  return (
    <>
      <SettingsForm
        go={words.look}
        check={() => (asked.unit === '' ? [{ at: 'unit', why: 'needed' } as const] : [])}
        send={() => link.preview(asked)}
        done={(preview) => setLooked({ asked, preview })}
        ended={ended}
        faultWords={{ 'unit not-allowed': words.faults.unit, wanted: words.faults.wanted }}
      >
        <SelectField
          label={words.unit}
          name="unit"
          value={asked.unit}
          set={(unit) => set({ unit })}
          options={options.units.map(({ id, name }) => ({ id, name: name[language] }))}
        />
        <SelectField
          label={words.queue}
          name="queue"
          value={asked.queue}
          set={(value) => set({ queue: value as Queue, wanted: value === 'sample' ? WANTED : null })}
          options={QUEUES.map((id) => ({ id, name: own.queues[id] }))}
          help={own.queueHelp[asked.queue]}
        />
        <div class="field-row">
          <DateField
            label={words.from}
            name="from"
            value={asked.from}
            max={today}
            set={(from) => set({ from })}
            help={words.daysHelp(writeCount(options.phoneDays, language))}
          />
          <DateField label={words.to} name="to" value={asked.to} max={today} set={(to) => set({ to })} />
        </div>
        {asked.queue === 'sample' && (
          <NumberField
            label={words.wanted}
            name="wanted"
            value={asked.wanted}
            set={(wanted) => set({ wanted })}
            help={words.wantedHelp}
          />
        )}
        <DateField
          label={words.ends}
          name="ends"
          value={asked.ends}
          min={today}
          set={(ends) => set({ ends })}
        />
      </SettingsForm>
      {shown && (
        <FramePreview preview={shown} asked={asked}>
          <SettingsForm
            go={asked.queue === 'sample' ? words.draw : words.drawLate}
            send={() => link.make(asked)}
            done={({ id }) => {
              setSaid({ text: own.plan.wasMade });
              go({ kind: 'calls', id });
            }}
            ended={ended}
            faultWords={{ 'from needed': words.faults['from needed'] }}
          />
        </FramePreview>
      )}
    </>
  );
}
