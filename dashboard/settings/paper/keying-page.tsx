import { useRef, useState } from 'preact/hooks';
import { uuid4 } from '../../../shared/ids.ts';
import type { PaperBatchView } from '../../../shared/wire/paper.ts';
import type { Answer } from '../../server-link.ts';
import { isStale, sayRefusal } from '../../text/say-refusal.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { KeyPad } from './key-pad.tsx';
import { KeyingFrame } from './keying-frame.tsx';
import type { Sending, Sent } from './key-pad.tsx';
import type { PaperPageProps } from './paper-link.ts';
import { lastSent } from './last-sent.ts';
import { useKeying } from './use-keying.ts';

const newId = () => uuid4((length) => crypto.getRandomValues(new Uint8Array(length)));

/** Keying a batch, form after form. */
export function KeyingPage(props: PaperPageProps & { readonly id: string }) {
  const { id, link, ended } = props;
  const { paper, words, language } = usePaperWords();
  const keying = useKeying(link, id, ended, lastSent.of);
  const [batch, setBatch] = useState<PaperBatchView | null>(null);
  // one id for one form, until the server has it: sent twice, it counts once
  const form = useRef(newId());

  async function send(what: Sending): Promise<Sent> {
    await lastSent.set(id, form.current);
    const own = form.current;
    let answer: Answer<{ readonly batch: PaperBatchView; readonly number: number | null }>;
    if (what.kind === 'save') answer = await link.form(id, { id: own, set: what.set, keyed: what.keyed });
    else {
      const counted = await link.unusable(id, { id: own, why: what.why });
      answer =
        counted.kind === 'ok' ? { kind: 'ok', value: { batch: counted.value, number: null } } : counted;
    }
    if (answer.kind !== 'ok') {
      if (answer.kind === 'problem' && answer.code === 'no-session') ended();
      const why = isStale(answer) ? paper.keying.closed : sayRefusal(answer, words);
      return { kept: false, said: `${paper.keying.again} ${why}` };
    }
    await lastSent.clear(id);
    form.current = newId();
    setBatch(answer.value.batch);
    const said = what.kind === 'save' ? paper.keying.saved : paper.keying.counted;
    return { kept: true, said, number: answer.value.number };
  }

  const ready = keying !== null && !('kind' in keying) ? keying : null;
  const shown = batch ?? ready?.batch ?? null;
  const before = ready?.last;
  const first = before && {
    said: before.isKept ? paper.keying.lastKept : paper.keying.lastLost,
    number: before.number,
  };
  const count = shown && (
    <p class="key-count">
      {paper.keying.done(writeCount(shown.returned, language), writeCount(shown.printed, language))}
    </p>
  );
  return (
    <KeyingFrame {...props} title={paper.keying.title(id)} keying={keying} head={count}>
      {(begun) => <KeyPad keying={begun} mayBeUnusable first={first ?? null} send={send} />}
    </KeyingFrame>
  );
}
