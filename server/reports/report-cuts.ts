import type { Period } from '../../shared/period.ts';
import { ALL } from '../../shared/tally.ts';
import {
  type NamedForms,
  type ReportRow,
  RESPONDENT_FACETS,
  type RespondentFacet,
  type Respondents,
} from '../../shared/wire/survey-report.ts';
import { type CutParts, cutParts, figuresOf } from '../figures/cut-parts.ts';
import type { FigureGround } from '../figures/figure-ground.ts';
import type { PaperBatch } from '../store/paper-batches.ts';
import { batchesIn, formsOfRows, printedOf } from './counted-forms.ts';
import type { ReportSources } from './build-report.ts';
import { reportFigure } from './report-figure.ts';

/**
 * The unit told apart by fields and by who answered. A cut of a province over a year takes some hundred megabytes to read, so
 * each is read, told and let go before the next.
 */

/** Undefined before the period has closed. */
export async function readFields(
  ground: FigureGround,
  batches: readonly PaperBatch[],
): Promise<ReportSources['fields']> {
  const cut = await cutParts(ground, 'field');
  if (!cut) return undefined;
  const { period, points } = ground;
  return {
    fields: rowsOfCut(cut, period),
    fieldForms: formsOfFields(cut, period, batchesIn(ground, points, batches)),
  };
}

/** Null before the period has closed. */
export async function readRespondents(ground: FigureGround): Promise<ReportSources['people']> {
  const found: Respondents[] = [];
  for (const facet of RESPONDENT_FACETS) {
    const cut = await cutParts(ground, facet);
    if (!cut) return null;
    found.push(respondentsOf(facet, cut, ground.period));
  }
  return found;
}

function rowsOfCut(cut: CutParts, period: Period): ReportRow[] {
  const [policy, service] = ['I', 'II'].map((group) => {
    const { figures } = figuresOf(cut, period, group);
    return cut.parts.map(({ readOut, place }, at) =>
      reportFigure(readOut, place, period, group, figures[at]!.served),
    );
  });
  return cut.parts.map(({ name }, at) => ({ name, policy: policy![at]!, service: service![at]! }));
}

function formsOfFields(cut: CutParts, period: Period, batches: readonly PaperBatch[]): NamedForms[] {
  const { whole, parts } = cut;
  const mayTell = !whole || whole.readOut.mayNamePartial(whole.place, period);
  const counts = formsOfRows(parts, period, mayTell);
  return parts.map(({ name, value }, at) => {
    const own = batches.filter(({ field }) => (field ?? '') === value);
    return { name, out: printedOf(own), ...counts[at]! };
  });
}

/** As people expect to read them, last those who did not say; the values of the others are numbers that follow. */
const ORDER: Readonly<Partial<Record<RespondentFacet, readonly string[]>>> = {
  kind: ['person', 'organisation', ''],
  language: ['vi', 'en', 'other'],
};

/** Who answered, in numbers of forms: the rows of a cut, with what the page of cuts tells of them. */
function respondentsOf(facet: RespondentFacet, cut: CutParts, period: Period): Respondents {
  const { figures, n } = figuresOf(cut, period, ALL);
  const order = ORDER[facet] ?? [];
  const parts = cut.parts
    .map(({ value }, at) => ({ value, served: figures[at]!.served }))
    .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return {
    facet,
    all: n,
    rows: parts.map(({ value, served }) => ({ value, n: 'withheld' in served ? null : served.n })),
  };
}
