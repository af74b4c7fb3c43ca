import { useEffect, useRef } from 'preact/hooks';

/** Heading of a step that has just begun: whoever goes by keyboard, or listens, is led to it. */
export function StepHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
}
