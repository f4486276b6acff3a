import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar.ts";
import { RegisterImportId } from "../../shared/domain/ids.ts";
import { ambiguityOf } from "../../shared/domain/registerFacts.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import { type SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { stagePlan } from "./planImport.ts";
import { putInForce } from "./putInForce.ts";
import { askedAboutSince } from "./registerChanges.ts";
import { withDecision } from "./registerUpdates.ts";

const taskOf = ({ schoolId, urn, name, succession }: SchoolFacts) => ({ schoolId, urn, name, succession });

/** Schools of which a broker must decide what follows them, with the rows of the register that leave it open. */
export const listSuccessionTasks: Handler<"listSuccessionTasks"> = async (_input, { world, store }) => {
  const inForce = await importInForce(store);
  const schools = inForce ? await store.all(schoolFactsOf(inForce.record.importId)) : [];
  const since = askedAboutSince(dateAt(world.now()));
  return {
    status: 200,
    body: { items: schools.filter((school) => ambiguityOf(school, since) !== null).map(taskOf) },
  };
};

type Decision = NonNullable<NonNullable<SchoolFacts["succession"]>["decision"]>;

const isSameDecision = (known: Decision | null, asked: Omit<Decision, "on">): boolean =>
  known?.reason === asked.reason &&
  isDeepStrictEqual(new Set(known.successorUrns), new Set(asked.successorUrns));

/**
 * Decides which schools follow one, none for none: an import of its own, which can be rolled back like any. One
 * school that no register in force has yet takes its place at the next file of schools that does. The decision in force again changes nothing.
 */
export const decideSuccession: Handler<"decideSuccession"> = async (
  { params: { schoolId }, body },
  { world, store, actor, act },
) =>
  act(async () => {
    const inForce = await importInForce(store);
    const before = inForce ? await store.all(schoolFactsOf(inForce.record.importId)) : [];
    const school = before.find((each) => each.schoolId === schoolId);
    if (!inForce || !school) return notFound("school");
    const { succession } = school;
    if (!succession || succession.outcome === "single")
      return refuse("wrong-state", "The register leaves nothing to decide about what follows this school.");
    const unheard = body.successorUrns.filter((urn) => !succession.choices.includes(urn));
    if (unheard.length > 0)
      return refuse("invalid-request", `Choose among ${succession.choices.join(", ")}, or none.`, [
        { pointer: "/successorUrns", detail: `${unheard.join(", ")} is not among the choices` },
      ]);
    if (isSameDecision(succession.decision, body)) return { reply: { status: 200, body: taskOf(school) } };
    const now = world.now();
    const today = dateAt(now);
    const base = inForce.record.importId;
    const decision = { successorUrns: body.successorUrns, on: today, reason: body.reason };
    const digest = sha256(JSON.stringify([schoolId, decision]));
    const importId = derivedId(RegisterImportId, store.partnershipId, "decision", digest, base);
    const planned = await stagePlan(store, {
      plan: withDecision({ importId, before, today }, schoolId, decision),
      before,
      warnings: [],
      record: {
        importId,
        kind: "decision",
        digest,
        area: null,
        rowsRead: 0,
        schoolsRead: 1,
        replacedImportId: base,
        importedAt: now,
      },
    });
    if (isRefusal(planned)) return planned;
    return {
      reply: { status: 200, body: taskOf({ ...school, succession: { ...succession, decision } }) },
      action: putInForce({ planned, inForce, actor, now }),
    };
  });
