import type { VNode } from 'preact';
import { PREVIEW_QUERY, PREVIEW_READY, readPreview } from '../../shared/draft-preview.ts';
import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import type { Visit } from '../visit/visit-states.ts';
import { render } from '../draw.ts';
import { makeState, place } from './make-state.ts';
import { type Address, addressIn, type Device, type Scene, sceneOf } from './scenes.ts';

/** One screen, still: it stands as the visit left it, no time runs and touching it does nothing. */
export interface Frame {
  readonly device: Device;
  /** What is shown without an address, or with one that nobody knows. */
  readonly usual: string;
  readonly draw: (shown: Shown) => VNode;
}
export interface Shown extends Address {
  readonly scene: Scene;
  readonly state: Visit;
  readonly questionnaire: Questionnaire;
}

async function loadQuestionnaire(): Promise<Questionnaire> {
  const { id, version } = place.questionnaire;
  const answer = await fetch(`/api/v1/questionnaires/${id}/${version}`);
  return (await answer.json()) as Questionnaire;
}

export async function showInFrame({ device, usual, draw }: Frame): Promise<void> {
  const root = document.getElementById('app')!;
  function show(questionnaire: Questionnaire, asked: Address, form: FormKind = 'express'): void {
    const scene = sceneOf(device, asked.name, questionnaire, form);
    const address = scene ? asked : { ...asked, name: usual };
    const shown = scene ?? sceneOf(device, usual, questionnaire, form)!;
    const state = makeState(device, shown, address.language, questionnaire, form);
    render(draw({ ...address, scene: shown, state, questionnaire }), root);
    for (const note of root.querySelectorAll('details')) note.open = shown.note === true;
    document.documentElement.lang = address.language;
    document.title = `${device} ${address.name} ${address.language} ${address.size}`;
    scrollTo(0, 0);
  }
  if (location.search === PREVIEW_QUERY) {
    // a draft is handed over by the page around this one, and by no other
    addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
      if (origin !== location.origin || source !== parent) return;
      const preview = readPreview(data);
      if (!preview) return;
      const { questionnaire, form, language, screen } = preview;
      show(questionnaire, { name: screen, language, size: 'normal' }, form);
    });
    parent.postMessage(PREVIEW_READY, location.origin);
    return;
  }
  const questionnaire = await loadQuestionnaire();
  const showAsked = () => show(questionnaire, addressIn(location.hash, usual));
  addEventListener('hashchange', showAsked);
  showAsked();
}
