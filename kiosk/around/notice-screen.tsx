import { Heading } from '../parts/heading.tsx';
import { NoticeText } from '../parts/notice.tsx';
import type { NoticeWords } from '../../shared/text/words.ts';

/** The privacy notice, one tap away from the attract screen. */
export function NoticeScreen(props: {
  readonly words: NoticeWords;
  readonly unit: string;
  readonly onClose: () => void;
}) {
  const { words } = props;
  return (
    <main class="plain notice">
      <Heading text={words.noticeTitle} />
      <NoticeText words={words} unit={props.unit} />
      <button type="button" class="primary" onClick={props.onClose}>
        {words.close}
      </button>
    </main>
  );
}
