/** Big keys for a code or a PIN, so that no keyboard of the system has to come up over the page. */
export function Keypad(props: {
  readonly label: string;
  readonly keys: string;
  readonly look: 'letters' | 'digits';
  readonly eraseLabel: string;
  readonly isOff?: boolean;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
}) {
  const { label, keys, look, eraseLabel, isOff, onKey, onErase } = props;
  return (
    <div class={`keypad ${look}`} role="group" aria-label={label}>
      {keys.split('').map((key) => (
        <button key={key} type="button" class="key" disabled={isOff} onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      <button type="button" class="key key-erase" aria-label={eraseLabel} disabled={isOff} onClick={onErase}>
        <svg viewBox="0 0 48 32" aria-hidden="true">
          <path d="M14 3h31v26H14L3 16zM22 11l10 10M32 11L22 21" />
        </svg>
      </button>
    </div>
  );
}
