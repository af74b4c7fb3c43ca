/** A control of how the screen is shown, on the red of the bar or of the attract screen: pressed or not. */
export function Tool(props: {
  readonly sign: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onTouch: () => void;
}) {
  return (
    <button type="button" class="tool" aria-pressed={props.isOn} onClick={props.onTouch}>
      <b>{props.sign}</b> <span>{props.label}</span>
    </button>
  );
}
