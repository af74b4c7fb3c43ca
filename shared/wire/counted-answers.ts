import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { CodedSchema, NamedSchema, WordsSchema, count, day, told } from './answer-parts.ts';
import { TREES } from './device.ts';
import { ShareWithIntervalSchema } from './progress-answers.ts';

/** Invitations, forms on paper and interviews that were asked about again, in numbers. */

export const CodePlaceSchema = told(
  v.strictObject({
    tree: v.picklist(TREES),
    point: NamedSchema,
    centre: told(v.nullable(WordsSchema), 'Where the point is a counter: the place in which it stands.'),
    unit: NamedSchema,
    counter: v.nullable(v.string()),
    field: v.nullable(CodedSchema),
    campaign: NamedSchema,
  }),
  'Where a code or a batch leads, in words.',
);

export const TicketBatchRowSchema = v.strictObject({
  ...CodePlaceSchema.entries,
  id: v.string(),
  note: v.string(),
  made: day,
  expires: day,
  count,
  state: v.picklist(['active', 'expired', 'revoked']),
  used: told(count, 'How many have been used, in tens: "at least".'),
});

export const PaperBatchRowSchema = v.strictObject({
  id: v.string(),
  tree: v.picklist(TREES),
  unit: NamedSchema,
  point: NamedSchema,
  campaign: NamedSchema,
  field: v.nullable(CodedSchema),
  form: v.picklist(FORMS),
  language: v.picklist(['vi', 'en']),
  halfMonth: told(v.string(), 'The half-month to which its forms belong.'),
  note: v.string(),
  made: day,
  closed: told(v.nullable(day), 'Day on which it was closed; null = it is keyed.'),
  printed: count,
  returned: told(count, 'Keyed and unusable ones together.'),
  valid: count,
  underHalf: told(count, 'Keyed, with answers to fewer than half of the items.'),
  unusable: v.strictObject({ empty: count, unreadable: count, 'other-form': count }),
  drawn: told(
    count,
    'Of the drawn tenth: drawn so far, and keyed a second time, by the same person where there was no other.',
  ),
  twice: count,
  alone: count,
  compared: told(count, 'Answers that were compared, and those that differed.'),
  differing: count,
});

export const RecheckSumsSchema = told(
  v.strictObject({
    who: told(
      v.nullable(v.string()),
      'Who interviewed; null = all of them together, or an account that has been removed.',
    ),
    ended: told(count, 'Asked again to the end.'),
    answered: told(
      v.nullable(count),
      'Said whether there was an interview; null where so few may not be named.',
    ),
    confirmed: told(
      v.nullable(ShareWithIntervalSchema),
      'Confirmed, of those who said something; null below ten.',
    ),
    not: told(
      v.nullable(v.strictObject({ none: count, time: count, way: count, unsure: count })),
      'Why not: no interview, another time, another way, not remembered; null below ten.',
    ),
  }),
  'What came of asking again.',
);

export const FaceSumsSchema = told(
  v.strictObject({
    place: told(v.nullable(WordsSchema), 'Null = all places together.'),
    unit: v.nullable(WordsSchema),
    ended: told(count, 'Asked to the end.'),
    answered: told(v.nullable(count), 'Said whether there was one; null where so few may not be named.'),
    yes: told(
      v.nullable(ShareWithIntervalSchema),
      'Say that they were interviewed, of those who said something; null below ten.',
    ),
    recorded: told(
      v.nullable(v.number()),
      'Percent: interviews over dossiers returned, of the half-months that were asked about; null where not known.',
    ),
    isBelow: told(v.boolean(), 'The whole interval lies below what is recorded: somebody should look.'),
  }),
  'What people say of interviews face to face at a place, beside what telephones of staff counted there.',
);

export const RecheckCountsSchema = v.strictObject({
  today: day,
  from: told(v.string(), 'Half-months from here on are counted.'),
  all: RecheckSumsSchema,
  interviewers: v.array(RecheckSumsSchema),
  faces: v.strictObject({ all: FaceSumsSchema, places: v.array(FaceSumsSchema) }),
});
