import { REASON_LEAST, REASON_MOST } from '../../shared/reason-length.ts';
import { Labelled } from './labelled.tsx';

interface ReasonFieldProps {
  readonly label: string;
  readonly help: (least: number) => string;
  readonly short: (least: number) => string;
  readonly value: string;
  readonly set: (value: string) => void;
  /** Somebody has tried to send it. */
  readonly tried: boolean;
}

export const isShortReason = (reason: string): boolean => reason.trim().length < REASON_LEAST;

/** The sentence for the record that stands beside a decision: whoever reads the history later must understand it. */
export function ReasonField({ label, help, short, value, set, tried }: ReasonFieldProps) {
  return (
    <Labelled
      label={label}
      help={help(REASON_LEAST)}
      fault={tried && isShortReason(value) ? short(REASON_LEAST) : undefined}
    >
      {(ids) => (
        <textarea
          {...ids}
          rows={3}
          maxlength={REASON_MOST}
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
