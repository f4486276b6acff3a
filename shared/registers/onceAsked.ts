/** What is worked out when it is first asked for, and then kept: nothing waits for it before. */
export function onceAsked<Value extends object>(work: () => Value): () => Value {
  let kept: Value | undefined;
  return () => (kept ??= work());
}
