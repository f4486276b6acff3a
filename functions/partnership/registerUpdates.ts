import type { RegisterImportId, SchoolUrn } from "../../shared/domain/ids.ts";
import {
  type Membership,
  type SchoolSuccession,
  trustKinds,
} from "../../shared/domain/schools/registerFacts.ts";
import type { RegisterGroup, SchoolInspections, SchoolMembership } from "../../shared/registers/source.ts";
import {
  resolveSuccessor,
  type Succession,
  type SuccessionGraph,
  type SuccessionStep,
} from "../../shared/registers/succession.ts";
import type { SchoolLink } from "../../shared/registers/successionLinks.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { endedBy, leavingDay } from "./leavingDay.ts";
import { formerUrnsOf, type PlannedRows } from "./registerPlan.ts";

interface Update {
  readonly importId: RegisterImportId;
  readonly before: readonly SchoolFacts[];
  readonly today: string;
}

const restated = (
  { before, importId }: Update,
  restate: (school: SchoolFacts) => Partial<SchoolFacts>,
): PlannedRows => ({
  rows: before.map((school) => ({ ...school, ...restate(school), importedBy: importId })),
  absent: [],
});

/** Every URN by which a school is or was known. */
const urnsOf = (school: SchoolFacts): SchoolUrn[] => [school.urn, ...formerUrnsOf(school)];

const mostMemberships = 40;
const isOpenTrust = ({ kind, to }: Membership): boolean => trustKinds.includes(kind) && to === null;
const isOpenFederation = ({ kind, to }: Membership): boolean => kind === "federation" && to === null;

/** Trust and federation in force by a school's memberships, where they name one. */
function groupsInForce(memberships: readonly Membership[]): Partial<SchoolFacts> {
  const trust = memberships.findLast(isOpenTrust);
  const federation = memberships.findLast(isOpenFederation);
  return {
    ...(trust ? { trustCode: trust.code, trustName: trust.name === "" ? null : trust.name } : {}),
    ...(federation ? { federationCode: federation.code } : {}),
  };
}

/**
 * Schools with the memberships of a file. Of a school that it names, one that it no longer has ended by the day on which
 * the school closed, else by today, where it tells of groups of that kind at all; a group that the file only numbers
 * keeps the kind and name that are known of it, from whichever school.
 */
export function withMemberships(update: Update, memberships: readonly SchoolMembership[]): PlannedRows {
  const told = Map.groupBy(memberships, ({ urn }) => urn);
  const kinds = kindsIn(memberships);
  const known = new Map(
    update.before
      .flatMap((school) => school.memberships.filter(({ kind }) => kind !== "unknown"))
      .map((each) => [each.code, each]),
  );
  return restated(update, (school) => {
    const now = urnsOf(school)
      .flatMap((urn) => told.get(urn) ?? [])
      .map(({ urn: _urn, ...each }): Membership => {
        const had = known.get(each.code);
        return each.kind === "unknown" && had ? { ...each, kind: had.kind, name: had.name } : each;
      });
    if (now.length === 0 && school.memberships.length === 0) return {};
    const isLeft = ({ kind }: Membership): boolean => now.length > 0 && kinds.has(kind);
    const isTold = (each: Membership): boolean => now.some(({ code }) => code === each.code);
    const former = school.memberships
      .filter((each) => !isTold(each))
      .map((each) =>
        each.to === null && isLeft(each) ? endedBy(each, leavingDay(school, update), update.today) : each,
      );
    const all = [...former, ...now].slice(-mostMemberships);
    return { memberships: all, ...groupsInForce(all) };
  });
}

/** The kinds of groups that a file tells of; every kind of trust counts as all, since registers name them differently. */
function kindsIn(memberships: readonly SchoolMembership[]): ReadonlySet<Membership["kind"]> {
  const kinds = new Set(memberships.map(({ kind }) => kind));
  return trustKinds.some((kind) => kinds.has(kind)) ? kinds.union(new Set(trustKinds)) : kinds;
}

/** Schools whose memberships say what their groups are: kind, name and whether the group has closed. */
export function withGroups(update: Update, groups: readonly RegisterGroup[]): PlannedRows {
  const told = new Map(groups.map((group) => [group.code, group]));
  return restated(update, (school) => {
    const memberships = school.memberships.flatMap((each): Membership[] => {
      const group = told.get(each.code);
      if (!group) return [each];
      if (group.kind === null) return [];
      return [{ ...each, kind: group.kind, name: group.name, to: earlier(each.to, group.closedOn) }];
    });
    return { memberships, ...groupsInForce(memberships) };
  });
}

/** No membership outlasts its group, whatever was taken for its end. */
const earlier = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

/** Schools with what inspections found; a school that the file does not have keeps what was known. */
export function withInspections(update: Update, inspections: readonly SchoolInspections[]): PlannedRows {
  const told = new Map(inspections.map((each) => [each.urn, each]));
  return restated(update, (school) => {
    const found = told.get(school.urn);
    return found ? { judgements: [...found.judgements], concern: found.concern } : {};
  });
}

/** Schools with what the succession file says of what follows them; a decision on the same evidence stands. */
export function withSuccessions(update: Update, graph: SuccessionGraph): PlannedRows {
  return restated(update, (school) => {
    const found = successionOf(resolveSuccessor(graph, school.urn), school.urn);
    const known = school.succession;
    const isSame = JSON.stringify(known?.choices) === JSON.stringify(found?.choices);
    const decision = found && found.outcome !== "single" && isSame ? (known?.decision ?? null) : null;
    return { succession: found && { ...found, decision } };
  });
}

const mostSteps = 20;
const mostEvidence = 40;
const longestType = 80;

function successionOf(found: Succession, urn: SchoolUrn): SchoolSuccession | null {
  if (found.kind === "none") return undirectedOf(found.related, urn);
  const steps = found.chain.map(({ to, date }) => ({ urn: to, on: date }));
  const choices = found.kind === "ambiguous" ? found.choices : [];
  return {
    outcome: found.kind === "single" ? "single" : found.reason,
    steps: (steps.length > 0 ? steps : [{ urn, on: null }]).slice(-mostSteps),
    choices: choices.map(({ to }) => to).slice(0, mostSteps),
    evidence: [...found.chain, ...choices].flatMap(evidenceOf).slice(0, mostEvidence),
    decision: null,
  };
}

/** What links without direction leave to a person: any of the schools that they name may follow, or none. */
function undirectedOf(related: readonly SchoolLink[], urn: SchoolUrn): SchoolSuccession | null {
  if (related.length === 0) return null;
  const others = related.flatMap((link) => [link.urn, link.linkUrn]).filter((each) => each !== urn);
  return {
    outcome: "undirected",
    steps: [{ urn, on: null }],
    choices: [...new Set(others)].toSorted().slice(0, mostSteps),
    evidence: related.map(evidenceOfLink).slice(0, mostEvidence),
    decision: null,
  };
}

const evidenceOfLink = ({
  urn,
  linkUrn,
  linkType,
  date,
}: SchoolLink): SchoolSuccession["evidence"][number] => ({
  urn,
  linkUrn,
  linkType: linkType.slice(0, longestType),
  on: date,
});

const evidenceOf = ({ evidence }: SuccessionStep): SchoolSuccession["evidence"] =>
  evidence.map(evidenceOfLink);

/** Schools with one broker's decision on what follows one of them. */
export const withDecision = (
  update: Update,
  schoolId: SchoolFacts["schoolId"],
  decision: NonNullable<SchoolSuccession["decision"]>,
): PlannedRows =>
  restated(update, (school) =>
    school.schoolId === schoolId && school.succession
      ? { succession: { ...school.succession, decision } }
      : {},
  );
