import { useEffect, useRef, useState } from 'preact/hooks';

export interface Sentence {
  readonly text: string;
  readonly isFault?: boolean;
}

/** A page's sentence about what was done. It is said after the page has been read anew, so that both agree. */
export function useSaid() {
  const [said, setSaid] = useState<Sentence | null>(null);
  async function after(reading: Promise<unknown>, text: string): Promise<void> {
    await reading;
    setSaid({ text });
  }
  const sayAfter = (reading: Promise<unknown>, text: string) => void after(reading, text);
  return { said, setSaid, sayAfter };
}

/** It is read aloud, and whoever came by keyboard goes on from it where the act took its own button away. */
export function Said({ said }: { readonly said: Sentence | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== null && document.activeElement === document.body) place.current?.focus();
  }, [said]);
  return (
    <div role="status" tabIndex={-1} ref={place}>
      {said !== null && <p class={said.isFault ? 'notice warning' : 'notice done'}>{said.text}</p>}
    </div>
  );
}
