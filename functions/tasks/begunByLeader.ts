import { type SupportRequest, wasBegunByLeader } from "../../shared/domain/requests/request.ts";
import { requestWaits, unfinishedWaits, type Waiting } from "../../shared/domain/tasks/waiting.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { isAllListed } from "../../shared/store/listedElsewhere.ts";
import type { Reads } from "../../shared/store/reads.ts";
import { requests, requestsBegunBy, requestsIn } from "../../shared/store/rows/requests.ts";
import { unfinishedList } from "../../shared/store/rows/unfinished.ts";

interface Here {
  readonly store: Reads;
  readonly session: Session;
}

/** What somebody began as a leader and has not sent, by their own list once all drafts stand in theirs. */
export async function begunByLeader({ store, session: { account } }: Here): Promise<Waiting[]> {
  const isTheirs = (each: Pick<SupportRequest, "initiatedBy" | "startedBy">): boolean =>
    wasBegunByLeader(each) && each.startedBy === account;
  const begun = (await isAllListed(store, "requests"))
    ? await store.getEach(requests, await store.all(requestsBegunBy(account)))
    : await store.all(requestsIn("draft"));
  const drafts = begun.flatMap((each) => (each?.state === "draft" && isTheirs(each) ? [each] : []));
  const unfinished = (await store.all(unfinishedList)).filter(isTheirs);
  return [...drafts.map(requestWaits("send-request")), ...unfinished.map(unfinishedWaits)];
}
