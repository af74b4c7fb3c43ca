/**
 * How many forms a campaign should aim at (docs/method.md, "Sample size"). Plans only: an interval never uses
 * the size of the population, because the service is judged and not only last month's visitors.
 */

/** Two-sided 95 %, to the two decimals of the printed plan tables. */
const Z_PLAN = 1.96;

/**
 * Slovin's n = N / (1 + N·e²), rounded up (the formula of the 2012 method).
 * `transactions` is N of the period, `errorPoints` is e in percentage points.
 */
export function slovin(transactions: number, errorPoints = 5): number {
  // In points all is whole numbers, so an exact result is not pushed up by the last bit.
  return Math.ceil((transactions * 10_000) / (10_000 + transactions * errorPoints ** 2));
}

/**
 * Forms for a margin of ± `errorPoints` around an expected percentage, one answer a form (an item, the overall
 * question, a factor of the express form): z²·p(1 - p)/e², with a finite `population` n / (1 + (n - 1)/N);
 * rounded up once. Cochran 1977, ch. 4.
 */
export function formsForMargin(expectedPercent: number, errorPoints: number, population?: number): number {
  const forms = (Z_PLAN ** 2 * expectedPercent * (100 - expectedPercent)) / errorPoints ** 2;
  return Math.ceil(population === undefined ? forms : forms / (1 + (forms - 1) / population));
}

/** A stratum of a plan: the dossiers of a unit in the period, of one field or (null) of all. */
export interface PlanRow {
  readonly unit: string;
  readonly field: string | null;
  readonly population: number;
}

export interface SamplePlan {
  readonly formula: 'slovin' | 'margin';
  /** Whole percentage points. */
  readonly errorPoints: number;
  /** What is expected, for the margin of error; 50 is the safe guess. Slovin's formula does not use it. */
  readonly expectedPercent: number;
  readonly rows: readonly PlanRow[];
}

export interface PlanForms {
  /** Forms of each row, in the order of the rows: each can then be told with this margin by itself. */
  readonly rows: readonly number[];
  readonly sum: number;
  readonly population: number;
  /** Forms that are enough when only all of them together must be told with this margin. */
  readonly together: number;
}

/** The forms that a plan asks for, on the page while it is written and on the server from what was stored. */
export function planForms(plan: SamplePlan): PlanForms {
  const formsOf = (population: number) =>
    population === 0 || plan.formula === 'slovin'
      ? slovin(population, plan.errorPoints)
      : formsForMargin(plan.expectedPercent, plan.errorPoints, population);
  const rows = plan.rows.map(({ population }) => formsOf(population));
  const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const population = add(plan.rows.map((row) => row.population));
  return { rows, sum: add(rows), population, together: formsOf(population) };
}

/** The other way round: the margin in points that so many forms give, one answer a form. Unrounded. */
export function marginOf(expectedPercent: number, forms: number): number {
  return Z_PLAN * Math.sqrt((expectedPercent * (100 - expectedPercent)) / forms);
}
