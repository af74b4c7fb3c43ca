import { useState } from 'preact/hooks';
import type { Language } from '../../../shared/questionnaire.ts';
import type { NewTickets } from '../../../shared/wire/codes.ts';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page } from '../../read-page.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { SelectField } from '../parts/form-fields.tsx';
import type { CodesLink } from './codes-link.ts';
import { PrintPartsForm } from './print-parts-form.tsx';
import { saveFile } from '../../save-file.ts';

interface MadeTicketsProps {
  readonly made: NewTickets;
  readonly link: CodesLink;
  readonly ended: () => void;
  readonly go: (page: Page) => void;
}

/** The tickets, this once: sheets to cut, a list for whoever sends links, and the links themselves. */
export function MadeTickets({ made, link, ended, go }: MadeTicketsProps) {
  const { codes, language } = useCodesWords();
  const words = codes.makeTickets;
  const { batch, address, tickets } = made;
  const [spoken, setSpoken] = useState<Language>(language);
  const links = tickets.map((ticket) => `${address}${ticket}`);
  const until = writeDate(batch.expires);
  // a byte order mark, without which Excel takes the letters for others
  const csv = () =>
    `\uFEFF${[words.csvHead, ...links.map((each, i) => [i + 1, each, until])].map((row) => row.join(';')).join('\r\n')}\r\n`;
  return (
    <>
      <p>
        <b>{batch.point.name[language]}</b>
        {batch.field && <> · {batch.field.name[language]}</>} · {codes.until(until)}
      </p>
      <section class="act-panel">
        <p>{words.pdf}</p>
        <PrintPartsForm
          all={tickets}
          of={spoken}
          print={(part) => link.printTickets(batch.id, part, spoken)}
          file={`${words.file}-${batch.id}-${spoken}`}
          ended={ended}
          staleWords={words.stale}
        >
          <SelectField
            label={codes.print.language}
            name="language"
            value={spoken}
            set={(value) => setSpoken(value as Language)}
            options={(['vi', 'en'] as const).map((id) => ({ id, name: codes.print.languages[id] }))}
          />
        </PrintPartsForm>
      </section>
      <p class="act-buttons">
        <button
          type="button"
          class="quiet-button"
          onClick={() =>
            saveFile(new Blob([csv()], { type: 'text/csv;charset=utf-8' }), `${words.file}-${batch.id}.csv`)
          }
        >
          {words.csv}
        </button>
      </p>
      <details class="ticket-links">
        <summary>{words.links}</summary>
        <ol>
          {links.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
      </details>
      <p class="act-buttons">
        <PageLink page={{ kind: 'codes', id: 'tickets' }} go={go} look="quiet-button">
          {words.leave}
        </PageLink>
      </p>
    </>
  );
}
