import { isDeepStrictEqual } from "node:util";
import type { Refusal } from "../../shared/contract/problems.ts";
import { RequestDraft } from "../../shared/contract/routes/requests.ts";
import { RequestId } from "../../shared/domain/ids.ts";
import type { UnfinishedRequest, UnfinishedRow } from "../../shared/domain/requests/unfinished.ts";
import { changedSinceRead, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { remove } from "../../shared/store/remove.ts";
import { unfinishedList, unfinishedRequests } from "../../shared/store/rows/unfinished.ts";
import { create, replace, type Store } from "../../shared/store/store.ts";
import { mayChange } from "./access.ts";
import {
  faultOfChange,
  faultOfSchool,
  faultsOfCodes,
  initiationRoute,
  leaderFault,
  statutoryFault,
} from "./draft.ts";

/** What stands in the way of a draft, as far as it is written. */
const missingOf = (written: UnfinishedRequest): string[] => {
  const issues = RequestDraft.safeParse(written).error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => `/${path.join("/")}`))];
};

const viewOf = ({ revision: _kept, ...row }: UnfinishedRow) => ({ ...row, missing: missingOf(row.written) });

/** The unfinished request, if this account may go on with it. */
export async function unfinishedToChange(
  store: Store,
  session: Session,
  requestId: RequestId,
): Promise<UnfinishedRow | undefined> {
  const row = await store.get(unfinishedRequests, { requestId });
  return row && mayChange(session, row) ? row : undefined;
}

/** What is wrong with what is written so far: its school, and its codes as far as they are given. */
async function faultOf(store: Store, written: UnfinishedRequest): Promise<Refusal | undefined> {
  const { schoolId, codes } = written;
  const given = [...(codes?.primary === undefined ? [] : [codes.primary]), ...(codes?.secondary ?? [])];
  return (await faultOfSchool(store, schoolId)) ?? faultsOfCodes(store, given);
}

const facts = ({ requestId, schoolId }: UnfinishedRow) => ({ requestId, schoolId });

export const beginRequest: Handler<"beginRequest"> = async ({ body }, context) => {
  const { world, store, session, actor, act } = context;
  const initiatedBy = initiationRoute(session, body.schoolId);
  const fault =
    leaderFault(session, initiatedBy) ?? statutoryFault(session, body) ?? (await faultOf(store, body));
  if (fault) return fault;
  const now = world.now();
  const row: UnfinishedRow = {
    requestId: world.fresh(RequestId),
    schoolId: body.schoolId,
    written: body,
    initiatedBy,
    startedBy: session.account,
    createdAt: now,
    savedAt: now,
    revision: 0,
  };
  return act(async () => ({
    reply: { status: 201, body: viewOf(row) },
    action: {
      chain: `request:${row.requestId}`,
      action: "request-begun",
      actor,
      facts: facts(row),
      writes: [create(unfinishedRequests, row)],
    },
  }));
};

/** Writes what there is of a request anew, whole. */
export const writeOnRequest: Handler<"writeOnRequest"> = async (
  { params, body: { before: read, ...written } },
  context,
) => {
  const { world, store, session, actor, act } = context;
  const fault = await faultOf(store, written);
  if (fault) return fault;
  return act(async () => {
    const before = await unfinishedToChange(store, session, params.requestId);
    if (!before) return notFound("unfinished request");
    const isSame = isDeepStrictEqual(written, before.written);
    if (isSame) return { reply: { status: 200, body: viewOf(before) } };
    if (read && !isDeepStrictEqual(read, before.written)) return changedSinceRead("request");
    const unfit = faultOfChange(session, before.written, written);
    if (unfit) return unfit;
    const row = { ...before, written, savedAt: world.now() };
    return {
      reply: { status: 200, body: viewOf(row) },
      action: {
        chain: `request:${row.requestId}`,
        action: "request-written-on",
        actor,
        facts: facts(row),
        writes: [replace(unfinishedRequests, row)],
      },
    };
  });
};

export const listUnfinishedRequests: Handler<"listUnfinishedRequests"> = async (
  _asked,
  { store, session },
) => {
  const rows = (await store.all(unfinishedList)).filter((row) => mayChange(session, row));
  return { status: 200, body: { items: rows.map(viewOf) } };
};

export const getUnfinishedRequest: Handler<"getUnfinishedRequest"> = async (
  { params },
  { store, session },
) => {
  const row = await unfinishedToChange(store, session, params.requestId);
  return row ? { status: 200, body: viewOf(row) } : notFound("unfinished request");
};

export const dropUnfinishedRequest: Handler<"dropUnfinishedRequest"> = ({ params }, context) =>
  context.act(async () => {
    const row = await unfinishedToChange(context.store, context.session, params.requestId);
    if (!row) return notFound("unfinished request");
    return {
      reply: { status: 200, body: viewOf(row) },
      action: {
        chain: `request:${row.requestId}`,
        action: "unfinished-request-dropped",
        actor: context.actor,
        facts: facts(row),
        writes: [remove(unfinishedRequests, row)],
      },
    };
  });
