import type { ComponentChildren } from 'preact';

/**
 * Draws the screens of the tablet and of the own phone. They are functions of the state and hold none themselves, so
 * elements, attributes and keys are all that is needed of a framework: a fifth of its weight. The pages of staff and
 * managers, which have state of their own, use preact; types and JSX are preact's everywhere.
 */
type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => unknown;

interface Described {
  readonly type: string | Component;
  readonly props: Props;
  readonly children: readonly unknown[];
}
/** An element or a text in the place where it belongs; `id` names that place, `of` the component that made it. */
export interface Placed {
  readonly id: string;
  of: Component | undefined;
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly unknown[];
}
export interface Live extends Placed {
  readonly node: Element | Text;
  lives: readonly Live[];
}

const SVG = 'http://www.w3.org/2000/svg';
/** The tag of a text. */
export const TEXT = '';

export const h = (type: string | Component, props: Props | null, ...children: unknown[]): Described => ({
  type,
  props: props ?? {},
  children,
});
export const Fragment: Component = ({ children }) => children;

const isNothing = (child: unknown) => child === null || child === undefined || typeof child === 'boolean';

/** Runs the components and gives every element its place: its key, or where it stands among its siblings. */
export function place(child: unknown, id: string, out: Placed[]): void {
  if (Array.isArray(child)) child.forEach((inner, i) => place(inner, `${id}.${i}`, out));
  else if (isNothing(child)) return;
  else if (typeof child !== 'object')
    out.push({ id, of: undefined, tag: TEXT, props: { text: `${child as string | number}` }, children: [] });
  else {
    const { type, props, children } = child as Described;
    const own = props['key'] === undefined ? id : `${id.replace(/\.\d+$/, '')}:${props['key'] as string}`;
    if (typeof type === 'string') out.push({ id: own, of: undefined, tag: type, props, children });
    else {
      const before = out.length;
      place(type({ ...props, children }), own, out);
      // The outermost component names a screen: nothing of one is carried into the next.
      if (type !== Fragment) for (const made of out.slice(before)) made.of = type;
    }
  }
}

export function setProp(node: Element, name: string, value: unknown): void {
  // Handlers are properties of the element: a new one replaces the old, and no listener has to be taken away.
  if (name.startsWith('on')) Object.assign(node, { [name.toLowerCase()]: value ?? null });
  else if (name === 'value' || (typeof value === 'boolean' && name in node))
    Object.assign(node, { [name]: value });
  else if (value === undefined || value === null) node.removeAttribute(name);
  else node.setAttribute(name, `${value as string | number | boolean}`);
}

function update(live: Live, next: Placed, isSvg: boolean): Live {
  const { node } = live;
  if (node instanceof Text) {
    if (node.data !== next.props['text']) node.data = next.props['text'] as string;
    return { ...next, node, lives: [] };
  }
  for (const name of Object.keys({ ...live.props, ...next.props })) {
    if (name !== 'key' && live.props[name] !== next.props[name]) setProp(node, name, next.props[name]);
  }
  return { ...next, node, lives: arrange(node, live.lives, next.children, isSvg) };
}

function create(next: Placed, isSvg: boolean): Live {
  const node =
    next.tag === TEXT
      ? document.createTextNode('')
      : isSvg
        ? document.createElementNS(SVG, next.tag)
        : document.createElement(next.tag);
  return update({ ...next, props: {}, node, lives: [] }, next, isSvg);
}

/** Makes the children of a node what they should be, with as few changes as there are differences. */
function arrange(parent: Element, lives: readonly Live[], children: readonly unknown[], isSvg: boolean) {
  const wanted: Placed[] = [];
  place(children, '', wanted);
  const left = new Map(lives.map((live) => [live.id, live]));
  const now = wanted.map((next) => {
    const old = left.get(next.id);
    const inSvg = isSvg || next.tag === 'svg';
    if (old?.tag !== next.tag || old.of !== next.of) return create(next, inSvg);
    left.delete(next.id);
    return update(old, next, inSvg);
  });
  for (const { node } of left.values()) node.remove();
  let at = parent.firstChild;
  for (const { node } of now) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
  return now;
}

/** What stands in each root. */
export const drawn = new WeakMap<Element, readonly Live[]>();

export function render(view: ComponentChildren, root: Element): void {
  drawn.set(root, arrange(root, drawn.get(root) ?? [], [view], false));
}
