import { useState } from 'preact/hooks';
import { readPeriod, REPORT_PARTS } from '../../../shared/period.ts';
import type { KnownForm, TemplateFile } from '../../../shared/wire/imported-results.ts';
import type { ScopeUnit } from '../../../shared/wire/overview.ts';
import { MadeFiles } from '../../parts/made-files.tsx';
import { unitOptions } from '../../parts/units-as-tree.ts';
import type { ServerLink } from '../../server-link.ts';
import type { ImportedWords } from '../../text/imported-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { SelectField } from '../parts/form-fields.tsx';

interface TemplatePartProps {
  readonly words: ImportedWords;
  readonly server: ServerLink;
  readonly units: readonly ScopeUnit[];
  readonly home: string;
  readonly forms: readonly KnownForm[];
  readonly today: string;
  readonly ended: () => void;
}

/** The first year of the method that asks about services (QĐ 1383/QĐ-BNV of 28/12/2012). */
const FIRST_YEAR = 2013;
const FILES: readonly TemplateFile[] = ['xlsx', 'csv'];

/** A table to fill in, of a unit, a period that has ended, and a form. */
export function TemplatePart({ words, server, units, home, forms, today, ended }: TemplatePartProps) {
  const { language, say } = useWords();
  const own = words.template;
  const hasEnded = (year: string, part: string) =>
    (readPeriod(`report-${year}-${part}`)?.to ?? today) < today;
  const years = Array.from({ length: Number(today.slice(0, 4)) - FIRST_YEAR + 1 }, (_, i) =>
    String(FIRST_YEAR + i),
  )
    .filter((year) => hasEnded(year, 'q1'))
    .toReversed();
  const [unit, setUnit] = useState(home);
  // the form that stands first is that of 2022
  const [year, setYear] = useState(years.includes('2022') ? '2022' : (years[0] ?? ''));
  const [part, setPart] = useState<string>('year');
  const [form, setForm] = useState(forms[0]?.code ?? '');
  const parts = REPORT_PARTS.filter((one) => hasEnded(year, one));
  const chosen = parts.find((one) => one === part) ?? parts[0]!;
  const asked = { unit, period: `report-${year}-${chosen}`, form };
  return (
    <section class="sheet">
      <h2>{own.title}</h2>
      <div class="plan-grid">
        {units.length > 1 && (
          <SelectField
            label={own.unit}
            name="unit"
            options={unitOptions(units, language)}
            value={unit}
            set={setUnit}
          />
        )}
        <SelectField
          label={own.year}
          name="year"
          options={years.map((id) => ({ id, name: id }))}
          value={year}
          set={setYear}
        />
        <SelectField
          label={own.part}
          name="part"
          options={parts.map((id) => ({ id, name: own.parts[id] }))}
          value={chosen}
          set={setPart}
        />
        <SelectField
          label={own.form}
          name="form"
          options={forms.map(({ code, name }) => ({ id: code, name: say(name) }))}
          value={form}
          set={setForm}
        />
      </div>
      <p class="help">
        {own.formHelp} {own.names(forms.map(({ code, name }) => `${code} – ${say(name)}`).join('; '))}
      </p>
      <MadeFiles
        files={FILES}
        own={own}
        make={(file) =>
          server.ask<Blob>(
            'GET',
            `/api/v1/imported-results/template?${new URLSearchParams({ ...asked, file })}`,
          )
        }
        fileName={`${own.fileName}_${unit}_${asked.period}`}
        ended={ended}
      />
    </section>
  );
}
