import * as v from 'valibot';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { type Settings, SettingsAnswerSchema, SettingsSchema } from '../../shared/wire/device.ts';
import { readReply } from './reply.ts';
import type { ServerApi } from './server-api.ts';
import { recall, type Shelf } from './shelf.ts';

/** Who this device is: its token, its settings and the questionnaire they name, all kept for a day without network. */
export interface Enrolment {
  readonly token: string;
  readonly settings: Settings;
  readonly questionnaire: Questionnaire;
}

/**
 * What tells a questionnaire from anything else. It stands for the whole document, which the server has judged when
 * it was published: a published version never changes.
 */
const DocumentSchema = v.object({
  schema: v.picklist([1]),
  id: v.string(),
  version: v.number(),
  areas: v.array(v.object({ code: v.string() })),
}) as unknown as v.GenericSchema<Questionnaire>;

const TOKEN = 'token';
const SETTINGS = 'settings';
const questionnaireName = ({ questionnaire: { id, version } }: Pick<Settings, 'questionnaire'>) =>
  `questionnaire ${id} ${version}`;

/** What is stored; undefined when the device is not enrolled or its questionnaire has not come yet. */
export async function recallEnrolment(shelf: Shelf): Promise<Enrolment | undefined> {
  const [token, settings] = await Promise.all([
    recall(shelf, TOKEN, v.string()),
    recall(shelf, SETTINGS, SettingsSchema),
  ]);
  if (token === undefined || settings === undefined) return undefined;
  const questionnaire = await recall(shelf, questionnaireName(settings), DocumentSchema);
  return questionnaire && { token, settings, questionnaire };
}

export async function recallToken(shelf: Shelf): Promise<string | undefined> {
  return recall(shelf, TOKEN, v.string());
}

/** What the server answered at enrolment; the token comes last, because whoever has it counts as enrolled. */
export async function keepEnrolled(
  shelf: Shelf,
  { token, settings }: Pick<Enrolment, 'token' | 'settings'>,
): Promise<void> {
  await shelf.write(SETTINGS, settings);
  await shelf.write(TOKEN, token);
}

export async function recallSettings(shelf: Shelf): Promise<Settings | undefined> {
  return recall(shelf, SETTINGS, SettingsSchema);
}

/** From the shelf, else from the server; kept there once it has come. */
export async function fetchQuestionnaire(
  api: ServerApi,
  shelf: Shelf,
  settings: Pick<Settings, 'questionnaire'>,
): Promise<Questionnaire | undefined> {
  const { id, version } = settings.questionnaire;
  const known = await recall(shelf, questionnaireName(settings), DocumentSchema);
  if (known) return known;
  const path = `/api/v1/questionnaires/${encodeURIComponent(id)}/${version}`;
  const document = readReply(DocumentSchema, await api.get(path));
  if (document?.id !== id || document.version !== version) return undefined;
  await shelf.write(questionnaireName(settings), document);
  return document;
}

export interface Refreshed {
  readonly enrolment: Enrolment;
  /** The server's clock in its answer. */
  readonly serverNowMs: number;
}

/** Asks for the settings of today; what cannot be had leaves everything as it was. */
export async function refreshEnrolment(
  api: ServerApi,
  shelf: Shelf,
  token: string,
): Promise<Refreshed | undefined> {
  const answer = readReply(SettingsAnswerSchema, await api.get('/api/v1/device'));
  if (!answer) return undefined;
  const { settings, now } = answer;
  // Settings without their questionnaire would leave the device unable to ask: it comes first.
  const questionnaire = await fetchQuestionnaire(api, shelf, settings);
  if (!questionnaire) return undefined;
  await shelf.write(SETTINGS, settings);
  return { enrolment: { token, settings, questionnaire }, serverNowMs: now };
}
