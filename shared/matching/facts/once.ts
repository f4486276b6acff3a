/** Works something out of each key once, however often it is asked for. */
export function once<Key, Known>(workOut: (key: Key) => Known): (key: Key) => Known {
  const known = new Map<Key, Known>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = workOut(key);
    known.set(key, made);
    return made;
  };
}
