import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { HeldAboutPerson } from "../../../shared/contract/routes/held.ts";
import { PartnershipId, PersonId } from "../../../shared/domain/ids.ts";
import { act } from "../../../shared/runtime/act.ts";
import { freshId } from "../../../shared/runtime/identity.ts";
import { isRefusal } from "../../../shared/runtime/refusal.ts";
import type { Session } from "../../../shared/runtime/session.ts";
import { personalRows } from "../../../shared/store/personalRows.ts";
import { offers, requests } from "../../../shared/store/rows/requests.ts";
import { evaluations, followUps, followUpsOfRequest } from "../../../shared/store/rows/deployments.ts";
import {
  broker,
  closed,
  declined,
  ended,
  known,
  now,
  practitioner,
  putSomeoneKnown,
  writeToThem,
} from "../../../test/harness/someoneKnown.ts";
import { numbered } from "../../../test/harness/rows.ts";
import { memoryTable } from "../../../test/store/memoryTable.ts";
import { memoryWorld, storesOver } from "../../../test/store/memoryWorld.ts";
import { heldAboutPerson } from "./held.ts";

/** What is held about a practitioner, as one file: every kind of row, as far as whoever asks may read it. */
async function laidOut() {
  const partnershipId = freshId(PartnershipId, Date.parse(now));
  const store = storesOver(memoryTable(), now)(partnershipId);
  await putSomeoneKnown(store);
  await writeToThem(store);
  const ask = async (session: Pick<Session, "account" | "roles" | "personId">, personId = known.personId) => {
    const asking = { ...session, partnershipId, schoolId: undefined };
    const actor = { role: "broker" as const, account: session.account };
    return heldAboutPerson(
      { params: { personId }, query: {}, body: undefined },
      { world: memoryWorld(now), store, session: asking, actor, act: (decide) => act({ store }, decide) },
    );
  };
  const held = async (session: Parameters<typeof ask>[0]): Promise<z.output<typeof HeldAboutPerson>> => {
    const answer = await ask(session);
    if (isRefusal(answer)) throw new Error(answer.detail);
    return HeldAboutPerson.parse(answer.body);
  };
  return { store, ask, held };
}

const asBroker = { account: broker.account, roles: ["broker" as const], personId: undefined };
const asThemself = {
  account: practitioner.account,
  roles: ["practitioner" as const],
  personId: known.personId,
};
type File = z.output<typeof HeldAboutPerson>;
const entriesOf = ({ sections }: File, rows: string) =>
  sections.find((each) => each.rows === rows)?.entries ?? [];

const exported = Object.entries(personalRows)
  .filter(([, row]) => row.exported)
  .map(([name]) => name);

describe("what the broker is given for somebody", () => {
  it("has something of every kind of row that can speak of them", async () => {
    const file = await (await laidOut()).held(asBroker);
    expect(file.sections.map(({ rows }) => rows).toSorted()).toEqual(exported.toSorted());
    expect(file.sections.filter(({ entries }) => entries.length === 0)).toEqual([]);
  });

  it("holds every word that was written by them or of them, and no other's draft", async () => {
    const text = JSON.stringify(await (await laidOut()).held(asBroker));
    for (const words of [
      "Marked Name",
      "Marked@example.org",
      "marked claim",
      "marked title",
      "marked interest",
      "marked pause",
      "marked note of home-head",
      "marked refusal",
      "marked reason of the broker",
      "marked comment of the school",
      "marked waiver",
      "What the record accurate tells",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("What the record draft tells");
    expect(text).not.toContain("practitioner2@example.org");
  });

  it("tells nothing that was decided about others on requests which they began", async () => {
    const { store, held } = await laidOut();
    const reason = "about somebody else";
    const [personId, rule] = [numbered.person(2), "past-employer" as const];
    const decided = { at: now, by: broker.account, action: "person-pinned", reason };
    await store.stage(requests, [
      {
        ...closed,
        pins: [{ personId, reason }],
        exclusions: [{ personId, reason }],
        overrides: [{ personId, rule, reason }],
        declinedBy: [personId],
        decisions: [decided],
      },
    ]);
    const file = await held(asBroker);
    expect(entriesOf(file, "request")).toHaveLength(2);
    expect(JSON.stringify(file)).not.toContain(reason);
    for (const rows of ["request", "audit"])
      expect(JSON.stringify(entriesOf(file, rows))).not.toContain(numbered.person(2));
  });

  it("tells fields in words, and schools by name", async () => {
    const [record] = entriesOf(await (await laidOut()).held(asBroker), "person");
    expect(record).toMatchObject({ "Home school": "School 2", "Home school id": numbered.school(2) });
  });
});

describe("what they are given themself", () => {
  it("holds their own words and drafts, and nothing that brokers alone read", async () => {
    const file = await (await laidOut()).held(asThemself);
    const text = JSON.stringify(file);
    for (const words of ["marked interest", "marked note of practitioner", "What the record draft tells"])
      expect(text).toContain(words);
    for (const words of ["marked reason of the broker", "marked waiver", "marked note of home-head"])
      expect(text).not.toContain(words);
    expect(entriesOf(file, "match-run")).toEqual([]);
    expect(entriesOf(file, "request")).toMatchObject([{ "Request id": closed.requestId }]);
    expect(file.leftOut.map(({ what }) => what).join()).toContain("pins, exclusions");
  });

  it("names nobody else, neither by account nor by id", async () => {
    const text = JSON.stringify(await (await laidOut()).held(asThemself));
    expect(text).not.toContain(broker.account);
    expect(text).not.toContain(numbered.person(2));
  });

  it("leaves out what a school wrote later, which only the school and who oversees it read", async () => {
    const { store, held } = await laidOut();
    const [asked] = await store.all(followUpsOfRequest(closed.requestId));
    if (!asked) throw new Error("An outcome is followed up");
    const answer = { direction: "better" as const, evidenceStrength: 2, at: now };
    await store.stage(followUps, [
      { ...asked, state: "answered", answer: { ...answer, comment: "marked later word" } },
    ]);
    expect(JSON.stringify(await held(asBroker))).toContain("marked later word");
    const file = await held(asThemself);
    expect(entriesOf(file, "follow-up")).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain("marked later word");
  });

  it("tells the steps that they took, on whatever trail", async () => {
    const steps = entriesOf(await (await laidOut()).held(asThemself), "audit");
    const actions = steps.map((each) => each["Action"]);
    expect(new Set(actions)).toEqual(new Set(["person-added", "claims-set", "offer-accepted"]));
  });

  it("holds the school's evaluation once their own is written, and not before", async () => {
    const { store, held } = await laidOut();
    const sides = async () => entriesOf(await held(asThemself), "evaluation").map((each) => each["Side"]);
    expect(await sides()).toEqual(["practitioner", "school"]);
    const { requestId, deploymentId } = ended;
    await store.drop(evaluations, [{ requestId, deploymentId, side: "practitioner" }]);
    expect(await sides()).toEqual([]);
  });
});

describe("the file", () => {
  it("is read to the last page of every list", async () => {
    const { store, held } = await laidOut();
    const many = Array.from({ length: 1100 }, (_, index) => ({
      ...declined,
      offerId: numbered.offer(100 + index),
    }));
    await store.stage(offers, many);
    expect(entriesOf(await held(asThemself), "offer")).toHaveLength(1102);
  });

  it("is not there for somebody else, nor of somebody who is not", async () => {
    const { ask } = await laidOut();
    const stranger = { ...asThemself, personId: numbered.person(2) };
    expect(await ask(stranger)).toMatchObject({ problem: "not-found" });
    expect(await ask(asBroker, PersonId.parse("per_99999999"))).toMatchObject({ problem: "not-found" });
  });
});
