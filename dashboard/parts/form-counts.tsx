import type { Overview } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { writeDate, writeInstant } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';

interface FormCountsProps {
  readonly overview: Overview;
  readonly toDevices: (() => void) | undefined;
  readonly toReport: () => void;
}

/** How much stands behind the figures, how fresh it is, and what has not arrived yet. */
export function FormCounts({ overview, toDevices, toReport }: FormCountsProps) {
  const { words, language } = useWords();
  const { received, shown, valid, partial, devices, asOf, certified, unit, period, form } = overview;
  const count = (value: number) => writeCount(value, language);
  return (
    <section class="form-counts">
      <h2 class="unseen">{words.counts.heading}</h2>
      <p class="received">
        {received === 0 ? words.counts.receivedNone : words.counts.received(count(received), count(shown))}
      </p>
      {valid !== null && partial !== null && (
        <p class="valid">{words.counts.valid(count(valid), count(partial))}</p>
      )}
      <p>
        {devices.count === 0
          ? words.counts.noDevices
          : devices.unsent === 0
            ? words.counts.unsentNone(count(devices.count))
            : words.counts.unsent(count(devices.unsent), count(devices.count))}
        {devices.count > 0 && (
          <span class="quiet">
            {devices.quietSince === null
              ? words.counts.neverHeard
              : words.counts.quiet(writeDate(devices.quietSince))}
          </span>
        )}
        {toDevices && (
          <span class="to-devices">
            <button type="button" class="as-link" onClick={toDevices}>
              {words.counts.toDevices}
            </button>
          </span>
        )}
      </p>
      <p>
        {words.counts.asOf(writeInstant(asOf, language))}{' '}
        {period.open && <span class="whole">{words.counts.open}</span>}
      </p>
      {certified && (
        <p>
          <a
            class="as-link"
            href={`?${new URLSearchParams({ page: 'calendar', unit: unit.id, period: period.id, form })}`}
          >
            {words.certified(String(certified.version), writeDate(certified.day))}
          </a>
        </p>
      )}
      <button type="button" class="quiet-button" onClick={toReport}>
        {words.counts.report}
      </button>
    </section>
  );
}
