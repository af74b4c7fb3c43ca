/** Progress as dots and "2/8", never as a percentage. */
export function Dots({
  at,
  of,
  label,
}: {
  readonly at: number;
  readonly of: number;
  readonly label: string;
}) {
  return (
    <div class="dots-row" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <i key={i} class={`dot ${i < at ? 'past' : i === at ? 'now' : ''}`} />
      ))}
      <span class="dots-text" aria-hidden="true">
        {at + 1}/{of}
      </span>
    </div>
  );
}
