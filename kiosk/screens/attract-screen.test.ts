import { expect, test } from 'vitest';
import { vi } from '../../shared/text/vi.ts';
import { AttractScreen } from './attract-screen.tsx';

interface View {
  readonly props?: { readonly class?: string; readonly children?: unknown };
}

/** What stands in the part with this class. */
function inside(view: unknown, name: string): unknown {
  if (Array.isArray(view)) return view.map((one) => inside(one, name)).find((found) => found !== undefined);
  const { props } = (view ?? {}) as View;
  return props?.class === name ? props.children : props && inside(props.children, name);
}

const nothing = () => {};
const invitationIn = (turn: string | undefined, language: string) =>
  inside(
    AttractScreen({
      words: vi,
      place: 'Quầy 1',
      unit: 'UBND xã Đắk Lâm',
      language,
      languages: { vi, en: { ...vi, attractWhat: 'How was it?' } },
      tools: null,
      turn,
      onLanguage: nothing,
      onNotice: nothing,
      onStart: nothing,
    }),
    'attract-what',
  );

test('the invitation stands in the language whose turn it is', () => {
  expect(invitationIn('en', 'vi')).toBe('How was it?');
  expect(invitationIn(undefined, 'vi')).toBe(vi.attractWhat);
});

test('a language that has left the settings while somebody was there leaves the words of the screen', () => {
  expect(invitationIn(undefined, 'khmer')).toBe(vi.attractWhat);
  expect(invitationIn('khmer', 'vi')).toBe(vi.attractWhat);
});
