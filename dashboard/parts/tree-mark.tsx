import type { Tree } from '../../shared/wire/device.ts';
import { useWords } from '../text/use-words.ts';

/** Stands on every screen and every printed page of a demo or training tree, whatever the scrolling. */
export function TreeMark({ tree }: { readonly tree: Tree }) {
  const { words } = useWords();
  if (tree === 'real') return null;
  return (
    <aside class="tree-mark" aria-label={tree === 'demo' ? words.demo : words.training}>
      <b>{tree === 'demo' ? words.demo : words.training}</b>
      <span> – {tree === 'demo' ? words.demoMore : words.trainingMore}</span>
    </aside>
  );
}
