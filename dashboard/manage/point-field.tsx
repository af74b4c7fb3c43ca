import { useCallback } from 'preact/hooks';
import type { PointOption } from '../../shared/wire/manage-requests.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { useFresh } from '../use-fresh.ts';
import { Labelled } from '../parts/labelled.tsx';
import { groupPoints } from './group-points.ts';
import type { ManageLink } from './manage-link.ts';

const POINTS_EVERY_MS = 600_000;

/** The service points of the scope, by name. */
export function usePoints(link: ManageLink, ended: () => void) {
  const ask = useCallback((signal: AbortSignal) => link.points(signal), [link]);
  return useFresh(ask, POINTS_EVERY_MS, ended);
}

interface PointFieldProps {
  readonly points: readonly PointOption[];
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly fault: string | undefined;
}

export function PointField({ points, value, setValue, fault }: PointFieldProps) {
  const { manage, language, say } = useManageWords();
  const groups = groupPoints(points, language, say);
  // a closed list shows its choice without the heading above it
  const above = groups.find(({ counters }) => counters.some(({ id }) => id === value))?.centre;
  const option = (point: PointOption) => (
    <option key={point.id} value={point.id}>
      {say(point.name)}
    </option>
  );
  return (
    <Labelled label={manage.actions.point} fault={fault} help={above && say(above.name)}>
      {(ids) => (
        <select {...ids} value={value} onChange={(change) => setValue(change.currentTarget.value)}>
          <option value="">{manage.actions.pointChoose}</option>
          {groups.map(({ centre, counters }) =>
            counters.length === 0 ? (
              option(centre)
            ) : (
              <optgroup key={centre.id} label={say(centre.name)}>
                {[centre, ...counters].map(option)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Labelled>
  );
}
