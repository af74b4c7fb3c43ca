import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldIds {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

interface LabelledProps {
  readonly label: string;
  /** Said under the field; a fault takes its place. */
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly children: (ids: FieldIds) => ComponentChildren;
}

/** A field with its label; what is wrong with it stands at the field and is tied to it. */
export function Labelled({ label, help, fault, children }: LabelledProps) {
  const id = useId();
  const below = fault ?? help;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        ...(below === undefined ? {} : { 'aria-describedby': `${id}-help` }),
      })}
      {below !== undefined && (
        <p
          id={`${id}-help`}
          class={fault === undefined ? 'help' : 'help broken'}
          role={fault ? 'alert' : undefined}
        >
          {below}
        </p>
      )}
    </div>
  );
}
