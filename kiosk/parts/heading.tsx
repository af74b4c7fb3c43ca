/** The heading of a screen; the focus goes to it when the screen is another one. */
export function Heading({ text }: { readonly text: string }) {
  return (
    <h1 id="heading" tabIndex={-1}>
      {text}
    </h1>
  );
}
