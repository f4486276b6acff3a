import type { RequestState } from "../../../shared/domain/requests/request.ts";
import type { RequestId } from "../../../shared/domain/ids.ts";
import { chancesOf, type Drive, type Say } from "../drive.ts";
import { forEachInFlight } from "../inFlight.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";
import { requestsFile } from "../population/population.ts";
import type { MadeRequest } from "../population/requests.ts";

/** Who signs in to write a request. */
function writerOf({ accounts, personIds }: Drive, { by, school }: MadeRequest): string {
  const leader = by.route === "leader" ? personIds.get(by.personKey) : undefined;
  if (leader !== undefined) return accounts.practitioner(leader);
  return by.route === "school" ? accounts.head(school.schoolId) : accounts.broker;
}

const needOf = ({ school, body }: MadeRequest): string => `${school.urn} ${body.codes.primary}`;

/** The first request for each need of each school, and those that may be the same need asked again. */
export function firstAndAgain(requests: readonly MadeRequest[]) {
  const known = new Set<string>();
  const first: MadeRequest[] = [];
  const again: MadeRequest[] = [];
  for (const request of requests) {
    (known.has(needOf(request)) ? again : first).push(request);
    known.add(needOf(request));
  }
  return { first, again };
}

async function importFile(drive: Drive, requests: readonly MadeRequest[]): Promise<void> {
  if (requests.length === 0) return;
  const { api, accounts } = drive;
  const csv = new TextEncoder().encode(requestsFile(requests));
  await api.call("importRequests", { as: accounts.broker, csv, query: { preview: "true" } });
  const imported = await api.call("importRequests", { as: accounts.broker, csv });
  for (const { row, requestId } of imported.requests) {
    // Row 1 is the header.
    const key = requests[row - 2]?.key;
    if (key !== undefined) drive.requestIds.set(key, requestId);
  }
}

/** Drafts and submits the requests, by school, leader, broker and file, and waits until triage has seen them. */
export async function askForSupport(drive: Drive, say: Say): Promise<void> {
  const { api, machine, population } = drive;
  const inFile = firstAndAgain(population.requests.filter(({ by }) => by.route === "file"));
  await importFile(drive, inFile.first);
  const byHand = population.requests.filter((each) => !inFile.first.includes(each));
  // In turn, so that ids sort as keys do and ties in a run are broken the same way under one seed.
  for (const [index, made] of byHand.entries()) {
    const drafted = await api.call("createRequest", { as: writerOf(drive, made), body: made.body });
    drive.requestIds.set(made.key, drafted.requestId);
    say(`${index + 1} of ${byHand.length} drafted`);
  }
  const { first, again } = firstAndAgain([
    ...inFile.first,
    ...byHand.filter(({ fate }) => fate !== "left-draft"),
  ]);
  // What may be a duplicate comes after what it may duplicate, or triage would hold both or either.
  for (const wave of [first, again]) {
    await forEachInFlight(
      wave.filter((each) => !inFile.first.includes(each)),
      (made) => submit(drive, made),
    );
    await machine.settle();
  }
  const routes = Map.groupBy(population.requests, ({ by }) => by.route);
  const count = (route: MadeRequest["by"]["route"]): number => routes.get(route)?.length ?? 0;
  say(
    `${population.requests.length} requests: ${count("school")} by schools, ${count("leader")} by leaders, ` +
      `${count("broker")} by the broker, ${count("file")} from a CSV`,
  );
}

async function submit(drive: Drive, made: MadeRequest): Promise<void> {
  const requestId = idOf(drive, made);
  await drive.api.call("submitRequest", { as: writerOf(drive, made), params: { requestId } });
}

function idOf(drive: Drive, { key }: MadeRequest): RequestId {
  const requestId = drive.requestIds.get(key);
  if (requestId === undefined) throw new Error(`Request ${key} was not made`);
  return requestId;
}

/** What triage made of the requests. */
export interface TriageResult {
  readonly openedByItself: number;
  readonly held: number;
  readonly openedByBroker: number;
  readonly withdrawn: number;
  readonly warnings: Readonly<Record<string, number>>;
}

/** The broker looks at what triage held, opens most of it and takes back duplicates; some schools withdraw. */
export async function correctAndWithdraw(drive: Drive, say: Say): Promise<TriageResult> {
  const { api, machine, accounts, population } = drive;
  const as = accounts.broker;
  const inState = (state: RequestState) =>
    everyItem((query) => api.call("listRequests", { as, query: { ...query, state } }));
  const [open, held] = [await inState("open"), await inState("triaged")];
  const warnings: Record<string, number> = {};
  for (const { triage } of held) {
    if (triage && triage.duplicates.length > 0) warnings["duplicate"] = (warnings["duplicate"] ?? 0) + 1;
    for (const warning of triage?.warnings ?? []) warnings[warning] = (warnings[warning] ?? 0) + 1;
  }
  let withdrawn = 0;
  await forEachInFlight(held, async (request) => {
    const { requestId, codes, priority, routePolicy, triage } = request;
    const isDuplicate = (triage?.duplicates.length ?? 0) > 0;
    if (isDuplicate && chancesOf(drive, { requestId }, "duplicate").chance(0.6)) {
      withdrawn += 1;
      const body = { reason: "The same need was asked for already; the earlier request goes on" };
      return api.call("withdrawRequest", { as, params: { requestId }, body });
    }
    const reason = isDuplicate
      ? "A different year group, the school says"
      : "Rang the school; the need is as written";
    const body = { codes, priority, routePolicy, open: true, reason };
    return api.call("correctTriage", { as, params: { requestId }, body });
  });
  const openedByBroker = held.length - withdrawn;
  await forEachInFlight(
    population.requests.filter(({ fate }) => fate === "withdrawn"),
    async (made) => {
      withdrawn += 1;
      const params = { requestId: idOf(drive, made) };
      const state = (await api.call("getRequest", { as, params })).state;
      if (state === "closed") return;
      const body = { reason: "The school has found help of its own" };
      await api.call("withdrawRequest", { as: writerOf(drive, made), params, body });
    },
  );
  await machine.settle();
  const told = Object.entries(warnings).map(([name, count]) => `${count} ${name}`);
  say(
    `${open.length} opened by themselves, ${held.length} held (${told.join(", ") || "nothing found"}), ` +
      `${openedByBroker} of them opened by the broker, ${withdrawn} withdrawn`,
  );
  return { openedByItself: open.length, held: held.length, openedByBroker, withdrawn, warnings };
}
