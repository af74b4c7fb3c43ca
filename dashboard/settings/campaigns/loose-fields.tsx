import { NumberField, PairField } from '../parts/form-fields.tsx';
import type { DraftProps } from './campaign-fields.tsx';
import { SampleFields } from './sample-fields.tsx';

/** What can still be changed while a campaign runs, because no figure is made of it. */
export function LooseFields(props: DraftProps & { readonly withName: boolean }) {
  const { words, draft, set, withName } = props;
  return (
    <>
      {withName && (
        <fieldset class="plan-part">
          <legend>{words.name}</legend>
          <PairField
            label={words.name}
            name="name"
            help={words.nameHelp}
            value={draft.name}
            set={(name) => set({ ...draft, name })}
          />
        </fieldset>
      )}
      <SampleFields {...props} />
      <fieldset class="plan-part">
        <legend>{words.parts.alerts}</legend>
        <p class="help">{words.alertsNote}</p>
        <div class="plan-grid">
          <NumberField
            label={words.watchBelow}
            name="thresholds.watchBelow"
            value={draft.watchBelow}
            set={(watchBelow) => set({ ...draft, watchBelow })}
          />
          <NumberField
            label={words.warnBelow}
            name="thresholds.warnBelow"
            value={draft.warnBelow}
            set={(warnBelow) => set({ ...draft, warnBelow })}
          />
        </div>
        <NumberField
          label={words.formsBelow}
          name="thresholds.formsBelow"
          help={words.formsBelowHelp}
          value={draft.formsBelow}
          set={(formsBelow) => set({ ...draft, formsBelow })}
        />
      </fieldset>
    </>
  );
}
