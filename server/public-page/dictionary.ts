import { html } from 'hono/html';
import type { Language } from '../../shared/questionnaire.ts';
import { MIN_N } from '../../shared/score.ts';
import { writeLimits } from '../reports/write-method-line.ts';
import { COLUMNS } from './open-data.ts';
import { framePage, type Html, LICENCE, WORDS } from './page-frame.ts';
import { licenceLine, pathOf, type ShownUnit } from './results-page.ts';

/** What the columns of the open data mean: for people, and as a data package that programs read. */

const SAYS = {
  vi: {
    title: (unit: string) => `Từ điển dữ liệu: ${unit}`,
    lead: 'Ý nghĩa của từng cột trong bảng data.csv và data.json.',
    back: 'Về trang kết quả',
    machine: 'Từ điển cho máy đọc (Data Package)',
    columns: ['Cột', 'Ý nghĩa', 'Đơn vị, giá trị'],
    units: { '%': '%', forms: 'phiếu', 'percentage points': 'điểm phần trăm' } as Readonly<
      Record<string, string>
    >,
    caption: 'Các cột',
    format: `Mỗi dòng là một quý, một loại phiếu, một nội dung. Tệp CSV dùng UTF-8, dấu phẩy ngăn cột, dấu chấm thập phân. Ngưỡng công bố: ${MIN_N} phiếu.`,
  },
  en: {
    title: (unit: string) => `Data dictionary: ${unit}`,
    lead: 'What each column of data.csv and data.json means.',
    back: 'Back to the results',
    machine: 'The dictionary for machines (Data Package)',
    columns: ['Column', 'Meaning', 'Unit, values'],
    units: {} as Readonly<Record<string, string>>,
    caption: 'The columns',
    format: `A row is one quarter, one form, one area. The CSV file is UTF-8, with commas between columns and decimal points. Threshold: ${MIN_N} forms.`,
  },
} as const;

export function dictionaryPage(shown: ShownUnit, language: Language): Html {
  const { unit } = shown;
  const says = SAYS[language];
  const path = pathOf(unit.id);
  const [column, meaning, values] = says.columns;
  return framePage({
    language,
    tree: unit.tree,
    title: says.title(unit.name[language]),
    lead: says.lead,
    path: `${path}/dictionary`,
    body: html`<p class="row"><a href="${path}${language === 'en' ? '?lang=en' : ''}">${says.back}</a> <a href="${path}/data.csv">${WORDS[language].csv}</a> <a href="${path}/data.json">${WORDS[language].json}</a> <a href="${path}/dictionary.json">${says.machine}</a></p>
<p>${says.format}</p>
<table class="fields"><caption>${says.caption}</caption><thead><tr><th scope="col">${column}</th><th scope="col">${meaning}</th><th scope="col">${values}</th></tr></thead>
<tbody>${COLUMNS.map((one) => {
      const unitOf = one.unit === undefined ? [] : [says.units[one.unit] ?? one.unit];
      return html`<tr><th scope="row"><code>${one.name}</code></th><td>${one[language]}</td><td>${[...unitOf, ...(one.values ?? [])].join(', ')}</td></tr>`;
    })}</tbody></table>
<p>${writeLimits(language)}</p>
${licenceLine(unit, language)}`,
  });
}

/** By https://specs.frictionlessdata.io/tabular-data-package/ (version 1), with the Vietnamese words beside. */
export function dataPackage({ unit, results }: ShownUnit): unknown {
  return {
    profile: 'tabular-data-package',
    name: `satisfaction-${unit.id.toLowerCase().replace(/[^a-z0-9._-]/g, '-')}`,
    title: WORDS.en.title(unit.name.en),
    title_vi: WORDS.vi.title(unit.name.vi),
    description: [WORDS.en.marks[unit.tree], WORDS.en.threshold, writeLimits('en')].filter(Boolean).join(' '),
    description_vi: [WORDS.vi.marks[unit.tree], WORDS.vi.threshold, writeLimits('vi')]
      .filter(Boolean)
      .join(' '),
    created: results.day,
    licenses: [
      {
        name: LICENCE.id,
        path: LICENCE.address,
        title: WORDS.en.licenceName,
      },
    ],
    contributors: [{ title: unit.name.vi, role: 'publisher' }],
    threshold: MIN_N,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'results',
        path: 'data.csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: COLUMNS.map(
            ({ name, type, unit: measured, vi, en, values, minimum, maximum, isOptional }) => ({
              name,
              type,
              title: en,
              title_vi: vi,
              ...(measured !== undefined && { unit: measured }),
              constraints: {
                required: isOptional !== true,
                ...(values && { enum: values }),
                ...(minimum !== undefined && { minimum }),
                ...(maximum !== undefined && { maximum }),
              },
            }),
          ),
          missingValues: [''],
          primaryKey: ['unit_id', 'period', 'form', 'group'],
        },
      },
    ],
  };
}
