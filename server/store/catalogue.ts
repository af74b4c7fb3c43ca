import { halfMonthOf, localDay } from '../../shared/period.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import type { Submission } from '../../shared/submission.ts';
import { type Shape, shapeOf } from '../../shared/tally.ts';
import { invariant } from '../../shared/assert.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { allCampaigns } from './campaigns.ts';
import type { KeptGroups } from './group-rows.ts';
import { allFields, type Field } from './fields.ts';
import { allUnits, treesOfPoints } from './organisation.ts';
import { allQuestionnaires } from './questionnaires.ts';
import type { Reader } from './store.ts';
import type { TallyContext } from './tallies.ts';

/** What submissions are judged by: versions, service points, campaigns and fields that exist. */
export interface Catalogue {
  readonly questionnaires: ReadonlyMap<
    string,
    { readonly questionnaire: Questionnaire; readonly shape: Shape }
  >;
  readonly trees: ReadonlyMap<string, Tree>;
  /** Campaigns, each with the tree of its unit: demo and real never meet. */
  readonly campaigns: ReadonlyMap<string, Tree>;
  readonly units: ReadonlySet<string>;
  /** Per tree, whatever their dates: what was asked while a field was valid may come in later. */
  readonly fields: ReadonlyMap<Tree, ReadonlySet<string>>;
}

const versionName = (id: string, version: number) => `${id} ${version}`;

export async function loadCatalogue(read: Reader): Promise<Catalogue> {
  const questionnaires = await allQuestionnaires(read);
  const units = await allUnits(read);
  return {
    questionnaires: new Map(
      questionnaires.map((q) => [versionName(q.id, q.version), { questionnaire: q, shape: shapeOf(q) }]),
    ),
    trees: await treesOfPoints(read),
    campaigns: new Map(
      (await allCampaigns(read)).flatMap(({ id, unit }) => {
        const tree = units.find((candidate) => candidate.id === unit)?.tree;
        return tree ? [[id, tree] as const] : [];
      }),
    ),
    units: new Set(units.map(({ id }) => id)),
    fields: codesByTree(await allFields(read)),
  };
}

function codesByTree(fields: readonly Field[]): Map<Tree, Set<string>> {
  const byTree = new Map<Tree, Set<string>>();
  for (const { tree, code } of fields) byTree.set(tree, (byTree.get(tree) ?? new Set()).add(code));
  return byTree;
}

/** Whether the field that a submission names, if any, is one of the tree of its campaign. */
export function knowsField(catalogue: Catalogue, { c, fd }: Pick<Submission, 'c' | 'fd'>): boolean {
  const tree = catalogue.campaigns.get(c);
  return fd === null || (tree !== undefined && catalogue.fields.get(tree)?.has(fd) === true);
}

/** The published version that a submission names; undefined when it is not known here. */
export function versionOf(catalogue: Catalogue, named: { readonly f: string; readonly fv: number }) {
  return catalogue.questionnaires.get(versionName(named.f, named.fv));
}

/** The shape of a stored submission's vectors: its version was known when it was accepted. */
export function shapeFor(catalogue: Catalogue): (submission: Pick<Submission, 'f' | 'fv'>) => Shape {
  return (submission) => {
    const version = versionOf(catalogue, submission);
    invariant(version, 'an accepted submission names a published version');
    return version.shape;
  };
}

/** How submissions that were judged by this catalogue enter the tallies now. */
export function tallyContext(catalogue: Catalogue, nowMs: number, kept?: KeptGroups): TallyContext {
  return {
    ...(kept && { kept }),
    shapeFor: shapeFor(catalogue),
    releasesAtOnce: (point) => catalogue.trees.get(point) !== 'real',
    currentHalfMonth: halfMonthOf(localDay(nowMs)),
  };
}
