import type { Lamp } from '../../shared/wire/manage.ts';

/** A lamp that is read without its colour: a circle with a tick, a triangle, an octagon; its word stands beside it. */
const SHAPES: Readonly<Record<Lamp, { readonly outline: string; readonly sign: string }>> = {
  green: { outline: 'M50 5a45 45 0 1 1 0 90a45 45 0 1 1 0-90z', sign: 'M29 52l15 15 28-32' },
  amber: { outline: 'M50 8L96 90H4z', sign: 'M50 36v28M50 77v.1' },
  red: { outline: 'M32 5h36l27 27v36L68 95H32L5 68V32z', sign: 'M50 26v32M50 74v.1' },
};

export function LampSign({ lamp }: { readonly lamp: Lamp }) {
  const { outline, sign } = SHAPES[lamp];
  return (
    <svg class={`lamp lamp-${lamp}`} viewBox="0 0 100 100" aria-hidden="true">
      <path d={outline} />
      <path class="lamp-mark" d={sign} />
    </svg>
  );
}
