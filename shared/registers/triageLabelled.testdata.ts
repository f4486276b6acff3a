/** One request sentence as a head might write it, with the code a broker would give it. Test data only. */
export type LabelledSentence = { readonly code: string; readonly text: string };

/** The sentences of lines that each hold a code, a space and the sentence. */
export function readLabelled(lines: string): readonly LabelledSentence[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => ({ code: line.slice(0, line.indexOf(" ")), text: line.slice(line.indexOf(" ") + 1) }));
}
