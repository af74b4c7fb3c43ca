import { isStale, sayRefusal } from '../../text/say-refusal.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import { KeyPad } from './key-pad.tsx';
import type { Sending, Sent } from './key-pad.tsx';
import type { PaperPageProps } from './paper-link.ts';
import { useKeying } from './use-keying.ts';

/** The second entry of one form, keyed like the first, without showing what that was. */
export function SecondPage(props: PaperPageProps & { readonly id: string; readonly number: number }) {
  const { id, number, link, go, moved, ended, setSaid } = props;
  const { paper, words } = usePaperWords();
  const keying = useKeying(link, id, null, ended);

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
    <main id="main" class="manage paper-forms">
      <SettingsHead
        title={paper.keying.titleSecond(String(number))}
        moved={moved}
        go={() => go({ kind: 'paper', id })}
        back={{ kind: 'paper', name: paper.keying.back }}
      />
      {keying === null && (
        <p class="notice" role="status">
          {paper.loading}
        </p>
      )}
      {keying !== null && 'kind' in keying && (
        <p class="notice warning">{isStale(keying) ? paper.keying.closed : sayRefusal(keying, words)}</p>
      )}
      {keying !== null && !('kind' in keying) && (
        <KeyPad keying={keying} mayBeUnusable={false} first={null} send={send} />
      )}
    </main>
  );
}
