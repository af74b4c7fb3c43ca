/** Names come from people: none of them may begin a line, or a header, of its own. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
