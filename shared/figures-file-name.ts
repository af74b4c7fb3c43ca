import { bareText } from './bare-text.ts';
import type { FormKind } from './questionnaire.ts';
import type { UnitName } from './wire/overview.ts';

/** Of the unit's name as many letters as every disk and mail program takes. */
const NAME_MOST = 60;

/** `bao-cao-hai-long_ubnd-xa-son-khe_report-q1-2026_express`: letters that every system keeps as they are. */
export function figuresFileName(
  what: string,
  {
    unit,
    period,
    form = '',
  }: {
    readonly unit: Pick<UnitName, 'name' | 'tree'>;
    readonly period: { readonly id: string };
    readonly form?: FormKind | '';
  },
  more = '',
): string {
  const name = bareText(unit.name.vi)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_MOST)
    .replaceAll(/^-|-$/g, '');
  const mark = unit.tree === 'demo' ? 'minh-hoa' : unit.tree === 'training' ? 'luyen-tap' : '';
  return [mark, what, name, period.id, form, more].filter((part) => part !== '').join('_');
}
