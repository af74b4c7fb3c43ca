import { writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { PrintFormat } from '../../shared/code-limits.ts';
import type { CodePlace, CodeRow, TicketBatchRow } from '../../shared/wire/codes.ts';
import { printWords } from '../print/print-words.ts';
import type { PrintedCode, Sheet } from '../print/sheet.ts';

/** Codes and tickets as sheets to print. */

export function sheetOfCodes(
  publicUrl: string,
  rows: readonly CodeRow[],
  kind: PrintFormat,
  language: Language,
): Sheet {
  const codes = rows.map((row) => ({
    ...placeIn(row, language),
    address: `${publicUrl}/q/${row.code}`,
    typed: `${row.code.slice(0, 5)} ${row.code.slice(5)}`,
  }));
  const title = printWords[language].title;
  const isTrial = rows.some(({ tree }) => tree !== 'real');
  return { kind, language, title, host: new URL(publicUrl).host, until: null, isTrial, codes };
}

export function sheetOfTickets(
  address: string,
  batch: TicketBatchRow,
  tickets: readonly string[],
  language: Language,
): Sheet {
  const place = placeIn(batch, language);
  const codes = tickets.map((ticket) => ({ ...place, address: `${address}${ticket}`, typed: null }));
  return {
    kind: 'slips',
    language,
    title: printWords[language].title,
    host: new URL(address).host,
    until: writeDay(batch.expires),
    isTrial: batch.tree !== 'real',
    codes,
  };
}

function placeIn(
  { unit, point, centre, counter, field }: CodePlace,
  language: Language,
): Omit<PrintedCode, 'address' | 'typed'> {
  const words = printWords[language];
  const place = [
    centre === null ? '' : point.name[language],
    counter === null ? '' : `${words.counter} ${counter}`,
    field === null ? '' : `${words.field} ${field.name[language]}`,
  ];
  return {
    office: unit.name[language],
    point: (centre ?? point.name)[language],
    place: place.filter((part) => part !== '').join('  ·  '),
  };
}
