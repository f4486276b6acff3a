import type { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import { type Membership, type SchoolAlias, trustKinds } from "../../shared/domain/schools/registerFacts.ts";
import type { Establishment, EstablishmentFact } from "../../shared/registers/establishment.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { endedBy, leavingDay } from "./leavingDay.ts";

const fitting = (text: string, longest: number): string => (text.length <= longest ? text : "");
const fittingOrNull = (text: string | null, longest: number): string | null =>
  text === null || text.length > longest ? null : text;
const shortCode = (code: string | null): string | null => fittingOrNull(code, 20);

/** What this service keeps of a school; a text longer than any register's is a damaged cell and is left out. */
function factsIn(school: Establishment) {
  return {
    urn: school.urn,
    ukprn: fittingOrNull(school.ukprn, 8),
    name: school.name,
    status: school.status,
    laCode: fitting(school.laCode, 10),
    laName: fitting(school.laName, 100),
    phases: [...school.phases],
    isSpecial: school.isSpecial,
    isAlternativeProvision: school.isAlternativeProvision,
    eastingMetres: school.eastingMetres,
    northingMetres: school.northingMetres,
    town: fitting(school.town, 100),
    postcode: fitting(school.postcode, 10),
    trustCode: shortCode(school.trustCode),
    trustName: fittingOrNull(school.trustName, 200),
    federationCode: shortCode(school.federationCode),
    dioceseCode: shortCode(school.dioceseCode),
    pupils: school.pupils,
    percentageFsm: school.percentageFsm,
    openedOn: school.openedOn,
    closedOn: school.closedOn,
  };
}

type Facts = ReturnType<typeof factsIn>;

const factNames = (facts: Facts): (keyof Facts)[] =>
  Object.keys(facts).filter((name): name is keyof Facts => Object.hasOwn(facts, name));

interface Row {
  readonly establishment: Establishment;
  readonly schoolId: SchoolId;
  readonly importId: RegisterImportId;
  /** The school as it was: under this URN, or under the one that this one follows. */
  readonly before: SchoolFacts | undefined;
  readonly absentFacts: ReadonlySet<EstablishmentFact>;
  readonly today: string;
}

/** A school's row under an import. What the file says nothing of stays as it was known: a trust, above all. */
export function schoolRow(row: Row): SchoolFacts {
  const { establishment, schoolId, importId, before, absentFacts, today } = row;
  const facts = factsIn(establishment);
  const unsaid = factNames(facts).filter((name) => absentFacts.has(name));
  const kept = before ? Object.fromEntries(unsaid.map((name) => [name, before[name]])) : {};
  const now = { ...facts, ...kept };
  const isFollowed = before !== undefined && before.urn !== now.urn;
  return {
    ...now,
    aliases: isFollowed ? aliasesAfter(before, now) : (before?.aliases ?? firstAlias(now)),
    memberships: groupsAfter(before, now, { on: leavingDay(now, { today, isFollowed }), today }),
    judgements: before?.judgements ?? [],
    concern: before?.concern ?? null,
    succession: isFollowed ? null : (before?.succession ?? null),
    missingSince: null,
    schoolId,
    importedBy: importId,
    revision: 0,
  };
}

const firstAlias = ({ urn, openedOn }: Pick<SchoolFacts, "urn" | "openedOn">): SchoolAlias[] => [
  { urn, from: openedOn, to: null },
];

const mostAliases = 20;

/** The URNs of a school that goes on under another: each ends when the next begins. */
function aliasesAfter(before: SchoolFacts, { urn, openedOn }: Pick<SchoolFacts, "urn" | "openedOn">) {
  const told = before.succession?.decision ? [] : (before.succession?.steps ?? []);
  const steps = told.at(-1)?.urn === urn ? told : [{ urn, on: openedOn }];
  const had = before.aliases.length > 0 ? before.aliases : firstAlias(before);
  const first = steps[0]?.on ?? null;
  return [
    ...had.map((alias) => (alias.urn === before.urn ? { ...alias, to: first } : alias)),
    ...steps.map((step, at) => ({ urn: step.urn, from: step.on, to: steps[at + 1]?.on ?? null })),
  ].slice(-mostAliases);
}

type Groups = Pick<SchoolFacts, "trustCode" | "trustName" | "federationCode">;
const mostMemberships = 40;

interface Change {
  /** The day by which another group was left, and from which a new one counts. */
  readonly on: string;
  readonly today: string;
}

/** Memberships once a file has named today's trust and federation: another that was held until now has ended. */
function groupsAfter(before: SchoolFacts | undefined, now: Groups, { on, today }: Change): Membership[] {
  const trust = { kinds: trustKinds, kind: "trust" as const, code: now.trustCode, name: now.trustName };
  const federation = {
    kinds: ["federation"],
    kind: "federation" as const,
    code: now.federationCode,
    name: null,
  };
  return [trust, federation]
    .reduce((known: readonly Membership[], group): readonly Membership[] => {
      const { kinds, kind, code, name } = group;
      const left = known.map((each) =>
        kinds.includes(each.kind) && each.to === null && each.code !== code ? endedBy(each, on, today) : each,
      );
      if (code === null || left.some((each) => each.code === code && each.to === null)) return left;
      return [...left, { kind, code, name: name ?? "", from: before ? on : null, to: null }];
    }, before?.memberships ?? [])
    .slice(-mostMemberships);
}
