import { useCallback } from 'preact/hooks';
import type { Text } from '../../../shared/questionnaire.ts';
import type { PointLine } from '../../../shared/wire/units.ts';
import type { ServerLink } from '../../server-link.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { useSayContact } from './contact-act.tsx';
import { AddPoint, PointActs } from './point-acts.tsx';
import { sayDays } from './point-facts.ts';
import type { UnitActProps } from './unit-acts.tsx';

const EVERY_MS = 600_000;

/** Service points of a unit, each with its counters below it. */
export function PointList({ server, ...props }: UnitActProps & { readonly server: ServerLink }) {
  const { units: words } = useUnitWords();
  const { unit } = props;
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<{ readonly fields: readonly { readonly code: string; readonly name: Text }[] }>(
        'GET',
        '/api/v1/fields',
        undefined,
        signal,
      ),
    [server],
  );
  const fields = useFresh(ask, EVERY_MS, props.ended).value?.fields ?? [];
  const centres = unit.pointList.filter(({ parent }) => parent === null);
  const ordered = centres.flatMap((centre) => [
    centre,
    ...unit.pointList.filter(({ parent }) => parent === centre.id),
  ]);
  return (
    <section class="sheet">
      <h2>{words.point.title}</h2>
      {ordered.length === 0 && <p class="nothing">{words.point.none}</p>}
      <ul class="point-list">
        {ordered.map((point) => (
          <li key={`${point.id} ${point.validTo}`} class={point.parent === null ? '' : 'counter'}>
            <PointFacts point={point} fields={fields} />
            {point.validTo === null && (
              <details>
                <summary>{words.acts}</summary>
                <PointActs {...props} point={point} fields={fields} centres={centres} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {unit.validTo === null && <AddPoint {...props} fields={fields} centres={centres} />}
    </section>
  );
}

function PointFacts({
  point,
  fields,
}: {
  readonly point: PointLine;
  readonly fields: readonly { readonly code: string; readonly name: Text }[];
}) {
  const { units: words, language } = useUnitWords();
  const { opening, validFrom, validTo, devices, contact } = point;
  const sayContact = useSayContact();
  const hours = opening.map(({ days, from, to }) => `${sayDays(days, words.point.weekdays)}: ${from}–${to}`);
  const named = point.fields.map(
    (code) => fields.find((field) => field.code === code)?.name[language] ?? code,
  );
  return (
    <>
      <h3>{point.name[language]}</h3>
      <p class="point-facts">
        <span>
          {validTo === null
            ? words.since(writeDate(validFrom))
            : words.fromTo(writeDate(validFrom), writeDate(validTo))}
        </span>
        <span>{`${words.devices}: ${writeCount(devices, language)}`}</span>
        {contact.own !== null && <span>{sayContact(contact)}</span>}
        <span>{`${words.point.opening}: ${hours.join('; ') || words.point.asCentre}`}</span>
        {named.length > 0 && <span>{`${words.point.fields}: ${named.join(', ')}`}</span>}
      </p>
    </>
  );
}
