import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A panel that opens in place of its button: its heading takes the focus, and the button gets it back. */
export function usePanel() {
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) heading.current?.focus();
    // what came of the act may have taken the focus already
    else if (wasOpen.current && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, setOpen, heading, opener };
}
