/** A ring that closes in 20 seconds; with reduced motion it stands still and the words beside it speak. */
export const Ring = () => (
  <svg class="ring" viewBox="0 0 44 44" aria-hidden="true">
    <circle cx="22" cy="22" r="19" />
    <circle class="ring-run" cx="22" cy="22" r="19" pathLength="100" />
  </svg>
);
