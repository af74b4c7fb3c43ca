import type * as v from 'valibot';
import type { Text } from '../../shared/questionnaire.ts';
import type { ApiScope } from '../../shared/wire/api-tokens.ts';
import type { AskedPart } from './asked-parts.ts';

/** One address that programs may read. */
export interface Reading {
  /** The route's pattern under `/api/v1`. */
  readonly path: string;
  /** What opens it; null: it is open to everybody. */
  readonly scope: ApiScope | null;
  readonly title: Text;
  readonly about: Text;
  readonly asks: readonly AskedPart[];
  readonly answer: v.GenericSchema;
}
