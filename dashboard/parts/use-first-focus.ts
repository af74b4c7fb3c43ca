import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What has just opened takes the focus. Before the screen is painted, so that the next key goes to it: Escape that is pressed at once
 * would else reach the button that opened it, and close nothing.
 */
export function useFirstFocus<T extends HTMLElement>() {
  const place = useRef<T>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return place;
}
