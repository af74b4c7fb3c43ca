import { RESCUE_MOST_BYTES } from '../../shared/wire/rescue.ts';
import type { RescueFile } from '../../shared/wire/rescue.ts';

/** What a chosen file is, before anything is sent. */
export type ReadFile =
  | { readonly kind: 'rescue'; readonly file: RescueFile }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'wrong' };

/** A look at the outside only: whether it opens, and what is in it, is the server's to say. */
export async function readRescue(file: Pick<File, 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > RESCUE_MOST_BYTES) return { kind: 'too-large' };
  try {
    const content = JSON.parse(await file.text()) as unknown;
    const isRescue =
      typeof content === 'object' && content !== null && 'sipas' in content && content.sipas === 'rescue';
    return isRescue ? { kind: 'rescue', file: content as unknown as RescueFile } : { kind: 'wrong' };
  } catch {
    return { kind: 'wrong' };
  }
}
