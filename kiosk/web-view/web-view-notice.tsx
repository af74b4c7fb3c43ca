import { useState } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';
import { webViewWords } from '../text/web-view-words.ts';
import { browserAddress } from './browser-address.ts';

/** In place of the page where it would lose what it keeps: the way out, in both languages, since nobody has chosen one. */
export function WebViewNotice({ address }: { readonly address: string }) {
  const { vi, en } = webViewWords;
  const [isCopied, setIsCopied] = useState<boolean | undefined>();
  const intent = browserAddress(address, navigator.userAgent);
  const copy = () =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(address))
      .then(
        () => setIsCopied(true),
        () => setIsCopied(false),
      );
  return (
    <main class="staff">
      <section class="confirm card">
        <Heading text={vi.title} />
        <p>{vi.text}</p>
        <p lang="en">{`${en.title}. ${en.text}`}</p>
        {intent && (
          <p class="ways">
            <a class="primary as-button" href={intent}>
              {vi.open}
            </a>
          </p>
        )}
        <p>{vi.how}</p>
        <p lang="en">{en.how}</p>
        <label class="address">
          <span>{vi.address}</span>
          <input value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
        </label>
        <div class="ways">
          <button type="button" class="secondary" onClick={copy}>
            {vi.copy}
          </button>
        </div>
        <p role="status">{isCopied !== undefined && (isCopied ? vi.copied : vi.notCopied)}</p>
      </section>
    </main>
  );
}
