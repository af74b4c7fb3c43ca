import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isOwn } from '../../shared/own-questionnaire.ts';
import {
  itemsOf,
  type Questionnaire,
  RELATIONS,
  type Text,
  type VersionName,
} from '../../shared/questionnaire.ts';
import { type AskedItems, isSameVersion } from '../../shared/version-breaks.ts';
import { WordsSchema } from '../../shared/wire/answer-parts.ts';

/**
 * Forms that a table of a former year may be of: the one of 2022, and every published questionnaire. Of the form of 2022 only
 * the plan comes with the program (which numbers in which factor, and which items of today they became): its wording is known
 * from a copy that nobody has verified, so a file may name its items itself.
 */
export interface KnownForm extends AskedItems {
  readonly name: Text;
  /** By number: what the program can say about an item; empty where it cannot. */
  readonly itemNames: ReadonlyMap<number, string>;
}

const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const FormPlanSchema = v.strictObject({
  schema: v.literal(1),
  id: v.string(),
  version: number,
  name: WordsSchema,
  /** First and last item of each factor, both inside. */
  factors: v.array(
    v.strictObject({ code: v.pipe(v.string(), v.regex(/^[IVX]+\.[A-Z]$/)), from: number, to: number }),
  ),
  /** The version that came after it, and which of its items continue which of ours. */
  goesOn: v.strictObject({
    id: v.string(),
    version: number,
    items: v.array(v.strictObject({ number, from: number, relation: v.picklist(RELATIONS) })),
  }),
});
export type FormPlan = v.InferOutput<typeof FormPlanSchema>;

const FILE = join(import.meta.dirname, 'sp33-1.json');
export const formOf2022: FormPlan = v.parse(FormPlanSchema, JSON.parse(readFileSync(FILE, 'utf8')));

/** The plan of 2022 first, then what is published; each version after it knows what it came from. */
export function knownForms(published: readonly Questionnaire[]): KnownForm[] {
  const { goesOn } = formOf2022;
  const { id, version } = formOf2022;
  return [
    asForm(formOf2022),
    ...published.filter(hasFiveLevels).map(
      (questionnaire): KnownForm => ({
        ...questionnaire,
        ...(isSameVersion(questionnaire, goesOn) && { former: { id, version, items: goesOn.items } }),
        name: nameOf(questionnaire),
        itemNames: new Map(itemsOf(questionnaire).map((item) => [item.number, item.headline.vi])),
      }),
    ),
  ];
}

/** A table has five columns of levels. */
const hasFiveLevels = (questionnaire: Questionnaire) =>
  itemsOf(questionnaire).every(({ width }) => width === 5);

/** As a file names a form, `sp33 1`. */
export const codeOf = ({ id, version }: VersionName): string => `${id} ${version}`;

export function formNamed(forms: readonly KnownForm[], words: string): KnownForm | undefined {
  const plain = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.-]+/g, ' ')
    .trim();
  return forms.find((form) => codeOf(form) === plain || form.name.vi.toLowerCase() === plain);
}

/** Numbers of its items, in its order. */
export const numbersIn = ({ areas }: KnownForm): number[] =>
  areas.flatMap(({ factors }) => factors.flatMap(({ items }) => items.map((item) => item.number)));

function asForm({ id, version, name, factors }: FormPlan): KnownForm {
  const areas = [...new Set(factors.map(({ code }) => code.split('.')[0]!))];
  return {
    id,
    version,
    name,
    itemNames: new Map(),
    areas: areas.map((area) => ({
      code: area,
      factors: factors
        .filter(({ code }) => code.startsWith(`${area}.`))
        .map(({ code, from, to }) => ({
          code,
          items: Array.from({ length: to - from + 1 }, (_, i) => ({
            number: from + i,
            width: 5,
            weight: { express: 1 },
          })),
        })),
    })),
  };
}

const nameOf = (questionnaire: Questionnaire): Text => {
  const [vi, en] = isOwn(questionnaire)
    ? ['Phiếu của đơn vị', 'Form of the office']
    : ['Phiếu kèm phần mềm', 'Form of this software'];
  const { version } = questionnaire;
  const count = itemsOf(questionnaire).length;
  return {
    vi: `${vi}, phiên bản ${version} (${count} tiêu chí)`,
    en: `${en}, version ${version} (${count} items)`,
  };
};
