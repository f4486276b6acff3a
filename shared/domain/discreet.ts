import type { AuditEntry } from "./audit.ts";
import type { MatchRun, UnmetNeed } from "./runs/run.ts";
import type { Viewer } from "./deployments/parties.ts";

type Roles = Pick<Viewer, "roles">;

/** Rules that tell what only brokers read of a school or of a person. */
const discreetRules: readonly string[] = ["home-school-in-concern", "declared-reason"];

const isBroker = ({ roles }: Roles): boolean => roles.includes("broker");

/** Whether this account may read that the rule stands, or was set aside, between a person and a request. */
export const mayReadRule = (viewer: Roles, rule: string): boolean =>
  isBroker(viewer) || !discreetRules.includes(rule);

/** The run as this account may see it: why an instruction could not be followed names a rule beside a person. */
export function runFor(viewer: Roles, run: MatchRun): MatchRun {
  if (isBroker(viewer) || run.summary === null) return run;
  const unfollowed = run.summary.unfollowed.map(({ requestId, personId, kind }) => ({
    requestId,
    personId,
    kind,
    sentence: "It could not be followed; the broker can read why.",
  }));
  return { ...run, summary: { ...run.summary, unfollowed } };
}

/** The unmet need as this account may see it: without the rules that only brokers read, in number or in words. */
export function unmetFor(viewer: Roles, need: UnmetNeed): UnmetNeed {
  const mayRead = (rule: string): boolean => mayReadRule(viewer, rule);
  const { binding, refusals } = need;
  const relaxations = need.relaxations.filter(({ relaxation }) =>
    mayRead(relaxation.replace("without-", "")),
  );
  if (mayRead(binding.constraint) && refusals.every(({ rule }) => mayRead(rule)))
    return { ...need, relaxations };
  return {
    ...need,
    binding: {
      constraint: mayRead(binding.constraint) ? binding.constraint : "refused",
      sentence: "Too few of those who could help may be proposed; the broker can read why.",
    },
    relaxations,
    refusals: refusals.filter(({ rule }) => mayRead(rule)),
  };
}

type Facts = AuditEntry["facts"];

/**
 * What of an entry only brokers read: rules, a school's category of concern, why somebody said no, what a task of theirs
 * is about, and the salt.
 */
function isDiscreet(name: string, facts: Facts): boolean {
  switch (name) {
    case "rule":
    case "setAside":
      return String(facts[name] ?? "")
        .split(" ")
        .some((rule) => discreetRules.includes(rule));
    case "kind":
      return "taskId" in facts;
    default:
      return ["inCategoryOfConcern", "reason", "salt"].includes(name);
  }
}

/** Facts as a trail keeps them: with a salt where brokers alone read some, or trying all they could be would find their hash. */
export const salted = (facts: Facts, salt: () => string): Facts =>
  Object.keys(facts).some((name) => isDiscreet(name, facts)) ? { ...facts, salt: salt() } : facts;

/** The entry of a trail as this account may see it: what only brokers read is null. */
export function auditEntryFor(viewer: Roles, entry: AuditEntry): AuditEntry {
  if (isBroker(viewer)) return entry;
  const facts = Object.entries(entry.facts).map(
    ([name, fact]) => [name, isDiscreet(name, entry.facts) ? null : fact] as const,
  );
  return { ...entry, facts: Object.fromEntries(facts) };
}
