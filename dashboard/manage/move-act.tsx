import { useState } from 'preact/hooks';
import { isDay, localDay } from '../../shared/period.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeDate } from '../text/write-date.ts';
import { ActPanel } from './act-panel.tsx';
import type { ActProps } from './device-actions.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { PointField, usePoints } from './point-field.tsx';
import { useAct } from './use-act.ts';

/** Another service point from a day on: what was taken before stays where it was taken. */
export function MoveAct({ link, device, cancel, done, ended, now }: ActProps) {
  const { manage, say } = useManageWords();
  const { busy, error, send } = useAct(ended, manage.actions.move.refused);
  const points = usePoints(link, ended);
  const today = localDay(now());
  const [point, setPoint] = useState('');
  const [from, setFrom] = useState(today);
  const [tried, setTried] = useState(false);
  const { actions } = manage;
  const pointFault =
    point === '' ? actions.pointMissing : point === device.point.id ? actions.pointSame : undefined;
  const dayFault = isDay(from) && from >= today ? undefined : actions.startsMissing;
  const chosen = points.value?.find(({ id }) => id === point);
  return (
    <ActPanel
      title={actions.move.open}
      what={actions.move.what}
      error={error}
      go={actions.move.go}
      busy={busy}
      cancel={cancel}
      send={() => {
        setTried(true);
        if (pointFault || dayFault || !chosen) return;
        void send(
          () => link.move(device.id, point, from),
          () => done(actions.move.done(say(chosen.name), writeDate(from))),
        );
      }}
    >
      <FreshNotice fresh={points} loading={manage.devices.loading} />
      <PointField
        points={points.value ?? []}
        value={point}
        setValue={setPoint}
        fault={tried ? pointFault : undefined}
      />
      <Labelled
        label={actions.starts}
        // browsers write a date in the order of their own language: this line leaves no doubt
        help={dayFault ? undefined : writeDate(from)}
        fault={tried ? dayFault : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            type="date"
            min={today}
            value={from}
            onInput={(input) => setFrom(input.currentTarget.value)}
          />
        )}
      </Labelled>
    </ActPanel>
  );
}
