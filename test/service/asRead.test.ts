import { describe, expect, test } from "vitest";
import { claim, groundForPeople, personIn, profile } from "./groundForPeople.ts";
import { problemIn } from "./withSchools.ts";

const { ours, standing, get, put, added, trailOf } = await groundForPeople();

const stale = { status: 409, code: "wrong-state" };

/** What is written whole, as it is read, as somebody else changes it, and as its second writer means it. */
const whole = [
  {
    what: "profile",
    read: profile,
    theirs: { ...profile, capacityDaysPerYear: 12 },
    mine: { ...profile, travelLimitMetres: null },
  },
  {
    what: "standing",
    read: standing,
    theirs: { designations: [], assurance: null, leastDeployments: 1 },
    mine: { designations: [], assurance: null },
  },
  {
    what: "claims",
    read: { claims: [claim] },
    theirs: { claims: [{ ...claim, level: "can-lead-review" }] },
    mine: { claims: [] },
  },
];

describe.each(whole)(
  "the $what of a practitioner, sent with what was read",
  ({ what, read, theirs, mine }) => {
    const before = "claims" in read ? read.claims : read;
    const asTheirs = "claims" in theirs ? theirs.claims : theirs;

    test("is written over nothing else, and once only", async () => {
      const { personId } = await added();
      const path = `/people/${personId}/${what}`;
      expect((await put(ours.broker, path, { ...theirs, before })).status).toBe(200);
      expect(problemIn(await put(ours.broker, path, { ...mine, before }))).toMatchObject(stale);
      const held = personIn(await get(ours.broker, `/people/${personId}`));
      expect((await put(ours.broker, path, { ...theirs, before })).status).toBe(200);
      expect(personIn(await get(ours.broker, `/people/${personId}`))).toEqual(held);
      expect((await put(ours.broker, path, { ...mine, before: asTheirs })).status).toBe(200);
      expect(await trailOf(personId)).toHaveLength(3);
    });

    test("of two written at once one stands, and the other is told", async () => {
      const { personId } = await added();
      const answers = await Promise.all(
        [theirs, mine].map((body) => put(ours.broker, `/people/${personId}/${what}`, { ...body, before })),
      );
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      expect(await trailOf(personId)).toHaveLength(2);
    });
  },
);
