/** The same sign for every rating: it is recorded. */
export function Tick() {
  return (
    <svg class="tick" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="45" />
      <path d="M30 52l14 14 27-31" />
    </svg>
  );
}
