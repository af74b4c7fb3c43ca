import { html } from 'hono/html';
import { axisFloor } from '../../shared/axis-floor.ts';
import { periodName } from '../../shared/period-name.ts';
import { readPeriod, writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { writePhone } from '../../shared/vietnam-phone.ts';
import type { PointsChange, ServedFigure } from '../../shared/wire/overview.ts';
import { reportEn } from '../reports/report-words-en.ts';
import { reportVi } from '../reports/report-words-vi.ts';
import { writeBounds, writeForms, writeFromTo, writeShare, writeTenths } from '../reports/write-figure.ts';
import { writeLimits, writeMethod } from '../reports/write-method-line.ts';
import type { Unit } from '../store/organisation.ts';
import type { StoredReply } from '../store/replies.ts';
import { framePage, type Html, LICENCE, WORDS } from './page-frame.ts';
import { PUBLIC_GROUPS, type PublicGroup, type PublicQuarter, type PublicResults } from './public-results.ts';
import { trendPicture } from './trend-picture.ts';

/** Names of ways and forms are those of the reports. */
const REPORT = { vi: reportVi, en: reportEn } as const;

/** What one reads of a unit on its public page. */
export interface ShownUnit {
  readonly unit: Unit;
  readonly results: PublicResults;
  /** Of the unit itself, the newest first. */
  readonly replies: readonly StoredReply[];
  /** Digits; undefined where it shows none. */
  readonly contact: string | undefined;
}

export const pathOf = (unit: string): string => `/public/${encodeURIComponent(unit)}`;

/** The page of a unit: the two percentages first, with all that must stand beside them. */
export function resultsPage(shown: ShownUnit, language: Language): Html {
  const { unit, results } = shown;
  const words = WORDS[language];
  const [first, ...others] = results.forms;
  const newest = first?.quarters[0];
  return framePage({
    language,
    tree: unit.tree,
    title: words.title(unit.name[language]),
    lead: newest ? `${periodName(newest.period.id, language)} (${writeFromTo(newest.period)})` : words.none,
    path: pathOf(unit.id),
    body: html`${first ? formSection(first, language, others.length > 0) : ''}
${repliesSection(shown, language)}
${others.map((one) => otherForm(one, language))}
${dataSection(shown, language)}
${rulesSection(shown, language)}`,
  });
}

type OfForm = PublicResults['forms'][number];

/** The two percentages of the newest quarter, and what belongs beside them. */
function newestQuarter({ form, quarters }: OfForm, language: Language, isNamed: boolean): Html {
  const words = WORDS[language];
  const [newest, before] = [quarters[0]!, quarters[1]?.period.id];
  const behind = isNamed ? `, ${words.formSections[form]}` : '';
  return html`<h2>${words.results} ${periodName(newest.period.id, language)}${behind}</h2>
<div class="pair">${PUBLIC_GROUPS.map((group) => headline(newest, group, before, language))}</div>
${channelLine(newest, language)}
<p class="quiet">${writeMethod(newest.method, language)}</p>`;
}

function formSection(one: OfForm, language: Language, isNamed: boolean): Html {
  const words = WORDS[language];
  const { quarters } = one;
  const floor = axisFloor(
    quarters.flatMap(({ figures }) => [figures.I, figures.II].flatMap((figure) => figure ?? [])),
  );
  return html`${newestQuarter(one, language, isNamed)}
<h2>${words.trend}</h2>
<div class="pair">${PUBLIC_GROUPS.map((group) => {
    const name = words.shortGroups[group];
    return html`<figure class="sheet"><figcaption>${name}</figcaption>${trendPicture(quarters, group, floor, words.trendOf(name), language)}</figure>`;
  })}</div>
<p class="quiet">${words.trendHelp}</p>
${quarterTable(one, language)}`;
}

/** A second form has its figures and their table: forms are never added up, and two pictures would be compared. */
const otherForm = (one: OfForm, language: Language): Html =>
  html`${newestQuarter(one, language, true)}${quarterTable(one, language)}`;

function headline(
  { figures, changes, method }: PublicQuarter,
  group: PublicGroup,
  before: string | undefined,
  language: Language,
): Html {
  const words = WORDS[language];
  const figure = figures[group];
  if (!figure) {
    return html`<section class="sheet"><h3>${words.groups[group]}</h3><p class="big bare">${words.withheld}</p><p class="quiet">${words.withheldWhy}</p></section>`;
  }
  return html`<section class="sheet"><h3>${words.groups[group]}</h3>
<p class="${figure.grey ? 'big few' : 'big'}">${writeShare(figure.percent, language)}</p>
<p class="statistic">${words.statistics[method.statistic]}</p>
<p class="beside"><span>${words.interval}: <b>${writeBounds(figure, language)}</b></span><b>${words.forms(writeForms(figure.n, language))}</b></p>
${figure.grey ? html`<p class="quiet">${words.few}</p>` : ''}
${before === undefined ? '' : html`<p class="change">${words.change.since(periodName(before, language))}: ${sayChange(changes[group], language)}</p>`}
</section>`;
}

function sayChange(change: PointsChange | null, language: Language): string {
  const { change: words } = WORDS[language];
  if (!change) return words.none;
  const { points, state } = change;
  const moved =
    points === 0 ? words.same : words[points > 0 ? 'up' : 'down'](writeTenths(Math.abs(points), language));
  return `${moved} – ${state === 'not-clear' ? words.unclear : words.clear}`;
}

function channelLine({ channels }: PublicQuarter, language: Language): Html | '' {
  if (channels.length === 0) return '';
  const words = WORDS[language];
  const list = channels.map(({ channel, valid }) => {
    const number = valid === null ? words.channelHidden : writeForms(valid, language);
    return `${REPORT[language].channels[channel]}: ${number}`;
  });
  return html`<p class="quiet">${words.channels} – ${list.join('; ')}.</p>`;
}

function quarterTable({ form, quarters }: OfForm, language: Language): Html {
  const words = WORDS[language];
  const cell = (figure: ServedFigure | null) =>
    figure
      ? html`<td><b${figure.grey ? html` class="few"` : ''}>${writeShare(figure.percent, language)}</b><span>${writeBounds(figure, language)}</span><span>${words[figure.grey ? 'fewForms' : 'forms'](writeForms(figure.n, language))}</span></td>`
      : html`<td>${words.withheld}</td>`;
  return html`<table class="quarters"><caption>${words.table(words.formSections[form])}</caption>
<thead><tr><th scope="col">${words.quarter}</th>${PUBLIC_GROUPS.map((group) => html`<th scope="col">${words.shortGroups[group]}</th>`)}</tr></thead>
<tbody>${quarters.map(
    ({ period, figures, isAlike }, at) =>
      html`<tr><th scope="row">${periodName(period.id, language)}<span class="days"><i>${writeDay(period.from)}–</i><i>${writeDay(period.to)}</i></span>${at < quarters.length - 1 && !isAlike ? html`<span>${words.newVersion}</span>` : ''}</th>${PUBLIC_GROUPS.map((group) => cell(figures[group]))}</tr>`,
  )}</tbody></table>`;
}

function repliesSection({ replies }: ShownUnit, language: Language): Html {
  const words = WORDS[language];
  return html`<h2>${words.replies}</h2>
${
  replies.length === 0
    ? html`<p>${words.noReplies}</p>`
    : html`<ul class="replies">${replies.map((reply) => {
        const said = (language === 'en' && reply.en) || reply.vi;
        const lang = said === reply.vi && language === 'en' ? 'vi' : language;
        const period = readPeriod(reply.period);
        return html`<li class="sheet"><dl lang="${lang}"><dt>${WORDS[lang].said}</dt><dd>${said.said}</dd><dt>${WORDS[lang].did}</dt><dd>${said.did}</dd></dl><p class="quiet">${period ? `${periodName(period.id, language)} (${writeFromTo(period)})` : ''}</p></li>`;
      })}</ul>`
}`;
}

function dataSection({ unit }: ShownUnit, language: Language): Html {
  const words = WORDS[language];
  const path = pathOf(unit.id);
  return html`<h2>${words.data}</h2>
<p class="row"><a href="${path}/data.csv">${words.csv}</a> <a href="${path}/data.json">${words.json}</a> <a href="${path}/dictionary${language === 'en' ? '?lang=en' : ''}">${words.dictionary}</a></p>
${licenceLine(unit, language)}`;
}

export function licenceLine(unit: Unit, language: Language): Html {
  const words = WORDS[language];
  return html`<p class="quiet">${words.licence(unit.name[language])} <a href="${LICENCE.address}" rel="license noreferrer">${words.licenceName}</a>.</p>`;
}

function rulesSection({ results, contact }: ShownUnit, language: Language): Html {
  const words = WORDS[language];
  return html`<h2>${words.rules}</h2>
<p>${words.threshold}</p>
<p>${writeLimits(language)}</p>
<p>${contact === undefined ? '' : `${words.contact(writePhone(contact))}. `}${words.read(writeDay(results.day))} ${words.visitors}</p>`;
}
