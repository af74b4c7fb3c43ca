/** The permanent mark of demo and training units, on every screen. */
export function Mark({
  text,
  note,
}: {
  readonly text: string | undefined;
  readonly note?: string | undefined;
}) {
  if (text === undefined) return null;
  return (
    <aside class="mark" aria-label={text}>
      <strong>{text}</strong>
      {note !== undefined && <span> · {note}</span>}
    </aside>
  );
}
