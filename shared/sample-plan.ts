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
