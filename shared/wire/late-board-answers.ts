import * as v from 'valibot';
import { UnitNameSchema, WordsSchema, count, day, percent, told } from './answer-parts.ts';
import { DossierCountsSchema } from './dossier-answers.ts';
import { BOARD_SPANS } from './late-board.ts';

/** Dossiers returned on time and late. */

export const BoardCountsSchema = told(
  v.strictObject({
    ...DossierCountsSchema.entries,
    returned: told(
      v.nullable(count),
      'Early, on time and late together; null where one of them is not said.',
    ),
    onTimePercent: told(
      v.nullable(percent),
      '0-100 with two decimals, early among on time; null where nothing was returned or it is not said.',
    ),
    latePercent: v.nullable(percent),
    mark: told(v.nullable(v.picklist(['none', 'five', 'ten'])), 'From 5 % late, from 10 % late.'),
    isFew: told(v.boolean(), 'So few were returned that one of them decides.'),
  }),
  'Counts of the span; open and overdue hold at its end, or today while it runs.',
);

export const BoardUnitSchema = v.strictObject({
  unit: UnitNameSchema,
  source: told(v.nullable(v.picklist(['list', 'statistics'])), 'Null: nothing is known of the span.'),
  listedOn: told(
    v.nullable(day),
    'Day of the newest list that holds dossiers of the unit: what was returned later still counts as open.',
  ),
  ...BoardCountsSchema.entries,
});

export const BoardFieldSchema = v.strictObject({
  field: v.string(),
  name: WordsSchema,
  ...BoardCountsSchema.entries,
});

export const LateBoardSchema = v.strictObject({
  unit: UnitNameSchema,
  today: day,
  span: v.strictObject({
    kind: v.picklist(BOARD_SPANS),
    id: v.string(),
    from: day,
    to: day,
    isRunning: v.boolean(),
  }),
  spans: told(v.array(v.string()), 'What may be asked for, the newest first.'),
  total: told(BoardCountsSchema, 'Of the units of which something is known.'),
  units: told(v.array(BoardUnitSchema), 'Units with service points of their own, the latest first.'),
  fields: told(v.array(BoardFieldSchema), 'Over the units that tell their fields apart, the latest first.'),
  withoutFields: told(count, 'Units that are known only as a whole.'),
});
