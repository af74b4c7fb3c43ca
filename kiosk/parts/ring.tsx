/** A ring that closes in the given seconds; with reduced motion it stands still and the words beside it speak. */
export function Ring({ seconds }: { readonly seconds: 8 | 20 }) {
  return (
    <svg class={`ring ring-${seconds}`} viewBox="0 0 44 44" aria-hidden="true">
      <circle cx="22" cy="22" r="19" />
      <circle class="ring-run" cx="22" cy="22" r="19" pathLength="100" />
    </svg>
  );
}
