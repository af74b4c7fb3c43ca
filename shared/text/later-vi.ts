/**
 * Vietnamese texts that a tablet loads after its first screen stands: what belongs to languages, to large text and to sound. Like
 * `vi.ts` they are the source that every language pack translates.
 */
export const laterVi = {
  /** In the bar and on the attract screen. */
  bigText: 'Chữ to hơn',
  /** Said aloud when a language is touched in the list of languages. */
  sample: 'Tiếng Việt. Xin chạm vào đây để nghe và trả lời bằng tiếng Việt.',
  practiceTitle: 'Hôm nay trời nóng hay mát?',
  practiceWhy: 'Câu này để làm quen, không được ghi lại.',
  practiceOptions: ['Nóng', 'Mát'],

  listen: 'Nghe',
  stop: 'Dừng',
  /** Under the speaker where no person has spoken: demonstration and training only. */
  trialVoice: 'giọng đọc thử',
  softer: 'Nhỏ hơn',
  louder: 'To hơn',
  volume: 'Âm lượng: mức {at} trên {of}',
  hearAnswer: 'Nghe: {answer}',
} as const;
