import { localDay } from '../../shared/period.ts';
import { OVERALL, type Questionnaire, type Text } from '../../shared/questionnaire.ts';
import { allItems, drawExpress, type Rests } from '../../shared/rotation.ts';
import type { PhonePage, PhoneVisit } from '../../shared/wire/phone-visit.ts';
import type { Deps } from '../deps.ts';
import { campaignsAsked } from '../campaigns-asked.ts';
import { placeOf } from '../place-of.ts';
import { shownRepliesAt } from '../shown-replies-at.ts';
import type { WayIn } from '../store/organisation.ts';
import { questionnaireOf } from '../store/questionnaires.ts';

/**
 * Draws for phones, which keep nothing: one set of blocks per code or batch of tickets, in memory. A restart begins new blocks,
 * which costs an item at most one extra drawing.
 */
export function createPhoneVisits(deps: Pick<Deps, 'store' | 'random' | 'clock'>) {
  const restsOf = new Map<string, Rests>();
  return async (way: WayIn, name: string, channel: 'qr' | 'ticket'): Promise<PhoneVisit | undefined> => {
    const day = localDay(deps.clock());
    const [campaign] = await campaignsAsked(deps.store.read, way, [day]);
    const where = campaign && { ...way, campaign: campaign.id, channel, day };
    const place = where && (await placeOf(deps.store.read, where));
    const named = place?.questionnaire;
    const questionnaire = named && (await questionnaireOf(deps.store.read, named.id, named.version));
    if (!place || !questionnaire) return undefined;
    // one: the first question must come over a thin line
    const [reply] = await shownRepliesAt(deps.store.read, place.unit.id);
    const items = place.form === 'full' ? allItems(questionnaire) : draw(name, questionnaire);
    return {
      place,
      questionnaire: only(questionnaire, items, place.unit.kind),
      items,
      now: deps.clock(),
      languages: ['vi', 'en'],
      ...(reply && { reply }),
    };
  };

  function draw(name: string, questionnaire: Questionnaire): readonly number[] {
    const { items, rests } = drawExpress(questionnaire, restsOf.get(name), deps.random);
    restsOf.set(name, rests);
    return items;
  }
}

const UNSAID: Text = { vi: '', en: '' };

/**
 * What a phone says of a questionnaire: some items, whose texts and weights stay as they are, and the words for its kind
 * of unit. Names of areas and factors and what the document says about itself are for reports: a thin line carries none.
 */
export function only(questionnaire: Questionnaire, items: readonly number[], kind: string): Questionnaire {
  const wanted = new Set(items.filter((number) => number !== OVERALL));
  const areas = questionnaire.areas.map((area) => ({
    ...area,
    name: UNSAID,
    short: UNSAID,
    factors: area.factors
      .map(({ code, items: all }) => ({
        code,
        name: UNSAID,
        short: UNSAID,
        items: all.filter((item) => wanted.has(item.number)),
      }))
      .filter((factor) => factor.items.length > 0),
  }));
  const { places } = questionnaire;
  const words = places[kind];
  return {
    ...questionnaire,
    title: UNSAID,
    source: UNSAID,
    areas: areas.filter((area) => area.factors.length > 0),
    express: { blocks: [] },
    places: words ? { [kind]: words } : places,
  };
}

const ROOT = '<div id="app"></div>';
const DATA = '<script type="application/json" id="visit">null</script>';
const SCRIPTS = /<noscript>[\s\S]*?<\/noscript>|<script[\s\S]*?<\/script>/g;

/**
 * Puts the first screen and its data into the built page: it is read before any script has come. Where one only chooses an
 * office there is no script at all. `<` is written so that no text of a unit can end the script element.
 */
export function fillPhonePage(page: string, data: PhonePage, firstScreen: string): string {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const isStill = 'offices' in data;
  return (isStill ? page.replace(SCRIPTS, '') : page)
    .replace(ROOT, () => ROOT.replace('><', () => `>${firstScreen}<`))
    .replace(DATA, () => DATA.replace('null', () => json));
}
