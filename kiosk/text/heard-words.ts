/** Words around what an office has published of what people said; on the idle tablet and on an own phone. */
export const heardWords = {
  vi: { title: 'Góp ý – đã xử lý', said: 'Ông/Bà góp ý', did: 'Chúng tôi đã làm' },
  en: { title: 'You said – we did', said: 'You said', did: 'We did' },
} as const;
