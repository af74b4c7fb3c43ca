import { useEffect, useRef } from 'preact/hooks';

/** The button that adds a row to a list: it takes the focus when the button that removed the last row went with it. */
export function useAddButton(rows: number) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(rows);
  useEffect(() => {
    if (rows < before.current && document.activeElement === document.body) button.current?.focus();
    before.current = rows;
  }, [rows]);
  return button;
}
