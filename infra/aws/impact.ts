import type { Area } from "../../shared/contract/door.ts";
import type { LogEvent } from "../../shared/runtime/log.ts";

interface Finding {
  readonly code: LogEvent["code"];
  readonly impact: string;
}

/** What an area logs that is for people to mend, though it answered: each raises an alarm of its own. */
export const areaFindings: Partial<Record<Area, Finding>> = {
  tasks: {
    code: "row-unreadable",
    impact: "Somebody is not shown all that waits for them: a row about it cannot be read.",
  },
};

/** What people lose while an area of routes is broken: the text of its alarm. */
export const areaImpact = {
  service: "The API's description does not open, and whether the service answers is not told.",
  partnership: "Brokers cannot set up the partnership or bring in a register: member schools go out of date.",
  people: "Practitioners cannot be added or change what they offer: runs match on old capacity and claims.",
  requests: "Schools cannot ask for support, and brokers cannot correct what was asked.",
  matching: "Brokers cannot see or confirm what a run proposes: nobody is offered to a waiting school.",
  offers: "Nobody can accept, release or agree: offers wait and may expire through no fault of theirs.",
  deployments: "Visits cannot be recorded or marked accurate: days delivered go uncounted and unpaid.",
  tasks:
    "Nobody sees what waits for them, and brokers settle nothing: work goes on under the wrong payer or head.",
  uploads: "Brokers cannot send a whole national register: it can only be fetched, or sent in part.",
  outcomes: "What changed for pupils and staff cannot be recorded, nor reported to leaders and funders.",
} as const satisfies Record<Area, string>;
