import type { MatchInput, SupportGiven } from "../facts/facts.ts";
import { latestSupport } from "../facts/support.ts";
import { canonicalText } from "./canonical.ts";

/** One difference between what two runs knew: a row that came or went, or one field of a row. */
export interface InputChange {
  readonly of: "request" | "practitioner" | "school" | "calendar" | "support" | "policy" | "today";
  /** Id of the row; of support, the home and the receiving school; the same as `of` where there is but one. */
  readonly id: string;
  readonly kind: "new" | "gone" | "changed";
  /** The field that changed, null for a whole row. */
  readonly field: string | null;
  /** The values of the field as canonical JSON, null for a whole row and for none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A row with what tells it from the others of its kind. */
interface Keyed {
  readonly id: string;
}

/** Latest support of each pair of schools: no rule looks at an earlier one. */
interface LatestGiven extends Keyed {
  readonly given: SupportGiven;
  readonly onDate: string;
  readonly deploymentId: string | null;
}

const latestGiven = ({ recentSupport }: MatchInput): readonly LatestGiven[] =>
  Array.from(latestSupport(recentSupport).values(), (received) => Array.from(received.values()))
    .flat()
    .map((given) => {
      const { homeSchoolId, receivingSchoolId, onDate, deploymentId } = given;
      return { id: `${homeSchoolId} ${receivingSchoolId}`, given, onDate, deploymentId };
    });

const textOf = (row: object, field: string): string | null => {
  const value: unknown = new Map<string, unknown>(Object.entries(row)).get(field);
  return value === undefined ? null : canonicalText(value);
};

const whole = { field: null, before: null, after: null } as const;

function rowChanges(
  of: InputChange["of"],
  before: readonly Keyed[],
  after: readonly Keyed[],
): readonly InputChange[] {
  const [old, now] = [
    new Map(before.map((row) => [row.id, row])),
    new Map(after.map((row) => [row.id, row])),
  ];
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return ids.flatMap((id): readonly InputChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was === undefined) return [{ of, id, kind: "new", ...whole }];
    if (is === undefined) return [{ of, id, kind: "gone", ...whole }];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted().flatMap((field) => {
      const [b, a] = [textOf(was, field), textOf(is, field)];
      return b === a ? [] : [{ of, id, kind: "changed" as const, field, before: b, after: a }];
    });
  });
}

const supportRows = (input: MatchInput): readonly Keyed[] =>
  latestGiven(input).map(({ given: _given, ...row }) => row);

/** Everything in which two inputs differ, in one order whatever the order of their rows. */
export function inputChanges(before: MatchInput, after: MatchInput): readonly InputChange[] {
  const single = (of: "policy" | "today", row: (input: MatchInput) => object) =>
    rowChanges(of, [{ id: of, ...row(before) }], [{ id: of, ...row(after) }]);
  return [
    ...rowChanges("request", before.requests, after.requests),
    ...rowChanges("practitioner", before.practitioners, after.practitioners),
    ...rowChanges("school", before.schools, after.schools),
    ...rowChanges("calendar", before.calendars ?? [], after.calendars ?? []),
    ...rowChanges("support", supportRows(before), supportRows(after)),
    ...single("policy", ({ policy }) => policy),
    ...single("today", ({ today }) => ({ today })),
  ];
}

/** A row with the named fields as another row has them; those that it lacks are undefined. */
function withFields<Row extends object>(row: Row, from: Row, fields: readonly string[]): Row {
  const held = new Map<string, unknown>(Object.entries(from));
  return Object.assign({}, row, Object.fromEntries(fields.map((name) => [name, held.get(name)])));
}

const fieldsOf = (changes: readonly InputChange[]): readonly string[] =>
  changes.flatMap(({ field }) => (field === null ? [] : [field]));

function revertedRows<Row extends Keyed>(
  before: readonly Row[],
  after: readonly Row[],
  changes: readonly InputChange[],
): readonly Row[] {
  if (changes.length === 0) return after;
  const old = new Map(before.map((row) => [row.id, row]));
  const byId = Map.groupBy(changes, ({ id }) => id);
  const kept = after.flatMap((row) => {
    const mine = byId.get(row.id) ?? [];
    if (mine.some(({ kind }) => kind === "new")) return [];
    const was = old.get(row.id);
    return was === undefined || mine.length === 0 ? [row] : [withFields(row, was, fieldsOf(mine))];
  });
  const back = changes.flatMap(({ id, kind }) => (kind === "gone" ? (old.get(id) ?? []) : []));
  return [...kept, ...back];
}

/** The later input with some of its changes taken back; with all of them it says what the earlier one said. */
export function reverted(before: MatchInput, after: MatchInput, changes: readonly InputChange[]): MatchInput {
  const of = (thing: InputChange["of"]) => changes.filter((change) => change.of === thing);
  const calendars = revertedRows(before.calendars ?? [], after.calendars ?? [], of("calendar"));
  return {
    policy: withFields(after.policy, before.policy, fieldsOf(of("policy"))),
    today: of("today").length > 0 ? before.today : after.today,
    schools: revertedRows(before.schools, after.schools, of("school")),
    ...(calendars.length > 0 ? { calendars } : {}),
    practitioners: revertedRows(before.practitioners, after.practitioners, of("practitioner")),
    requests: revertedRows(before.requests, after.requests, of("request")),
    recentSupport: revertedRows(
      latestGiven(before),
      latestGiven(after),
      // Of support the date and the deployment are all that can change, and they stand in the row as well.
      of("support").flatMap((change) =>
        change.kind === "changed" ? [change, { ...change, field: "given" }] : [change],
      ),
    ).map(({ given }) => given),
  };
}
