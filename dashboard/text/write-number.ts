import type { Language } from '../../shared/questionnaire.ts';

/**
 * Numbers as people read them. Figures arrive rounded: nothing here rounds, adds or divides a served number,
 * it only writes it with a Vietnamese comma or an English point.
 */
const NBSP = '\u00a0';

/** `92,0` or `92.0`: always one decimal, so that figures line up and no zero is lost. */
export function writeDecimal(value: number, language: Language): string {
  const [whole, decimal] = value.toFixed(1).split('.');
  return `${groupThousands(whole!, language)}${language === 'vi' ? ',' : '.'}${decimal}`;
}

/** `92,0 %` with a space that does not break. */
export function writePercent(percent: number, language: Language): string {
  return `${writeDecimal(percent, language)}${NBSP}%`;
}

/** `90 %` for targets, which are mostly whole: decimals only where there are some. */
export function writeTarget(percent: number, language: Language): string {
  return Number.isInteger(percent) ? `${percent}${NBSP}%` : writePercent(percent, language);
}

/** `[81,2–96,8]`. */
export function writeInterval(low: number, high: number, language: Language): string {
  return `[${writeDecimal(low, language)}–${writeDecimal(high, language)}]`;
}

/** `1.234` in Vietnamese, `1,234` in English. */
export function writeCount(count: number, language: Language): string {
  return groupThousands(String(count), language);
}

function groupThousands(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}
