import { assertNever } from '../../shared/assert.ts';

/**
 * What a new code means for a tablet that may be enrolled already. The rule behind it: what a tablet has kept belongs
 * to the device under which it was kept, with its counters and its chain of seals. A tablet that stands elsewhere is
 * the same device, moved by a manager; it becomes another device only while it has never kept anything, or when the
 * server has lost the first one, so that it would wait for ever (then the server judges each submission anew, and
 * holds what it cannot place).
 */
export type Standing =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'enrolled';
      readonly device: { readonly id: string; readonly name: string };
      /** Submissions kept since the first enrolment, and of them not sent. */
      readonly kept: number;
      readonly unsent: number;
      /** False when the server itself says that it knows no such token; not because it cannot be reached. */
      readonly isKnown: boolean;
    };

export type MayEnrol = 'new' | 'renews' | 'replaces' | 'carries' | 'belongs';

/** `belongs` means no. */
export function mayEnrol(standing: Standing, codeFor: string): MayEnrol {
  switch (standing.kind) {
    case 'new':
      return 'new';
    case 'enrolled':
      if (standing.device.id === codeFor) return 'renews';
      if (standing.kept === 0) return 'replaces';
      return standing.isKnown ? 'belongs' : 'carries';
    default:
      return assertNever(standing);
  }
}
