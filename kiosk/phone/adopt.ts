import type { ComponentChildren } from 'preact';
import { drawn, type Live, place, type Placed, render, setProp, TEXT } from '../draw.ts';

/**
 * Takes over what the first response holds already: the same elements stay, so that nothing flashes and a finger that
 * is down stays on its button; they only get their handlers. Where something else stands there (a translator or a web
 * view has changed it, or the page was closed before), it is drawn anew.
 */
export function adopt(view: ComponentChildren, root: Element): void {
  const lives = childrenOf(root, [view]);
  if (lives) drawn.set(root, lives);
  else {
    root.textContent = '';
    drawn.delete(root);
    render(view, root);
  }
}

function childrenOf(parent: Element, children: readonly unknown[]): Live[] | undefined {
  const wanted: Placed[] = [];
  place(children, '', wanted);
  const lives: Live[] = [];
  let at: ChildNode | null = parent.firstChild;
  for (const next of wanted) {
    const live = next.tag === TEXT ? textOf(at, next) : elementOf(at, next);
    if (!live) return undefined;
    lives.push(live);
    at = live.node.nextSibling;
  }
  return at === null ? lives : undefined;
}

/** Texts that stand side by side are one in HTML, and are parted again. */
function textOf(node: ChildNode | null, next: Placed): Live | undefined {
  const text = next.props['text'] as string;
  if (!(node instanceof Text) || text === '' || !node.data.startsWith(text)) return undefined;
  if (node.data.length > text.length) node.splitText(text.length);
  return { ...next, node, lives: [] };
}

function elementOf(node: ChildNode | null, next: Placed): Live | undefined {
  if (!(node instanceof Element) || node.localName !== next.tag) return undefined;
  for (const name of Object.keys(next.props)) {
    if (name.startsWith('on')) setProp(node, name, next.props[name]);
  }
  const lives = childrenOf(node, next.children);
  return lives && { ...next, node, lives };
}
