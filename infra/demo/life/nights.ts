import type { RequestId } from "../../../shared/domain/ids.ts";
import { chancesOf, type Drive, type Say } from "../drive.ts";
import {
  confirmAll,
  latestRun,
  type LatestRun,
  type Proposal,
  proposalsFor,
  unmetByConstraint,
} from "./matching.ts";

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;

/** Lets the night come: its run is planned, matched, certified and published. */
export async function night(drive: Drive, say: Say): Promise<LatestRun> {
  const { machine } = drive;
  await machine.fire("night");
  await machine.settle();
  const latest = await latestRun(drive);
  say(sentenceOf(latest));
  return latest;
}

function sentenceOf({ run, unmet }: LatestRun): string {
  const { summary } = run;
  if (!summary) return `the run is ${run.state}`;
  const { slotsFilled, slotsWanted, milliseconds, certified } = summary;
  const reasons = Object.entries(unmetByConstraint(unmet)).map(([name, slots]) => `${slots} ${name}`);
  return (
    `${slotsFilled} of ${slotsWanted} places proposed (${percent(slotsFilled, slotsWanted)}), ` +
    `matched in ${milliseconds.match.toFixed(0)} ms${certified ? ", certified" : ""}; ` +
    `unmet: ${reasons.join(", ") || "none"}`
  );
}

/** How the broker steered the first run. */
export interface Choices {
  readonly confirmed: number;
  readonly pinned: number;
  readonly pinFollowed: boolean;
  /** Why the run could not follow the pin, in its own words. */
  readonly pinSentence: string | null;
  readonly excluded: number;
  readonly exclusionFollowed: boolean;
  readonly swapped: number;
  readonly left: number;
}

interface Steering {
  readonly pin: Proposal | undefined;
  readonly exclude: Proposal | undefined;
  readonly swap: Proposal | undefined;
  readonly left: readonly Proposal[];
  readonly confirm: readonly Proposal[];
}

/** Which proposals the broker pins away from, excludes, swaps, leaves for another night, and confirms. */
function steering(drive: Drive, proposals: readonly Proposal[]): Steering {
  const sorted = proposals.toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));
  const [pin, exclude, swap] = sorted.filter(({ alternates }) => alternates.length > 0);
  const others = sorted.filter((each) => each !== pin && each !== exclude && each !== swap);
  const waits = (each: Proposal): boolean => chancesOf(drive, each, "left for later").chance(0.08);
  return { pin, exclude, swap, left: others.filter(waits), confirm: others.filter((each) => !waits(each)) };
}

/** The broker confirms most proposals, swaps one, pins one, excludes one, each with a reason, and runs again. */
export async function chooseAfterFirstNight(drive: Drive, first: LatestRun, say: Say): Promise<Choices> {
  const { api, machine, accounts } = drive;
  const as = accounts.broker;
  const { pin, exclude, swap, left, confirm } = steering(drive, first.proposals);
  const { confirmed } = await confirmAll(drive, confirm);
  const swapped = swap ? await swapFor(drive, swap) : 0;
  const pinnedId = pin?.alternates[0]?.personId;
  if (pin && pinnedId) {
    const body = { personId: pinnedId, reason: "The head knows and trusts this colleague's work" };
    await api.call("pinPerson", { as, params: { requestId: pin.requestId }, body });
  }
  if (exclude) {
    const body = {
      personId: exclude.personId,
      reason: "The two schools share a governor, the head tells us",
    };
    await api.call("excludePerson", { as, params: { requestId: exclude.requestId }, body });
  }
  await api.call("startRun", { as });
  await machine.settle();
  const second = await latestRun(drive);
  const steered = new Set([pin, exclude].flatMap((each) => (each ? [each.requestId] : [])));
  const anew = proposalsFor(second.proposals, steered);
  const again = await confirmAll(drive, anew, "Confirmed after the broker's own run");
  await machine.settle();
  const proposes = (requestId: RequestId | undefined, personId: string | undefined): boolean =>
    second.proposals.some((each) => each.requestId === requestId && each.personId === personId);
  const choices = {
    confirmed: confirmed + again.confirmed,
    pinned: pinnedId ? 1 : 0,
    pinFollowed: proposes(pin?.requestId, pinnedId),
    pinSentence:
      second.run.summary?.unfollowed.find((each) => each.requestId === pin?.requestId)?.sentence ?? null,
    excluded: exclude ? 1 : 0,
    exclusionFollowed: !proposes(exclude?.requestId, exclude?.personId),
    swapped,
    left: left.length,
  };
  say(
    `${choices.confirmed} confirmed, ${swapped} swapped, ${choices.pinned} pinned ` +
      `(${choices.pinFollowed ? "followed" : (choices.pinSentence ?? "not followed")}), ` +
      `${choices.excluded} excluded, ${left.length} left for another night`,
  );
  return choices;
}

const mayFail = ["hard-rule", "capacity-used-up", "slots-filled", "already-exists"] as const;

/** Sends the offer to the first of the next best who can still take it. */
async function swapFor({ api, accounts }: Drive, proposal: Proposal): Promise<number> {
  const { runId, requestId, personId, alternates } = proposal;
  for (const { personId: withPersonId } of alternates) {
    const body = { withPersonId, reason: "Lives near the school and is free on its meeting day" };
    const asked = { as: accounts.broker, params: { runId, requestId, personId }, body };
    const answer = await api.attempt("swapProposal", asked, mayFail);
    if (answer.kind === "answered") return 1;
  }
  return 0;
}
