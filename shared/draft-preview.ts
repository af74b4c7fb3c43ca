import * as v from 'valibot';
import { FORMS, QuestionnaireSchema } from './questionnaire.ts';

/**
 * How the page of a draft shows it on the real screens: the design page stands in a frame, opened with this query, says
 * `PREVIEW_READY` to the page around it, and draws what that hands over. Both are of one origin, and nothing is kept.
 */
export const PREVIEW_QUERY = '?draft';
export const PREVIEW_READY = 'sipas-preview-ready';

const PreviewSchema = v.object({
  kind: v.literal('sipas-preview'),
  questionnaire: QuestionnaireSchema,
  form: v.picklist(FORMS),
  language: v.picklist(['vi', 'en']),
  /** A screen by its name: `question` (the overall question), `item-31`. */
  screen: v.string(),
});
export type DraftPreview = v.InferOutput<typeof PreviewSchema>;

/** What was handed over; undefined where it is anything else. */
export function readPreview(data: unknown): DraftPreview | undefined {
  const result = v.safeParse(PreviewSchema, data);
  return result.success ? result.output : undefined;
}
