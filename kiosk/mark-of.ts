import type { Tree } from '../shared/wire/device.ts';
import { vi } from '../shared/text/vi.ts';

/** The permanent mark of a unit tree whose answers are not real. */
export function markOf(tree: Tree): string | undefined {
  if (tree === 'demo') return vi.demoMark;
  return tree === 'training' ? vi.trainingMark : undefined;
}
