import { useCallback, useState } from 'preact/hooks';
import type { SetUpState } from '../../shared/wire/first-run.ts';
import type { NewCode } from '../../shared/wire/manage.ts';
import { LineField, SelectField } from '../settings/parts/form-fields.tsx';
import { SettingsForm } from '../settings/parts/settings-form.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import { writeDate } from '../text/write-date.ts';
import { useFresh } from '../use-fresh.ts';
import type { FirstRunLink } from './first-run-link.ts';
import { TabletCode, TabletPin } from './tablet-code.tsx';

type RestState = Extract<SetUpState, { stage: 'campaign' | 'tablet' }>;

interface TabletStepProps {
  readonly link: FirstRunLink;
  readonly now: () => number;
  readonly state: RestState;
  readonly ended: () => void;
  readonly end: () => void;
}

/** Somebody stands between desk and tablet: the page notices soon what has happened there. */
const LOOK_EVERY_MS = 3_000;

/** The first tablet: its code, then that it is in, then its first form. */
export function TabletStep({ link, now, state, ended, end }: TabletStepProps) {
  const { run, say } = useFirstRunWords();
  const words = run.tablet;
  const [name, setName] = useState(state.tablet?.name ?? words.usual);
  const [point, setPoint] = useState(state.points.length === 1 ? state.points[0]!.id : '');
  const [code, setCode] = useState<NewCode | null>(null);
  const ask = useCallback((signal: AbortSignal) => link.state(signal), [link]);
  const { value } = useFresh(ask, LOOK_EVERY_MS, ended);
  const seen = value && value.stage !== 'organisation' ? value : state;
  const { tablet } = seen;
  const isIn = tablet?.isEnrolled === true;
  const isAccepted = isIn && tablet.accepted > 0;
  const isLater = state.starts !== null && state.starts > state.today;
  const waitsForTap = isIn && !isAccepted && !isLater;
  const isDone = isAccepted || (isIn && isLater);
  const make = () => link.addTablet({ name: name.trim(), point });
  return (
    <>
      <div role="status" class="tablet-news">
        {isIn && <p class="notice done">{words.isIn(tablet.name)}</p>}
        {isLater && state.starts && <p class="notice">{words.begins(writeDate(state.starts))}</p>}
        {waitsForTap && (
          <p class="notice">
            {words.tap} {words.sends}
          </p>
        )}
        {isAccepted && <p class="notice done accepted">{words.accepted}</p>}
        {!isIn && code && <p class="waits">{words.waits}</p>}
        {waitsForTap && <p class="waits">{words.waitsTap}</p>}
      </div>
      {!isIn && code && <TabletCode code={code} now={now} />}
      {!isIn && !code && (
        <SettingsForm
          go={words.make}
          check={() => [
            ...(name.trim() === '' ? [{ at: 'name', why: 'needed' } as const] : []),
            ...(point === '' ? [{ at: 'point', why: 'needed' } as const] : []),
          ]}
          send={make}
          done={setCode}
          ended={ended}
        >
          <LineField label={words.name} name="name" value={name} set={setName} />
          <SelectField
            label={words.point}
            name="point"
            value={point}
            set={setPoint}
            options={state.points.map((each) => ({ id: each.id, name: say(each.name) }))}
          />
        </SettingsForm>
      )}
      {!isIn && code && (
        <SettingsForm key="again" go={words.again} send={make} done={setCode} ended={ended} />
      )}
      {isIn && code?.pin && <TabletPin pin={code.pin} />}
      <section class="phone-addresses">
        <h3>{words.phones}</h3>
        <ul class="plain-list">
          {seen.points.map((each) => (
            <li key={each.id}>
              {say(each.name)}: <span class="address">{each.address?.replace(/^https?:\/\//, '')}</span>
            </li>
          ))}
        </ul>
      </section>
      <p class="act-buttons">
        <button type="button" class={isDone ? 'act-go' : 'quiet-button'} onClick={end}>
          {isDone ? words.end : words.later}
        </button>
      </p>
    </>
  );
}
