import { useEffect, useState } from 'preact/hooks';
import type { ScopeUnit } from '../shared/wire/overview.ts';
import { ADDRESSES } from './addresses.ts';
import type { ServerLink } from './server-link.ts';

/** Days on which the tree of units became another one, and the units of the day that is asked for. */
export function useTrees(server: ServerLink, units: readonly ScopeUnit[], asOf: string | undefined) {
  const [days, setDays] = useState<readonly string[]>([]);
  const [past, setPast] = useState<{ readonly day: string; readonly units: readonly ScopeUnit[] } | null>(
    null,
  );
  useEffect(() => {
    const askDays = async () => {
      const answer = await server.ask<readonly string[]>('GET', ADDRESSES.unitDays);
      if (answer.kind === 'ok') setDays(answer.value);
    };
    void askDays();
  }, [server]);
  useEffect(() => {
    const askUnits = async (day: string) => {
      const answer = await server.ask<readonly ScopeUnit[]>('GET', ADDRESSES.unitsAsOf(day));
      if (answer.kind === 'ok') setPast({ day, units: answer.value });
    };
    if (asOf !== undefined) void askUnits(asOf);
  }, [server, asOf]);
  return { days, units: asOf !== undefined && past?.day === asOf ? past.units : units };
}
