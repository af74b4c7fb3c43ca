import { useFirstFocus } from '../../parts/use-first-focus.ts';

/** Heading of a step that has just begun: whoever goes by keyboard, or listens, is led to it. */
export function StepHeading({
  children,
  level: Level = 'h2',
}: {
  readonly children: string;
  readonly level?: 'h2' | 'h3';
}) {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <Level tabIndex={-1} ref={heading}>
      {children}
    </Level>
  );
}
