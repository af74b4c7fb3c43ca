/**
 * The oracle: a list of taps, counted by hand. It imports nothing of the product's arithmetic, so a fault
 * there cannot hide in here. Item 0 is the overall question, 1-23 are policy, 24-39 service delivery.
 */
export interface VisitTaps {
  /** Items shown in their order; the last tap on each: 1-5, 0 for no opinion, null when never reached. */
  readonly drawn: readonly number[];
  readonly taps: readonly (number | null)[];
  /** Ended before the review was over. */
  readonly early: boolean;
}

export interface Counted {
  readonly received: number;
  readonly valid: number;
  readonly partial: number;
  readonly policy: Share;
  readonly service: Share;
  readonly overall: Share;
}
export interface Share {
  readonly n: number;
  readonly answers: number;
  /** Percent with one decimal, half up; undefined without answers. */
  readonly percent: number | undefined;
}

/** An express visit asks one of four items of factor II.B, one of three of the others, two of 23 on policy. */
const weightOf = (item: number) => (item <= 23 ? 23 : item >= 27 && item <= 30 ? 8 : 6);

function share(
  visits: readonly VisitTaps[],
  belongs: (item: number) => boolean,
  weight: (item: number) => number,
): Share {
  let [n, answers, satisfied, all] = [0, 0, 0, 0];
  for (const { drawn, taps } of visits) {
    let given = 0;
    drawn.forEach((item, i) => {
      const tap = taps[i];
      if (!belongs(item) || !tap) return;
      given++;
      all += weight(item);
      if (tap >= 4) satisfied += weight(item);
    });
    answers += given;
    if (given > 0) n++;
  }
  return {
    n,
    answers,
    percent: all === 0 ? undefined : Math.floor((satisfied * 2000 + all) / (2 * all)) / 10,
  };
}

/** Visits in which the overall question was tapped are kept; of those, valid ones make the two percentages. */
export function count(visits: readonly VisitTaps[]): Counted {
  const kept = visits.filter(({ taps }) => taps[0] !== null);
  const valid = kept.filter(({ taps }) => taps.filter((tap) => tap !== null).length * 2 >= taps.length);
  return {
    received: kept.length,
    valid: valid.length,
    partial: kept.filter(({ early }) => early).length,
    policy: share(valid, (item) => item >= 1 && item <= 23, weightOf),
    service: share(valid, (item) => item >= 24, weightOf),
    overall: share(
      kept,
      (item) => item === 0,
      () => 1,
    ),
  };
}
