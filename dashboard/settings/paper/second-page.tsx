import { sayRefusal } from '../../text/say-refusal.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { KeyPad } from './key-pad.tsx';
import type { Sending, Sent } from './key-pad.tsx';
import { KeyingFrame } from './keying-frame.tsx';
import type { PaperPageProps } from './paper-link.ts';
import { useKeying } from './use-keying.ts';

/** The second entry of one form, keyed like the first, without showing what that was. */
export function SecondPage(props: PaperPageProps & { readonly id: string; readonly number: number }) {
  const { id, number, link, go, ended, setSaid } = props;
  const { paper, words } = usePaperWords();
  const keying = useKeying(link, id, ended);

  async function send(what: Sending): Promise<Sent> {
    if (what.kind !== 'save') return { kept: false, said: '' };
    const answer = await link.second(id, { number, set: what.set, keyed: what.keyed });
    if (answer.kind !== 'ok') {
      if (answer.kind === 'problem' && answer.code === 'no-session') ended();
      return { kept: false, said: `${paper.keying.again} ${sayRefusal(answer, words)}` };
    }
    const differs = answer.value.drawnForms.some(
      (form) => form.number === number && form.state === 'differs',
    );
    setSaid(differs ? null : { text: paper.second.same(String(number)) });
    go({ kind: 'paper', id: differs ? `${id}.paper.${number}` : id });
    return { kept: true, said: '' };
  }

  return (
    <KeyingFrame {...props} title={paper.keying.titleSecond(String(number))} keying={keying}>
      {(ready) => <KeyPad keying={ready} mayBeUnusable={false} first={null} send={send} />}
    </KeyingFrame>
  );
}
