// Controls but tab and line ends, and what turns the direction of text round, also beyond the end of its own.
const unshowable = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/u;

/** Whether a text can be kept, and shown beside others: it holds no half of a character and nothing that is no sign. */
export const isShowable = (text: string): boolean => text.isWellFormed() && !unshowable.test(text);

/** Whether a text is there and nothing of it is seen. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]+$/u.test(text);
