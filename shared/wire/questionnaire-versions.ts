import * as v from 'valibot';
import type { Relation, Text, VersionName } from '../questionnaire.ts';
import { type Draft, DraftSchema } from '../questionnaire-draft.ts';
import type { GroupBreak } from '../version-breaks.ts';
import type { CampaignState } from './campaign-requests.ts';
import { idField } from './day-field.ts';

/** Versions of the questionnaire: what managers' pages ask of the server. */

const edition = v.pipe(v.number(), v.integer(), v.minValue(1));

/** `POST /api/v1/questionnaire-drafts` → `DraftView`: a new version, made from a published one. */
export const NewDraftSchema = v.strictObject({
  base: v.strictObject({ id: idField, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
});

/** `PUT /api/v1/questionnaire-drafts/ID` → `DraftView`. `edition`: of the draft that was read; of another one nothing is taken. */
export const SaveDraftSchema = v.strictObject({ edition, draft: DraftSchema });

/** `POST /api/v1/questionnaire-drafts/ID/publish` → `VersionName`; `invalid` names what is missing as `judgeDraft` does. */
export const PublishSchema = v.strictObject({ edition });

/** `POST /api/v1/questionnaires/ID/VERSION/retire` → `QuestionnaireList`; false lets it be chosen again. */
export const RetireSchema = v.strictObject({ isRetired: v.boolean() });

export interface VersionCampaign {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  readonly state: CampaignState;
}

export interface VersionRow extends VersionName {
  readonly title: Text;
  /** It comes with the program. */
  readonly isShipped: boolean;
  /** Local days; null = with the program; not retired. */
  readonly published: string | null;
  readonly retired: string | null;
  /** Of the document's bytes. */
  readonly sha256: string;
  readonly items: number;
  readonly former: VersionName | null;
  /** What its items have to do with those of the version that it was made from. */
  readonly changes: Readonly<Record<Relation | 'new' | 'dropped', number>> | null;
  /** Whether figures of both can be laid beside each other, by factor, area and all. */
  readonly breaks: readonly { readonly group: string; readonly state: GroupBreak }[];
  /** Campaigns of the scope, and those above that hold in it. */
  readonly campaigns: readonly VersionCampaign[];
}

export interface DraftRow {
  readonly id: string;
  readonly base: VersionName;
  readonly title: Text;
  readonly changed: string;
  readonly by: string | null;
}

/** `GET /api/v1/questionnaires`; drafts only where they may be changed: at the top of a tree. */
export interface QuestionnaireList {
  readonly mayChange: boolean;
  readonly versions: readonly VersionRow[];
  readonly drafts: readonly DraftRow[];
}

/** What a language pack says of what is asked, and how much of it stays true. */
export interface DraftLanguage {
  readonly code: string;
  readonly name: string;
  readonly isEnabled: boolean;
  /** Texts of the new version, and how many of them the pack has already because their Vietnamese is the same. */
  readonly texts: number;
  readonly kept: number;
  /** By key, `item-31-full`: what speakers read today. */
  readonly says: Readonly<Record<string, string>>;
}

/** `GET /api/v1/questionnaire-drafts/ID` */
export interface DraftView {
  readonly id: string;
  readonly base: VersionName;
  readonly edition: number;
  readonly draft: Draft;
  /** The highest number that an item of any version here has. */
  readonly usedNumber: number;
  /** What the version will be called. */
  readonly next: VersionName;
  readonly languages: readonly DraftLanguage[];
}
