import { Bar } from '../parts/bar.tsx';
import { Heading } from '../parts/heading.tsx';

/** The sun, and a breeze. */
const PICTURES = [
  'M50 30a20 20 0 1 0 .1 0zM50 8v9M50 83v9M8 50h9M83 50h9M20 20l7 7M73 73l7 7M80 20l-7 7M27 73l-7 7',
  'M8 40h52q13 0 13-12t-12-12q-10 0-11 9M8 57h70q14 0 14 13t-13 13q-10 0-12-9M8 74h36',
];

export interface PracticeProps {
  readonly bar: Parameters<typeof Bar>[0];
  readonly title: string;
  readonly text: string;
  /** What the two pictures say. */
  readonly options: readonly string[];
  readonly chosen: number | undefined;
  readonly onChoose: (option: number) => void;
  readonly skip: string;
  readonly onSkip: () => void;
}

/** A question to try a touch on, laid out like those of a visit: two pictures, one as large as the other. */
export function PracticeScreen(props: PracticeProps) {
  const { title } = props;
  return (
    <>
      <Bar {...props.bar} />
      <main class="screen">
        <div class="ask">
          <Heading text={title} />
          <p class="official">{props.text}</p>
        </div>
        <div class="choices" role="radiogroup" aria-label={title}>
          {props.options.map((name, i) => (
            <button
              key={name}
              type="button"
              role="radio"
              aria-checked={props.chosen === i}
              class="tile"
              onClick={() => props.onChoose(i)}
            >
              <svg class="face" viewBox="0 0 100 100" aria-hidden="true">
                <path d={PICTURES[i]} />
              </svg>
              <span>{name}</span>
            </button>
          ))}
        </div>
        <footer class="foot">
          <button type="button" class="secondary" onClick={props.onSkip}>
            {props.skip}
          </button>
        </footer>
      </main>
    </>
  );
}
