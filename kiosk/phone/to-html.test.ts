import { expect, test } from 'vitest';
import { Fragment, h } from '../draw.ts';
import { toHtml } from './to-html.ts';

type View = Parameters<typeof toHtml>[0];
const html = (view: unknown) => toHtml(view as View);

test('attributes are written as a browser would hold them, and handlers not at all', () => {
  const props = {
    required: true,
    hidden: false,
    spellcheck: false,
    'aria-busy': true,
    tabIndex: -1,
    title: undefined,
    key: 'k',
    onClick: () => 0,
  };
  expect(html(h('input', props))).toBe('<input required spellcheck="false" aria-busy="true" tabIndex="-1">');
});

test('no text becomes an element or ends an attribute', () => {
  expect(html(h('p', { title: '"><b>' }, '<i>', 1, '&amp;'))).toBe(
    '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;1&amp;amp;</p>',
  );
});

test('components, fragments and lists are what they make; nothing is nothing', () => {
  const Name = ({ of }: { readonly of?: unknown }) => h('b', null, of);
  const list = ['a', 'b'].map((of) => h(Name as never, { key: of, of }));
  expect(html(h(Fragment, null, list, null, false, h('br', null)))).toBe('<b>a</b><b>b</b><br>');
});
