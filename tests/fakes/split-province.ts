import { newTicket } from '../../server/codes/manage-tickets.ts';
import { hashSecret } from '../../server/secrets.ts';
import { newDevice } from '../../server/set-up.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { addAccount, addLink } from '../../server/store/accounts.ts';
import { addToken } from '../../server/store/stored-tokens.ts';
import { addCases } from '../../server/store/call-cases.ts';
import { raiseAlert } from '../../server/store/raised-alerts.ts';
import { openCase } from '../../server/store/stored-cases.ts';
import { addReply } from '../../server/store/replies.ts';
import { addCampaign } from '../../server/store/campaigns.ts';
import { addImport } from '../../server/store/dossier-imports.ts';
import { putDossiers } from '../../server/store/dossiers.ts';
import { putFinding } from '../../server/store/findings.ts';
import { addServicePoint, addUnit, addWalkUpCode } from '../../server/store/organisation.ts';
import { addPaperBatch } from '../../server/store/paper-batches.ts';
import { addPlan } from '../../server/store/planned-calls.ts';
import { addTickets } from '../../server/store/tickets.ts';
import { typedCode, WALK_UP_CODE_LENGTH } from '../../shared/ids.ts';
import { batchOf, bytesOf, type Office, openOffice } from './office.ts';

/** What can be named at one place: everything of a kind once. */
export interface Place {
  readonly unit: string;
  readonly point: string;
  readonly second: string;
  readonly device: string;
  readonly campaign: string;
  readonly person: string;
  readonly invitation: string;
  readonly code: string;
  /** Of tickets, and one of them. */
  readonly batch: string;
  readonly ticket: string;
  /** Of an import of dossiers. */
  readonly dossiers: string;
  /** A batch of forms on paper. */
  readonly paper: string;
  /** An alert of a low score at `point`. */
  readonly alert: string;
  /** A plan of calls; two more dossiers can be drawn. */
  readonly calls: string;
  /** A case, and what was published of others. */
  readonly followed: string;
  readonly reply: string;
  /** An access code of a program. */
  readonly program: string;
}

/** Stands in every id and name of what lies outside: no answer to an account inside may hold it. */
export const OUTSIDE = 'zz-out';

export interface SplitProvince {
  readonly office: Office;
  readonly inside: Place;
  /** A commune beside it, in the same province. */
  readonly outside: Place;
  /** A commune of another province. */
  readonly foreign: Place;
}

/** Forms that each commune has taken; one more of each is held. */
export const FORMS_TAKEN = 12;

/** A province with two communes, and a third one in another province: the same in each of them. */
export async function openSplitProvince(): Promise<SplitProvince> {
  const office = await openOffice();
  await addPlainUnit(office, `${OUTSIDE}-top`, null);
  return {
    office,
    inside: await addCommune(office, 'in', office.unit),
    outside: await addCommune(office, OUTSIDE, office.unit),
    foreign: await addCommune(office, `${OUTSIDE}-far`, `${OUTSIDE}-top`),
  };
}

const since = { validFrom: '2025-07-01', validTo: null };
const named = (id: string) => ({ vi: `Xã ${id}`, en: `Commune ${id}` });

function addPlainUnit({ store }: Office, id: string, parent: string | null): Promise<void> {
  return store.write((tx) =>
    addUnit(tx, { id, parent, tree: 'real', kind: 'xa', name: named(id), ...since }),
  );
}

async function addCommune(office: Office, mark: string, parent: string): Promise<Place> {
  const { store, random, now } = office;
  const place = {
    unit: `${mark}-u`,
    point: `${mark}-p`,
    second: `${mark}-q`,
    campaign: `${mark}-c`,
    person: `${mark}-person`,
    invitation: `${mark}-invitation`,
    code: typedCode(WALK_UP_CODE_LENGTH, random),
    batch: `${mark}-batch`,
    ticket: newTicket(random),
    dossiers: `${mark}-dossiers`,
    paper: `${mark}-paper`,
    calls: `${mark}-calls`,
    alert: `${mark}-alert`,
    followed: `${mark}-followed`,
    reply: `${mark}-reply`,
    program: `${mark}-program`,
  };
  await addPlainUnit(office, place.unit, parent);
  const method = { questionnaire: 'sp39', version: 1, statistic: 'top2', aggregation: 'pooled' } as const;
  const device = await store.write(async (tx) => {
    for (const id of [place.point, place.second]) {
      const point = { id, unit: place.unit, name: named(id), opening: USUAL_OPENING, fields: [] };
      await addServicePoint(tx, { ...point, ...since });
      await putFinding(tx, { servicePoint: id, halfMonth: '2026-11/1', forms: 40, signs: ['closed'] });
    }
    const alert = { id: place.alert, point: place.point, halfDay: '2026-11-19PM' };
    await raiseAlert(tx, { ...alert, measure: 'overall', line: 80 });
    // one that holds here, and a planned one of the place itself
    const dates = { starts: '2025-07-01', ends: '2027-12-14' };
    await addCampaign(tx, { id: `${mark}-now`, unit: place.unit, name: named(mark), ...method, ...dates });
    const later = { starts: '2027-12-15', ends: '2028-12-14' };
    await addCampaign(tx, { id: place.campaign, unit: place.unit, name: named(mark), ...method, ...later });
    const way = { servicePoint: place.point, field: null, campaign: `${mark}-now`, counter: null };
    await addWalkUpCode(tx, { ...way, code: place.code });
    const batch = { id: place.batch, note: mark, made: '2026-11-20', expires: '2026-11-27' };
    await addTickets(tx, { ...way, ...batch }, [hashSecret(place.ticket)]);
    const covers = { from: '2026-11', to: '2026-11' };
    const counts = { added: 1, changed: 0, same: 0, left: 0, points: [place.point] };
    const taken = { id: place.dossiers, unit: place.unit, account: null, sha256: mark, day: '2026-11-20' };
    await addImport(tx, { ...taken, ...counts, kind: 'list', covers });
    await addPaperBatch(tx, {
      id: place.paper,
      servicePoint: place.point,
      campaign: `${mark}-now`,
      field: null,
      questionnaire: 'sp39',
      version: 1,
      form: 'full',
      language: 'vi',
      halfMonth: '2026-11/2',
      note: mark,
      sets: [Array.from({ length: 40 }, (_, i) => i)],
      made: '2026-11-20',
      printed: 10,
    });
    const dossiers = Array.from({ length: 3 }, (_, i) => ({
      point: place.point,
      code: `${mark}-${i}`,
      field: 'ht',
      procedure: null,
      authority: null,
      counter: null,
      received: '2026-11-02',
      due: '2026-11-10',
      returned: '2026-11-09',
      phone: { key: `${mark}-${i}`, number: office.keys.lock(`091200000${i}`) },
      suppressed: false,
    }));
    const numbers = new Set(dossiers.map(({ phone }) => phone.key));
    await putDossiers(tx, place.dossiers, dossiers, { numbers, loose: [] });
    const stratum = {
      point: place.point,
      field: 'ht',
      population: 3,
      noNumber: 0,
      drawnBefore: 0,
      suppressed: 0,
    };
    const plan = { id: place.calls, unit: place.unit, campaign: `${mark}-now`, queue: 'sample' as const };
    const asked = { from: '2026-11-01', to: '2026-11-20', wanted: 1, seed: mark, made: '2026-11-20' };
    const account = place.person;
    await addPlan(tx, { ...plan, ...asked, account, ends: '2026-11-30', closed: null }, [
      { ...stratum, drawn: 1 },
    ]);
    await addCases(tx, plan, [{ id: `${mark}-case`, point: place.point, field: 'ht', dossier: `${mark}-0` }]);
    const seed = { id: place.followed, unit: place.unit, point: place.point, author: null, words: mark };
    await openCase(tx, { ...seed, kind: 'manual', opened: '2026-11-16', due: '2026-12-01' });
    const reply = { id: place.reply, unit: place.unit, period: 'month-2026-11', author: place.person };
    await addReply(tx, { ...reply, vi: { said: mark, did: mark }, en: null, published: '2026-11-20' });
    const { person: id, unit, invitation } = place;
    await addAccount(tx, { id, login: id, name: id, role: 'reader', unit, password: null });
    const program = { id: place.program, name: mark, unit, scopes: ['figures:read'] as const, madeBy: id };
    const days = { made: '2026-11-20', until: '2027-11-20' };
    await addToken(tx, { ...program, ...days, secretSha256: place.program });
    const expires = now + 3_600_000;
    await addLink(tx, { secretSha256: invitation, kind: 'account', subject: unit, expires, role: 'reader' });
    return newDevice(tx, { name: mark, servicePoint: place.point, at: now - 30 * 86_400_000 }, random);
  });
  const tablet = await office.enrolAgain(device);
  const at = { sp: place.point, c: `${mark}-now` };
  const ps = Array.from({ length: FORMS_TAKEN }, () => bytesOf(office, at));
  const body = batchOf(tablet, [...ps, bytesOf(office, { ...at, fd: 'nothing' })]);
  await office.call('/api/v1/batches', { body, token: tablet.token });
  return { ...place, device };
}
