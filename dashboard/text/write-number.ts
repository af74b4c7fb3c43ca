import type { Language } from '../../shared/questionnaire.ts';

/**
 * Numbers as people read them. Figures arrive rounded: nothing here rounds, adds or divides a served number,
 * it only writes it with a Vietnamese comma or an English point.
 */
const NBSP = '\u00a0';

/** `92,0` or `92.0`: always one decimal, so that figures line up and no zero is lost; two for dossiers. */
export function writeDecimal(value: number, language: Language, decimals: 1 | 2 = 1): string {
  const [whole, decimal] = value.toFixed(decimals).split('.');
  return `${groupThousands(whole!, language)}${language === 'vi' ? ',' : '.'}${decimal}`;
}

/** `92,0 %` with a space that does not break. */
export function writePercent(percent: number, language: Language, decimals: 1 | 2 = 1): string {
  return `${writeDecimal(percent, language, decimals)}${NBSP}%`;
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

const GROUPED: Readonly<Record<Language, RegExp>> = {
  vi: /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
  en: /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
};

/**
 * A number as people type it, in the way of their language, thousands grouped or not; one decimal sign is as good as
 * the other. Null while nothing is typed; NaN for what is no number, or would be another one in the other language.
 */
export function readNumber(text: string, language: Language): number | null {
  const typed = text.replace(/\s/g, '');
  if (typed === '') return null;
  if (GROUPED[language].test(typed))
    return Number(typed.replaceAll(language === 'vi' ? '.' : ',', '').replace(',', '.'));
  const isOfOther = GROUPED[language === 'vi' ? 'en' : 'vi'].test(typed);
  return isOfOther || !/^-?\d+([.,]\d+)?$/.test(typed) ? Number.NaN : Number(typed.replace(',', '.'));
}

function groupThousands(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}
