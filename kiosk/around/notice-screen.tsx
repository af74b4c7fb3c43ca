import { Heading } from '../parts/heading.tsx';
import { type NoticeProps, NoticeText } from '../parts/notice.tsx';

/** The privacy notice, one tap away from the attract screen. */
export function NoticeScreen({ onClose, ...notice }: NoticeProps & { readonly onClose: () => void }) {
  const { words } = notice;
  return (
    <main class="plain notice">
      <Heading text={words.noticeTitle} />
      <NoticeText {...notice} />
      <button type="button" class="primary" onClick={onClose}>
        {words.close}
      </button>
    </main>
  );
}
