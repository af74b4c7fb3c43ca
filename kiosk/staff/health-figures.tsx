import { clockOf, countOf, faultNameOf, halfDayOf, momentOf, sizeOf } from './say-health.ts';
import type { DeviceHealth } from './staff-device.ts';
import type { StaffWords } from './staff-words.ts';
import { put } from '../../shared/text/words.ts';

type Row = readonly [term: string, value: string];

function submissionRows(words: StaffWords, health: DeviceHealth): readonly Row[] {
  const { figures } = words;
  return [
    [figures.kept, countOf(words, health.kept)],
    [figures.unsent, countOf(words, health.unsent)],
    [figures.oldest, health.oldestUnsent === null ? words.none : halfDayOf(words, health.oldestUnsent)],
    [figures.held, countOf(words, health.held)],
    [figures.contact, health.lastContactMs === null ? words.never : momentOf(words, health.lastContactMs)],
  ];
}

function deviceRows(words: StaffWords, health: DeviceHealth): readonly Row[] {
  const { figures } = words;
  const { questionnaire } = health;
  return [
    [figures.free, health.freeBytes === null ? words.unknown : sizeOf(words, health.freeBytes)],
    [figures.persisted, health.persisted ? words.yes : words.no],
    [figures.clock, clockOf(words, health.clockOffsetMs)],
    [
      figures.seal,
      health.sealNo === 0 ? words.noSeal : put(words.sealNo, { n: countOf(words, health.sealNo) }),
    ],
    [figures.app, health.app],
    [
      figures.questionnaire,
      questionnaire
        ? `${questionnaire.id}, ${put(words.version, { n: questionnaire.version })}`
        : words.unknown,
    ],
  ];
}

/** What can be heard on the device, and what is still on its way. */
export function packRows(words: StaffWords, { packs }: Pick<DeviceHealth, 'packs'>): readonly Row[] {
  const here = packs.filter(({ lacksSinceMs }) => lacksSinceMs === null).map(({ name }) => name);
  const coming = packs.flatMap(({ name, lacksSinceMs }) =>
    lacksSinceMs === null ? [] : put(words.since, { name, at: momentOf(words, lacksSinceMs) }),
  );
  return [
    [words.figures.heard, here.join(', ') || words.none],
    ...(coming.length > 0 ? [[words.figures.coming, coming.join('; ')] as const] : []),
  ];
}

/** What stands behind the lamp: counts, days and versions; nothing of any answer. */
export function HealthFigures(props: { readonly words: StaffWords; readonly health: DeviceHealth }) {
  const { words, health } = props;
  return (
    <section class="figures card">
      <FigureList title={words.figures.title} rows={submissionRows(words, health)} />
      <FigureList
        title={words.figures.deviceTitle}
        rows={[...deviceRows(words, health), ...packRows(words, health)]}
      />
      {health.faults.length > 0 && (
        <>
          <h2>{words.figures.faults}</h2>
          <ul class="fault-names">
            {health.faults.map((fault) => (
              <li key={fault}>{faultNameOf(words, fault)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function FigureList({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <>
      <h2>{title}</h2>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
