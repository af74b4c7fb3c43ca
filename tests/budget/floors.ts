import { type Node, parse } from 'acorn';

/**
 * What the oldest browsers of a page do not know. Syntax is judged by a parser of the newest edition that all of them
 * read; what is an API or a rule of style, by name. Only what would break a page stands here: a rule that an old browser
 * passes over without harm (`text-wrap`, `:focus-visible`) may be used.
 */
export interface Floor {
  readonly name: string;
  readonly ecmaVersion: 2021 | 2022;
  /** Methods by name where they are called, and globals or members wherever they stand. */
  readonly calls: readonly string[];
  readonly names: readonly string[];
  /** In regular expressions. */
  readonly patterns: readonly RegExp[];
  readonly styles: readonly RegExp[];
}

/** Younger than Chrome 108 or Safari 16.4. */
const CALLS = [
  'toSorted',
  'toReversed',
  'toSpliced',
  'with',
  'groupBy',
  'withResolvers',
  'fromAsync',
  'canParse',
  'union',
  'intersection',
  'isSubsetOf',
  'isDisjointFrom',
  'difference',
  'toWellFormed',
  'isWellFormed',
  'startViewTransition',
  'showPopover',
  'checkVisibility',
  'getSetCookie',
];
const NAMES = [
  'requestIdleCallback',
  'scheduler',
  'documentPictureInPicture',
  'Temporal',
  'Iterator',
  'Float16Array',
  'URLPattern',
];
const STYLES = [
  /(?:^|[;{}])[^{}@]*\{[^{}]*\{/,
  /@scope\b/,
  /@starting-style\b/,
  /\bcolor-mix\(/,
  /\blight-dark\(/,
  /:popover-open/,
  /\banchor-name:/,
];

/** The tablet: from here on there are synchronous file handles. */
export const TABLET: Floor = {
  name: 'Chrome 108, Safari 16.4',
  ecmaVersion: 2022,
  calls: CALLS,
  names: NAMES,
  patterns: [],
  styles: STYLES,
};

/** A citizen's own phone: web views as old as those in which people still scan codes. */
export const OWN_PHONE: Floor = {
  name: 'Chrome 87, Safari 14',
  // logical assignment, the whole of ES2021, is younger than neither; class fields and await at the top are
  ecmaVersion: 2021,
  calls: [
    ...CALLS,
    'at',
    'hasOwn',
    'findLast',
    'findLastIndex',
    'randomUUID',
    'structuredClone',
    'timeout',
    'throwIfAborted',
    'showModal',
  ],
  names: [
    ...NAMES,
    'WeakRef',
    'FinalizationRegistry',
    'AggregateError',
    'structuredClone',
    'inert',
    'CompressionStream',
    'DecompressionStream',
    'ReadableStreamBYOBReader',
    'BroadcastChannel',
    'userActivation',
    'Segmenter',
  ],
  // looking behind came to Safari with 16.4, indices with 15
  patterns: [/\(\?<[=!]/],
  styles: [
    ...STYLES,
    /:has\(/,
    /:is\(/,
    /:where\(/,
    /\b\d*\.?\d+[dsl]v[hwbi]\b/,
    /[;{]inset\s*:/,
    /[;{]inset-(?:block|inline)/,
    /[;{]aspect-ratio\s*:/,
    /@layer\b/,
    /@container\b/,
    /\b(?:oklch|oklab|lch|lab|hwb)\(/,
    /@media[^{]*[<>]/,
  ],
};

/** Everything in a script that this floor does not know, in words; nothing when it runs there. */
export function scriptFaults(code: string, floor: Floor): string[] {
  let program: Node;
  try {
    program = parse(code, { ecmaVersion: floor.ecmaVersion, sourceType: 'module' });
  } catch (error) {
    return [`syntax: ${(error as Error).message}`];
  }
  const faults = new Set<string>();
  for (const node of nodesOf(program)) {
    const { type, callee, property, name, regex } = node as Parts;
    const called = type === 'CallExpression' ? (callee?.property?.name ?? callee?.name) : undefined;
    if (called !== undefined && floor.calls.includes(called)) faults.add(`${called}()`);
    const named = type === 'MemberExpression' ? property?.name : type === 'Identifier' ? name : undefined;
    if (named !== undefined && floor.names.includes(named)) faults.add(named);
    if (regex && floor.patterns.some((pattern) => pattern.test(regex.pattern)))
      faults.add(`/${regex.pattern}/`);
  }
  return [...faults];
}

interface Parts {
  readonly type: string;
  readonly name?: string;
  readonly callee?: { readonly name?: string; readonly property?: { readonly name?: string } };
  readonly property?: { readonly name?: string };
  readonly regex?: { readonly pattern: string };
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

/** What in a style sheet this floor does not know. Media queries hold rules of their own, and are looked into. */
export function styleFaults(css: string, floor: Floor): string[] {
  const flat = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@(?:media|supports|font-face|keyframes)[^{]*\{/g, (at) => at.replace('{', ';'));
  return floor.styles.flatMap((style) => style.exec(flat.replace(/\}\s*\}/g, '}'))?.[0].slice(0, 80) ?? []);
}
