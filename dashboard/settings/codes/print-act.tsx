import { useState } from 'preact/hooks';
import { PRINT_FORMATS } from '../../../shared/code-limits.ts';
import type { PrintFormat } from '../../../shared/code-limits.ts';
import type { Language } from '../../../shared/questionnaire.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { SelectField } from '../parts/form-fields.tsx';
import { usePanel } from '../parts/use-panel.ts';
import type { CodesLink } from './codes-link.ts';
import { PrintPartsForm } from './print-parts-form.tsx';

interface PrintActProps {
  readonly codes: readonly string[];
  readonly link: CodesLink;
  readonly ended: () => void;
}

/** Posters and cards of the chosen codes. It stays open: who prints fifty prints the next fifty too. */
export function PrintAct({ codes: chosen, link, ended }: PrintActProps) {
  const { codes, language } = useCodesWords();
  const words = codes.print;
  const { isOpen, setOpen, heading, opener } = usePanel();
  const [format, setFormat] = useState<PrintFormat>('A4');
  const [spoken, setSpoken] = useState<Language>(language);
  if (!isOpen)
    return (
      <button type="button" ref={opener} class="quiet-button" onClick={() => setOpen(true)}>
        {words.open}
      </button>
    );
  return (
    <section class="act-panel" aria-labelledby="print-title">
      <PrintPartsForm
        head={
          <>
            <h3 id="print-title" tabIndex={-1} ref={heading}>
              {words.open}
            </h3>
            <div class="what">
              <p>{words.what}</p>
            </div>
          </>
        }
        all={chosen}
        of={`${format} ${spoken} ${chosen.join(' ')}`}
        print={(part) => link.print(part, format, spoken)}
        file={`${words.file}-${format}-${spoken}`}
        ended={ended}
        cancel={() => setOpen(false)}
      >
        <div class="field-row">
          <SelectField
            label={words.format}
            name="format"
            value={format}
            set={(value) => setFormat(value as PrintFormat)}
            options={PRINT_FORMATS.map((id) => ({ id, name: words.formats[id] }))}
          />
          <SelectField
            label={words.language}
            name="language"
            value={spoken}
            set={(value) => setSpoken(value as Language)}
            options={(['vi', 'en'] as const).map((id) => ({ id, name: words.languages[id] }))}
          />
        </div>
        <p class="help">{words.check}</p>
      </PrintPartsForm>
    </section>
  );
}
