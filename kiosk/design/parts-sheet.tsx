import { Bar } from '../parts/bar.tsx';
import { Buttons } from '../parts/buttons.tsx';
import { Dots } from '../parts/dots.tsx';
import { Face, LEVELS } from '../parts/face.tsx';
import { Heading } from '../parts/heading.tsx';
import { Ring } from '../parts/ring.tsx';
import { Tick } from '../parts/tick.tsx';
import type { Words } from '../../shared/text/words.ts';

/**
 * The parts that screens are made of, and the five faces as eyes of different kinds see them. The answer screen draws all
 * faces in one ink; the colours come as a ring after the choice, and in charts.
 *
 * Matrices for linear RGB at full severity: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation
 * of Color Vision Deficiency", 2009, table 1.
 */
const EYES = {
  ink: undefined,
  grey: '0.2126 0.7152 0.0722 0.2126 0.7152 0.0722 0.2126 0.7152 0.0722',
  protan: '0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998',
  deutan: '0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.01182 0.04294 0.968881',
  tritan: '1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.3039',
} as const;
type Eye = keyof typeof EYES;

const SAID = {
  vi: {
    title: 'Các thành phần của màn hình',
    eyes: {
      ink: 'Như trên màn hình',
      grey: 'Không có màu',
      protan: 'Mù màu đỏ (protan)',
      deutan: 'Mù màu lục (deutan)',
      tritan: 'Mù màu lam (tritan)',
    },
    buttons: ['Nút phụ', 'Nút chính'],
  },
  en: {
    title: 'The parts of the screens',
    eyes: {
      ink: 'As on the screen',
      grey: 'Without colour',
      protan: 'Red-blind (protan)',
      deutan: 'Green-blind (deutan)',
      tritan: 'Blue-blind (tritan)',
    },
    buttons: ['Secondary button', 'Primary button'],
  },
};

/** Three rows of three become the four rows of five that a filter takes. */
function filterValues(matrix: string): string {
  const numbers = matrix.split(' ');
  const rows = [0, 3, 6].map((from) => [...numbers.slice(from, from + 3), 0, 0].join(' '));
  return [...rows, '0 0 0 1 0'].join(' ');
}

const Filters = () => (
  <svg class="eyes-filters" aria-hidden="true">
    {Object.entries(EYES).map(
      ([eye, matrix]) =>
        matrix && (
          <filter key={eye} id={`eye-${eye}`}>
            <feColorMatrix values={filterValues(matrix)} />
          </filter>
        ),
    )}
  </svg>
);

export function PartsSheet({ language, words }: { readonly language: 'vi' | 'en'; readonly words: Words }) {
  const said = SAID[language];
  const [secondary, primary] = said.buttons as [string, string];
  const progress = <Dots at={2} of={8} label="3/8" />;
  return (
    <>
      <Bar place={said.title} middle={progress} end={{ label: words.end, onEnd: () => {} }} />
      <main class="parts-sheet">
        <Filters />
        <Heading text={said.title} />
        {(Object.keys(EYES) as Eye[]).map((eye) => (
          <section key={eye} class={`seen-by ${eye}`}>
            <h2>{said.eyes[eye]}</h2>
            <div class="seen-faces">
              {LEVELS.map((level) => (
                <Face key={level} level={level} />
              ))}
            </div>
            <div class="seen-faces">
              {LEVELS.map((level) => (
                <span key={level} class={`ringed level-${level}`}>
                  <Face level={level} />
                </span>
              ))}
            </div>
          </section>
        ))}
        <section class="seen-by">
          <Tick />
          <Ring />
          <Buttons
            buttons={[
              { label: secondary, onTouch: () => {} },
              { label: primary, look: 'primary', onTouch: () => {} },
            ]}
          />
        </section>
      </main>
    </>
  );
}
