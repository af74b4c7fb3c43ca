import * as v from 'valibot';
import { recall, type Shelf } from '../device/shelf.ts';

/**
 * Who was asked and said yes or no, as running totals of one local day. Promised: of a person nothing else is kept; an
 * interview has no case, so that of its consent only the day remains, with the version of the text and, by the device,
 * whose telephone it was.
 */
export interface InterviewTotals {
  /** By version of the consent text. */
  readonly agreed: Readonly<Record<string, number>>;
  readonly refused: number;
  /** Of the agreed: the interviewer was on duty at the very counter. */
  readonly ownCounter: number;
}

const NAME = 'interview-day';
const DaySchema = v.object({
  date: v.string(),
  agreed: v.record(v.string(), v.number()),
  refused: v.number(),
  ownCounter: v.number(),
  /** Where the interviewer is on duty today; null = at no counter, absent = not said yet. */
  duty: v.optional(v.nullable(v.string())),
});
type Day = v.InferOutput<typeof DaySchema>;

export interface InterviewCounts {
  /** Settles when it is written: no question is asked before. */
  agreed(version: string, isOwnCounter: boolean): Promise<void>;
  refused(): Promise<void>;
  onDutyAt(counter: string | null): Promise<void>;
  duty(): string | null | undefined;
  /** Of this day; nothing where nobody was asked. */
  totalsOf(date: string): Partial<InterviewTotals>;
}

export async function openInterviewCounts(shelf: Shelf, localDay: () => string): Promise<InterviewCounts> {
  let day: Day | undefined = await recall(shelf, NAME, DaySchema);
  const today = (): Day => {
    const date = localDay();
    return day?.date === date ? day : { date, agreed: {}, refused: 0, ownCounter: 0 };
  };
  async function change(next: Day): Promise<void> {
    // Must be written before it counts: a total that is higher here than on the disk would be counted again.
    await shelf.write(NAME, next);
    day = next;
  }
  return {
    agreed(version, isOwnCounter) {
      const { agreed, ownCounter, ...rest } = today();
      const more = { ...agreed, [version]: (agreed[version] ?? 0) + 1 };
      return change({ ...rest, agreed: more, ownCounter: ownCounter + Number(isOwnCounter) });
    },
    refused: () => change({ ...today(), refused: today().refused + 1 }),
    onDutyAt: (duty) => change({ ...today(), duty }),
    duty: () => today().duty,
    totalsOf(date) {
      if (day?.date !== date) return {};
      const { agreed, refused, ownCounter } = day;
      return { agreed, refused, ownCounter };
    },
  };
}
