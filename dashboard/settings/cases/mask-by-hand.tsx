import { useId, useRef, useState } from 'preact/hooks';
import type { OneCase } from '../../../shared/wire/followed-cases.ts';
import { isStale, sayRefusal } from '../../text/say-refusal.ts';
import { useCasesWords } from '../../text/use-cases-words.ts';
import type { CasesLink } from './cases-link.ts';

interface MaskByHandProps {
  readonly one: OneCase;
  readonly text: string;
  readonly mayMask: boolean;
  readonly link: CasesLink;
  readonly ended: () => void;
  readonly done: () => void;
  readonly say: (fault: string) => void;
}

/** The masked text, of which a stretch can be selected, by keyboard too, and blacked out. */
export function MaskByHand({ one, text, mayMask, link, ended, done, say }: MaskByHandProps) {
  const { cases: words, words: all } = useCasesWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function mask() {
    const [from, to] = [area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0];
    if (from === to) return say(words.maskNothing);
    if (busy) return;
    setBusy(true);
    const answer = await link.act(one.row.id, { what: 'masked', from, to, acts: one.steps.length });
    setBusy(false);
    if (answer.kind === 'ok') return done();
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    say(isStale(answer) ? words.stale : sayRefusal(answer, all));
  }
  return (
    <div class="field mask-by-hand">
      <label for={id}>{words.words}</label>
      <textarea
        ref={area}
        id={id}
        lang="vi"
        readOnly
        rows={Math.min(8, Math.ceil(text.length / 44) + 1)}
        value={text}
        aria-describedby={mayMask ? `${id}-help` : undefined}
      />
      {mayMask && (
        <>
          <p id={`${id}-help`} class="help">
            {words.maskHelp}
          </p>
          <button type="button" class="quiet-button" aria-disabled={busy} onClick={() => void mask()}>
            {words.acts.masked}
          </button>
        </>
      )}
    </div>
  );
}
