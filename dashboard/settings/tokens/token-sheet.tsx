import { useFirstFocus } from '../../parts/use-first-focus.ts';
import type { NewToken } from '../../../shared/wire/api-tokens.ts';
import type { TokenWords } from '../../text/tokens-vi.ts';
import { CopyField } from '../parts/copy-field.tsx';

interface TokenSheetProps {
  readonly words: TokenWords['made'];
  readonly made: NewToken;
  readonly close: () => void;
}

/** An access code, shown once. */
export function TokenSheet({ words, made: { token, secret, base }, close }: TokenSheetProps) {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <section class="link-sheet">
      <div>
        <h2 tabIndex={-1} ref={heading}>
          {words.title(token.name)}
        </h2>
        <p>{words.told}</p>
        <CopyField
          label={words.label}
          value={secret}
          copy={words.copy}
          copied={words.copied}
          close={close}
          closeWords={words.done}
        />
        <p>
          <b>{words.once}</b>
        </p>
        <p>{words.try}</p>
        <pre>{`curl -H "Authorization: Bearer $SIPAS_CODE" ${base}/units`}</pre>
      </div>
    </section>
  );
}
