import { Frame, type FrameProps } from './frame.tsx';

export interface RemarkProps extends FrameProps {
  readonly label: string;
  readonly remark: string;
  readonly most: number;
  readonly onRemark: (text: string) => void;
}

export function RemarkScreen({ label, remark, most, onRemark, ...frame }: RemarkProps) {
  return (
    <Frame {...frame}>
      <label class="remark">
        <span class="hidden">{label}</span>
        <textarea
          value={remark}
          maxLength={most}
          rows={5}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onRemark(event.currentTarget.value)}
        />
        <span aria-hidden="true">
          {remark.length}/{most}
        </span>
      </label>
    </Frame>
  );
}
