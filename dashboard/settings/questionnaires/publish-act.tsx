import type { GroupBreak } from '../../../shared/version-breaks.ts';
import type { DraftView } from '../../../shared/wire/questionnaire-versions.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { pageIdOf } from './questionnaires-link.ts';
import type { QuestionnairesProps } from './questionnaires-page.tsx';

interface PublishActProps extends QuestionnairesProps {
  readonly view: DraftView;
  /** Saved, and nothing is missing. */
  readonly isReady: boolean;
  readonly breaks: readonly { readonly group: string; readonly state: GroupBreak }[];
}

/** Asks once, and says what happens then and what does not. */
export function PublishAct({ view, isReady, breaks, link, ended, arrive }: PublishActProps) {
  const { own, words: common, language } = useQuestionnaireWords();
  const words = own.publish;
  if (!isReady) return <p class="note">{words.first}</p>;
  const count = (value: number) => writeCount(value, language);
  const stateOf = (code: string) =>
    own.breaks.states[breaks.find(({ group }) => group === code)?.state ?? 'changed'];
  const packs = view.languages.map(({ name, kept, texts }) => words.keeps(name, count(kept), count(texts)));
  return (
    <ConfirmAct
      primary
      open={words.open}
      what={
        <>
          {words.what.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>
            {common.policyShort}: {stateOf('I')}. {common.serviceShort}: {stateOf('II')}.
          </p>
          {packs.length > 0 && <p>{words.languages(packs.join('; '))}</p>}
        </>
      }
      go={words.go}
      send={() => link.publish(view)}
      done={(version) => arrive(pageIdOf(version), words.done(own.nameOf(version)))}
      ended={ended}
      staleWords={own.draft.stale}
    />
  );
}
