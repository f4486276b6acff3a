import type { Adapter, AdapterPayload } from "oidc-provider";

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number };

const pruneAbove = 1000;

/**
 * Where the provider keeps sessions, codes and grants: in memory. After a restart people sign in again;
 * access tokens stay good, being signed with the key that is kept in a file.
 */
export const memoryAdapter = (): ((model: string) => Adapter) => {
  const entries = new Map<string, Entry>();
  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    return entry !== undefined && entry.expiresAt > performance.now() ? entry.payload : undefined;
  };
  const prune = (): void => {
    if (entries.size < pruneAbove) return;
    for (const [key, { expiresAt }] of entries) if (expiresAt <= performance.now()) entries.delete(key);
  };
  const findBy = (model: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    entries
      .keys()
      .filter((key) => key.startsWith(`${model}:`))
      .map(live)
      .find((payload) => payload !== undefined && fits(payload));

  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      prune();
      const expiresAt = expiresIn === undefined ? Infinity : performance.now() + expiresIn * 1000;
      entries.set(`${model}:${id}`, { payload, expiresAt });
    },
    find: async (id) => live(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy(model, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const entry = entries.get(`${model}:${id}`);
      if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
};
