import type { Refusal } from "../../shared/contract/problems.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { readRequests, requestsTemplate as templateText } from "../../shared/registers/requestsCsv.ts";
import { act, type Decision } from "../../shared/runtime/act.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { lookAgain, seenOf } from "../../shared/runtime/seenRows.ts";
import { fileFaults, refuseFile } from "../../shared/runtime/refusedFile.ts";
import type { Context, Handler } from "../../shared/runtime/serve.ts";
import type { Routes } from "../../shared/contract/manifest.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { writesOf } from "./draft.ts";
import { changeOf, type Change, keyReused, type Planned, planRequests } from "./importPlan.ts";

/**
 * Imports and submits requests from CSV. The whole file is checked before the first is written; each request then
 * is one write of its own, with an id that follows from its key in the file, so that a repeat after a failure
 * writes only what is missing.
 */
export const importRequests: Handler<"importRequests"> = async ({ query, body }, context) => {
  const read = readRequests(body);
  if (read.kind === "refused") return refuseFile(fileFaults(read.problems));
  const planned = await planRequests(context, read.requests);
  if (isRefusal(planned)) return planned;
  const applied = query.preview === "false";
  const seen = seenOf(planned.map(asAsked));
  if (!applied) return { status: 200, body: { applied, seen, requests: planned.map(listed) } };
  if (query.seen !== undefined && query.seen !== seen) return lookAgain;
  const done: ReturnType<typeof listed>[] = [];
  for (const each of planned) {
    const written = await write(context, each);
    if (isRefusal(written)) return written;
    done.push(listed({ ...each, change: written.body }));
  }
  const added = done.filter(({ change }) => change === "added").length;
  const facts = { requests: done.length, added };
  return context.act(async () => ({
    reply: { status: 201, body: { applied, seen, requests: done } },
    action: { chain: "partnership", action: "requests-imported", actor: context.actor, facts, writes: [] },
  }));
};

/** What each row asks for, by the school that its URN names today, whether or not it is written by now: no key comes twice. */
const asAsked = ({ request: { requestId, importDigest } }: Planned) => ({
  change: "added" as const,
  standing: [requestId, importDigest],
});

const listed = ({ row, request, change }: Planned) => ({ row, requestId: request.requestId, change });

type Here = Pick<Context<Routes["importRequests"]>, "store" | "actor">;
type Written = { readonly status: 200; readonly body: Change };

const write = ({ store, actor }: Here, { row, request }: Planned) =>
  act({ store }, async (): Promise<Decision<Written> | Refusal> => {
    const { requestId } = request;
    const change = changeOf(request, await store.get(requests, { requestId }));
    if (change === "other-content") return refuseFile(fileFaults([keyReused(row)]));
    const reply = { status: 200, body: change } as const;
    return change === "unchanged" ? { reply } : { reply, action: submission(request, actor) };
  });

const submission = (request: SupportRequest, actor: Here["actor"]) => {
  const { requestId, schoolId } = request;
  return {
    chain: `request:${requestId}` as const,
    action: "request-submitted",
    actor,
    facts: { requestId, imported: true },
    writes: writesOf(request),
    announce: [{ type: "request-submitted" as const, subject: { requestId, schoolId }, tell: [] }],
  };
};

export const requestsTemplate: Handler<"requestsTemplate"> = async () => ({
  status: 200,
  body: templateText(),
});
