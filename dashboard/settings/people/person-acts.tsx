import type { NewLink, PersonRow } from '../../../shared/wire/manage-people.ts';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import type { PeopleProps } from './people-page.tsx';

interface PersonActsProps extends Pick<PeopleProps, 'link' | 'ended'> {
  readonly person: PersonRow;
  readonly made: (link: NewLink) => void;
  readonly done: (sentence: string) => void;
}

/** A forgotten password, a lost phone, somebody who has left or comes back. */
export function PersonActs({ person, link, ended, made, done }: PersonActsProps) {
  const { people, language } = usePeopleWords();
  const words = people.person;
  const { id, name, closed, secondFactor, signedIn } = person;
  return (
    <section class="person-acts">
      <h2>{words.acts}</h2>
      <div class="acts">
        {closed ? (
          <ConfirmAct
            open={words.reopen.open}
            what={<p>{words.reopen.what}</p>}
            go={words.reopen.go}
            send={() => link.act(id, 'reopen')}
            done={() => done(words.reopen.done)}
            ended={ended}
          />
        ) : (
          <>
            <ConfirmAct
              open={words.password.open}
              what={<p>{words.password.what}</p>}
              go={words.password.go}
              send={() => link.passwordLink(id)}
              done={made}
              ended={ended}
            />
            {secondFactor && (
              <ConfirmAct
                open={words.factor.open}
                what={<p>{words.factor.what}</p>}
                go={words.factor.go}
                send={() => link.act(id, 'second-factor')}
                done={() => done(words.factor.done)}
                ended={ended}
                danger
              />
            )}
            <ConfirmAct
              open={words.close.open}
              what={
                <>
                  <p>{words.close.what(name)}</p>
                  <p class={signedIn > 0 ? 'hold-on' : undefined}>
                    {signedIn > 0 ? words.close.now(writeCount(signedIn, language)) : words.close.nowhere}
                  </p>
                </>
              }
              go={words.close.go}
              send={() => link.act(id, 'close')}
              done={() => done(words.close.done)}
              ended={ended}
              danger
            />
          </>
        )}
      </div>
    </section>
  );
}
