import type * as z from "zod";
import type { Impact } from "../../shared/contract/routes/outcomes.ts";
import { offerStates } from "../../shared/domain/offers/offer.ts";
import type { Drive } from "./drive.ts";
import type { TriageResult } from "./life/arrivals.ts";
import { allDeployments, type Delivered } from "./life/delivery.ts";
import type { Audited } from "./life/auditing.ts";
import { type LatestRun, unmetByConstraint } from "./life/matching.ts";
import type { Choices } from "./life/nights.ts";
import type { Machine } from "./machine.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import type { StageTime } from "./stages.ts";

/** What the stages of the demo found, in the order in which they ran. */
export interface Lived {
  readonly register: {
    readonly rowsRead: number;
    readonly imported: number;
    readonly cutShortRefused: boolean;
  };
  readonly triage: TriageResult;
  readonly firstNight: LatestRun;
  readonly choices: Choices;
  readonly secondNight: LatestRun;
  readonly delivered: Delivered;
  readonly evidence: { readonly evaluations: number; readonly outcomes: number };
  readonly followUps: { readonly asked: number; readonly answered: number };
  readonly audited: Audited;
}

interface NightFigures {
  readonly wanted: number;
  readonly filled: number;
  readonly unmet: Readonly<Record<string, number>>;
  readonly gini: number;
  readonly topFiveShare: number;
  readonly certified: boolean;
}

/** What the demo ends with: counts that the same seed repeats, and times that no seed does. */
export interface Summary {
  readonly area: string;
  readonly seed: number;
  readonly from: string;
  readonly until: string;
  readonly schools: {
    readonly rowsRead: number;
    readonly imported: number;
    readonly cutShortRefused: boolean;
  };
  readonly practitioners: number;
  readonly requests: { readonly made: number; readonly byState: Readonly<Record<string, number>> };
  readonly triage: TriageResult;
  readonly firstNight: NightFigures;
  readonly secondNight: NightFigures;
  readonly broker: Choices;
  readonly slots: { readonly wanted: number; readonly filled: number };
  readonly offers: {
    readonly byOutcome: Readonly<Record<string, number>>;
    readonly declineReasons: Readonly<Record<string, number>>;
  };
  readonly delivered: Delivered;
  /** How many runs the refusals of one minute share depends on timing, and with it how many letters tell of runs. */
  readonly letters: { readonly sent: number; readonly ofRunsBeside: number };
  readonly followUps: { readonly asked: number; readonly answered: number };
  readonly audit: { readonly steps: number; readonly holds: boolean };
  readonly impact: z.output<typeof Impact>;
  readonly stages: readonly StageTime[];
  readonly http: { readonly requests: number; readonly again: number };
}

const figuresOf = ({ run, unmet }: LatestRun): NightFigures => ({
  wanted: run.summary?.slotsWanted ?? 0,
  filled: run.summary?.slotsFilled ?? 0,
  unmet: unmetByConstraint(unmet),
  gini: run.summary?.loadGini ?? 0,
  topFiveShare: run.summary?.topFiveShare ?? 0,
  certified: run.summary?.certified ?? false,
});

export interface Ends {
  readonly area: string;
  readonly from: string;
  readonly mailDomain: string;
  readonly times: readonly StageTime[];
}

/** Reads what the partnership has come to, by the doors that its broker and director have. */
export async function summarise(drive: Drive, lived: Lived, ends: Ends): Promise<Summary> {
  const { api, machine, accounts, population } = drive;
  const as = accounts.broker;
  const impact = await api.call("impact", { as: accounts.director });
  const requests = await everyItem((query) => api.call("listRequests", { as, query }));
  const offers = await everyItem((query) => api.call("listOffers", { as, query }));
  const deployments = await allDeployments(drive);
  const wasOpen = requests.filter(({ state, closure }) => state !== "draft" && closure?.as !== "withdrawn");
  return {
    area: ends.area,
    seed: drive.seed,
    from: ends.from,
    until: await machine.today(),
    schools: lived.register,
    practitioners: population.people.length,
    requests: { made: population.requests.length, byState: impact.requests },
    triage: lived.triage,
    firstNight: figuresOf(lived.firstNight),
    secondNight: figuresOf(lived.secondNight),
    broker: lived.choices,
    slots: { wanted: wasOpen.reduce((sum, { people }) => sum + people, 0), filled: deployments.length },
    offers: {
      byOutcome: Object.fromEntries(
        offerStates.map((state) => [state, offers.filter((offer) => offer.state === state).length]),
      ),
      declineReasons: impact.declineReasons,
    },
    delivered: lived.delivered,
    letters: await lettersTo(machine, ends.mailDomain),
    followUps: lived.followUps,
    audit: { steps: lived.audited.steps, holds: lived.audited.holds },
    impact,
    stages: ends.times,
    http: api.sent(),
  };
}

async function lettersTo(machine: Machine, mailDomain: string): Promise<Summary["letters"]> {
  const all = await machine.letters();
  const ours = all.filter(({ to }) => to.some((address) => address.endsWith(`@${mailDomain}`)));
  const ofRunsBeside = ours.filter(({ text }) => text?.includes("/match-runs/")).length;
  return { sent: ours.length - ofRunsBeside, ofRunsBeside };
}
