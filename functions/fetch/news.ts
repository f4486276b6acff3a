import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PlannedImport, RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { registerNotices } from "../../shared/store/rows/partnership.ts";
import { type Announcement, create, type Store } from "../../shared/store/store.ts";

/** Tells brokers of previews that wait, of each once, however often the fetch comes. */
export async function tellOfPreviews(
  store: Store,
  now: string,
  previews: readonly PlannedImport[],
): Promise<void> {
  const untold = await notYetTold(
    store,
    previews.map(({ importId }) => importId),
  );
  if (untold.length === 0) return;
  const kinds = previews
    .filter(({ importId }) => untold.includes(importId))
    .map(({ import: { kind } }) => kind);
  await tell(store, now, {
    about: untold,
    facts: { kinds: kinds.join(" ") },
    news: { type: "register-previewed", subject: {}, tell: [{ to: "brokers" }] },
  });
}

/** Tells brokers, once a day at most, which files could not be had or were refused. */
export async function tellOfLack(store: Store, now: string, kinds: readonly RegisterKind[]): Promise<void> {
  if (kinds.length === 0) return;
  const about = await notYetTold(store, [`not-fetched ${dateAt(now)}`]);
  if (about.length === 0) return;
  await tell(store, now, {
    about,
    facts: { kinds: kinds.join(" ") },
    news: {
      type: "register-not-fetched",
      subject: { registerKinds: [...kinds] },
      tell: [{ to: "brokers" }],
    },
  });
}

interface Told {
  readonly about: readonly string[];
  readonly facts: { readonly kinds: string };
  readonly news: Announcement;
}

async function notYetTold(store: Store, about: readonly string[]): Promise<readonly string[]> {
  const told = await Promise.all(about.map((each) => store.get(registerNotices, { about: each })));
  return about.filter((_each, at) => told[at] === undefined);
}

async function tell(store: Store, now: string, { about, facts, news }: Told): Promise<void> {
  const committed = await store.commit({
    chain: "partnership",
    action: news.type,
    actor: serviceActor("fetch"),
    facts,
    writes: about.map((each) => create(registerNotices, { about: each, toldAt: now })),
    announce: [news],
  });
  // Another fetch at the same moment may have told it; if nobody has, the schedule comes again.
  if (committed !== "committed" && (await notYetTold(store, about)).length > 0)
    throw new Error("Brokers could not be told of what was fetched");
}
