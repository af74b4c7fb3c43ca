import { invariant } from '../../shared/assert.ts';
import { isDay, type Period } from '../../shared/period.ts';
import type { FormKind, Text } from '../../shared/questionnaire.ts';
import { type Figure, isWithheld, scoreOfSums } from '../../shared/score.ts';
import type { WithheldFigure } from '../../shared/wire/overview.ts';
import { type Said, SaidFault } from '../said/said.ts';
import { METHOD_VERSION } from '../reports/write-method-line.ts';
import { judgeTallies } from './judge-tallies.ts';
import {
  type FormTallies,
  openTallies,
  type Tallies,
  TalliesFault,
  type TalliesHead,
  type Told,
  type ToldRow,
  type ToldSums,
} from './signed-tallies.ts';

/**
 * The nation's figures out of the signed files of provinces. Promised: a figure is the sum of what provinces tell and of nothing else.
 * So whatever is computed from it and from the figures of provinces was in their own reports already: a province that withholds a figure
 * is not in the nation's sum, and nothing of it can be subtracted out of it (docs/decisions/0073-the-nation-adds-up.md).
 */
export interface Nation {
  readonly period: Period;
  readonly provinces: readonly TalliesHead[];
  readonly forms: readonly NationForm[];
}

export interface NationForm {
  readonly form: FormKind;
  readonly questionnaire: FormTallies['questionnaire'];
  readonly figures: readonly NationFigure[];
  readonly items: readonly NationItem[];
  readonly fields: readonly { readonly name: Text | null; readonly policy: Added; readonly service: Added }[];
  /** In the order of their codes. */
  readonly provinces: readonly {
    readonly code: string;
    readonly name: Text;
    readonly tallies: ProvinceForm;
  }[];
}
export type ProvinceForm = Pick<
  FormTallies,
  'method' | 'certified' | 'alsoAsked' | 'shown' | 'valid' | 'figures' | 'units'
>;

/** What provinces told of one figure, added up. */
export interface Added {
  /** Null where none told it. */
  readonly sums: ToldSums | null;
  /** Codes of the provinces in the sums, and of those that withhold it. */
  readonly told: readonly string[];
  readonly withheld: readonly string[];
}
export interface NationFigure extends Added {
  readonly group: string;
  readonly name: Text | null;
}
export interface NationItem extends NationFigure {
  readonly factor: string;
  /** Answers by level, of the provinces in the sums. */
  readonly levels: readonly number[] | null;
}

/** Of national tables; what a province says is written as in its report. */
const NATION_DECIMALS = 2;

/** The pooled share of satisfied answers of a sum: of a province the very figure of its report. */
export function figureOf(told: Told | Added): Figure | WithheldFigure {
  if (!('sums' in told)) return told;
  const decimals = 'told' in told ? NATION_DECIMALS : undefined;
  const score = told.sums ? scoreOfSums(told.sums, decimals) : ({ withheld: 'no-answers' } as const);
  return isWithheld(score) ? { withheld: score.withheld } : score;
}

export interface NamedFile {
  readonly name: string;
  /** Read one after another, and let go. */
  readonly read: () => string;
}

/** Why nothing is added up: a sentence for each file that is not taken. */
export class NationFault extends SaidFault {}

/**
 * Adds up the files of one period; one that is not as it must be and nothing is told, so that nobody prints a sum that holds
 * less, or other forms, than they believe. Memory is that of the sums and of the largest file.
 */
export function addUpNation(
  period: Period,
  files: readonly NamedFile[],
  keysOf: (province: string) => readonly string[] | undefined,
): Nation {
  const faults: Said[] = [];
  const heads = new Map<string, { readonly file: string; readonly head: TalliesHead }>();
  const forms = new Map<FormKind, FormSum>();
  for (const { name: file, read } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    try {
      const tallies = openTallies(read(), keysOf);
      const { head } = tallies;
      judgeHead(head, period);
      const same = heads.get(head.province.code);
      if (same) throw new TalliesFault((why) => why.twice(head.province.name.vi, same.file));
      judgeTallies(tallies);
      for (const one of tallies.forms) forms.get(one.form)?.judge(one);
      heads.set(head.province.code, { file, head });
      addForms(forms, tallies, file);
    } catch (error) {
      if (!(error instanceof TalliesFault)) throw error;
      faults.push((words) => words.nation.file(file, error.said(words)));
    }
  }
  if (faults.length > 0)
    throw new NationFault((words) => words.nation.nothingAdded(faults.map((said) => said(words))));
  return {
    period,
    provinces: [...heads.values()]
      .map(({ head }) => head)
      .sort((a, b) => byText(a.province.code, b.province.code)),
    forms: [...forms].sort(([a], [b]) => byText(a, b)).map(([, sum]) => sum.told()),
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function judgeHead({ period: own, day, methodVersion }: TalliesHead, period: Period): void {
  if (own.id !== period.id || own.from !== period.from || own.to !== period.to)
    throw new TalliesFault((why) => why.otherPeriod(own.id, period.id));
  if (!isDay(day) || day <= period.to) throw new TalliesFault((why) => why.early(day, period.id, period.to));
  if (methodVersion !== METHOD_VERSION)
    throw new TalliesFault((why) => why.method(methodVersion, METHOD_VERSION));
}

function addForms(forms: Map<FormKind, FormSum>, { head, forms: own }: Tallies, file: string): void {
  for (const one of own) {
    let sum = forms.get(one.form);
    if (!sum) forms.set(one.form, (sum = new FormSum(one, file)));
    sum.add(head, one);
  }
}

interface Summed extends Added {
  sums: ToldSums | null;
  told: string[];
  withheld: string[];
}
const nothing = (): Summed => ({ sums: null, told: [], withheld: [] });

class FormSum {
  private readonly first: FormTallies;
  private readonly file: string;
  private readonly figures = new Map<string, Summed>();
  private readonly levels = new Map<string, number[]>();
  private readonly fields = new Map<
    string,
    { readonly name: Text | null; readonly policy: Summed; readonly service: Summed }
  >();
  private readonly provinces: NationForm['provinces'][number][] = [];

  constructor(first: FormTallies, file: string) {
    this.first = first;
    this.file = file;
  }

  /** Weights are part of the sums: those of two versions are never added. */
  judge({ questionnaire: own, figures, items }: FormTallies): void {
    const { questionnaire } = this.first;
    if (own.id !== questionnaire.id || own.version !== questionnaire.version)
      throw new TalliesFault((why) => why.versions(named(own), this.file, named(questionnaire)));
    const groups = (of: Pick<FormTallies, 'figures' | 'items'>) =>
      [...of.figures, ...of.items].map(({ group }) => group).join();
    if (own.sha256 !== questionnaire.sha256 || groups({ figures, items }) !== groups(this.first))
      throw new TalliesFault((why) => why.wording(named(own), this.file));
  }

  add({ province: { code, name } }: TalliesHead, own: FormTallies): void {
    for (const { group, told } of [...own.figures, ...own.items])
      addTold(at(this.figures, group, nothing), code, told);
    for (const { group, levels } of own.items) {
      if (!levels) continue;
      const sum = at(this.levels, group, () => levels.map(() => 0));
      levels.forEach((count, level) => (sum[level]! += count));
    }
    for (const row of own.fields) this.addField(code, row);
    const { method, certified, alsoAsked, shown, valid, figures, units } = own;
    this.provinces.push({
      code,
      name,
      tallies: { method, certified, alsoAsked, shown, valid, figures, units },
    });
  }

  /** Fields of provinces are the same where their names are. */
  private addField(code: string, { name, policy, service }: ToldRow): void {
    const key = name?.vi.normalize() ?? '';
    const field = at(this.fields, key, () => ({ name, policy: nothing(), service: nothing() }));
    addTold(field.policy, code, policy);
    addTold(field.service, code, service);
  }

  told(): NationForm {
    const { form, questionnaire, figures, items } = this.first;
    return {
      form,
      questionnaire,
      figures: figures.map(({ group, name }) => ({ group, name, ...inOrder(this.figures.get(group)!) })),
      items: items.map(({ group, name, factor }) => {
        const levels = this.levels.get(group) ?? null;
        return { group, name, factor, ...inOrder(this.figures.get(group)!), levels };
      }),
      fields: [...this.fields]
        .sort(([a], [b]) => byText(a, b))
        .map(([, { name, policy, service }]) => {
          return { name, policy: inOrder(policy), service: inOrder(service) };
        }),
      provinces: this.provinces.toSorted((a, b) => byText(a.code, b.code)),
    };
  }
}

const named = ({ id, version }: FormTallies['questionnaire']) => `${id} ${version}`;

/** Files come in any order. */
const inOrder = ({ sums, told, withheld }: Summed): Added => ({
  sums,
  told: told.toSorted(),
  withheld: withheld.toSorted(),
});

function addTold(to: Summed, code: string, told: Told): void {
  // where nobody answered nothing is withheld
  if ('withheld' in told && told.withheld === 'no-answers') return;
  const list = 'sums' in told ? to.told : to.withheld;
  // fields of a province may bear one name
  if (list.at(-1) !== code) list.push(code);
  if (!('sums' in told)) return;
  const names = Object.keys(told.sums) as (keyof ToldSums)[];
  to.sums = Object.fromEntries(
    names.map((name) => {
      const sum = (to.sums?.[name] ?? 0) + told.sums[name];
      invariant(Number.isSafeInteger(sum), 'sums of a nation are whole numbers');
      return [name, sum];
    }),
  ) as ToldSums;
}

function at<T>(map: Map<string, T>, key: string, make: () => T): T {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = make()));
  return found;
}
