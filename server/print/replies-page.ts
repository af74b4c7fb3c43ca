import type { Language } from '../../shared/questionnaire.ts';
import type { ReplyWords } from '../../shared/wire/followed-cases.ts';
import { A4, asPdf } from './pdf-page.ts';
import { fitted, GREY, head, RED } from './print-parts.ts';
import { printWords } from './print-words.ts';

/** What people said and what was done, as a poster: plain data, because it goes to a thread of its own. */
export interface RepliesSheet {
  readonly kind: 'replies';
  readonly language: Language;
  readonly office: string;
  readonly isTrial: boolean;
  readonly replies: readonly (ReplyWords & {
    /** Days of the period, as people read them. */
    readonly days: string;
  })[];
}

const WORDS = {
  vi: {
    title: 'Góp ý – đã xử lý',
    lead: 'Cảm ơn Ông/Bà đã góp ý. Dưới đây là những gì chúng tôi đã nghe và đã làm.',
    said: 'Ông/Bà góp ý',
    did: 'Chúng tôi đã làm',
    days: 'Góp ý nhận được trong thời gian',
    foot: 'Góp ý không ghi tên. Xin quét mã tại quầy hoặc chạm vào máy tính bảng để góp ý tiếp.',
  },
  en: {
    title: 'You said – we did',
    lead: 'Thank you for your remarks. This is what we heard and what we have done.',
    said: 'You said',
    did: 'We did',
    days: 'From remarks received',
    foot: 'No name is taken. Scan the code at the counter or touch the tablet to tell us more.',
  },
} as const;

/** A poster, A4: read from two steps away. */
export function drawReplies(sheet: RepliesSheet): Promise<Buffer> {
  const { language, office, isTrial } = sheet;
  const words = WORDS[language];
  const code = { address: '', typed: null, office, point: office, place: '' };
  const whole = {
    kind: 'A4',
    language,
    title: words.title,
    host: '',
    until: null,
    isTrial,
    codes: [],
  } as const;
  const side = 56;
  const longest = sheet.replies.reduce((sum, { said, did }) => sum + said.length + did.length, 0);
  const size = fitted('x'.repeat(Math.max(1, longest)), 20, 420);
  const line = (text: string, points: number, above: number, more: object = {}) => ({
    text,
    fontSize: points,
    margin: [side, above, side, 0],
    ...more,
  });
  return asPdf({
    pageSize: A4,
    pageMargins: 0,
    info: { title: words.title, author: office },
    language,
    defaultStyle: { font: 'Sheet', color: '#241a17', lineHeight: 1.15 },
    content: [
      head(code, whole, printWords[language], A4.width, 1),
      line(words.title, 36, 28, { font: 'Title', color: RED, alignment: 'center' }),
      line(words.lead, 13, 4, { alignment: 'center' }),
      ...sheet.replies.flatMap(({ said, did, days }) => [
        line(words.said, 12, 26, { bold: true, color: RED }),
        line(`“${said}”`, size, 2, { italics: true }),
        line(words.did, 12, 8, { bold: true, color: RED }),
        line(did, size, 2, { bold: true }),
        line(`${words.days} ${days}`, 9.5, 4, { color: GREY }),
      ]),
      {
        ...line(words.foot, 11, 0, { alignment: 'center', color: GREY }),
        absolutePosition: { x: 0, y: A4.height - 44 },
      },
    ],
  });
}
