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

/** The same once for all things that share a key. */
export function onceBy<Thing, Key, Known>(
  keyOf: (thing: Thing) => Key,
  workOut: (thing: Thing) => Known,
): (thing: Thing) => Known {
  const known = new Map<Key, Known>();
  return (thing) => {
    const key = keyOf(thing);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = workOut(thing);
    known.set(key, made);
    return made;
  };
}

/** The same for keys of which equal ones come together: only what was worked out last is kept. */
export function lastOnce<Key extends number, Known>(workOut: (key: Key) => Known): (key: Key) => Known {
  let last: { readonly key: Key; readonly known: Known } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, known: workOut(key) };
    return last.known;
  };
}
