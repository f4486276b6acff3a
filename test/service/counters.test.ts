import { describe, expect, it } from "vitest";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { setScene } from "./scene.ts";
import { daysLeft, offered, step } from "./offering.ts";

const service = await serviceForTests();

describe("an offer to which other terms are proposed", () => {
  it("holds the days that the practitioner proposed once the broker takes them", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    const window = (await scene.request(request))?.window;
    const terms = { days: 1.5, window, mode: "on-site" };
    const countered = await step(at, "counter")(person.account, { terms, message: "I have less time" });
    expect(read.offer(countered)).toMatchObject({ state: "countered", expiresAt: null });
    expect(problemIn(await step(at, "acceptance")(person.account))).toBe("wrong-state");
    const taken = await step(at, "counter/settlement")(scene.broker, { take: true, reason: "Good" });
    expect(read.offer(taken)).toMatchObject({
      state: "accepted",
      terms,
      consents: [{ answer: "yes" }, { party: "home-head", answer: "awaited" }, { answer: "not-yet-asked" }],
    });
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([0, 18.5]);
  });

  it.each(["practitioner", "home-head"] as const)(
    "tells of the terms that a %s proposed only whoever was asked",
    async (by) => {
      const scene = await setScene(service);
      const headOf = (schoolId: string) => `head-${schoolId.slice(4)}@school.example`;
      await scene.store.stage(
        schoolContacts,
        scene.schools.map((schoolId) => {
          const headEmail = headOf(schoolId);
          return { schoolId, headEmail, inCategoryOfConcern: false, revision: 0 };
        }),
      );
      const at = await offered(scene);
      const { person, request } = at;
      if (by === "home-head") await step(at, "acceptance")(person.account);
      const terms = { days: 2, window: (await scene.request(request))?.window, mode: "on-site" };
      const account = by === "home-head" ? person.homeHead : person.account;
      await step(at, "counter")(account, { terms, message: "Two days at most" });
      await step(at, "counter/settlement")(scene.broker, { take: true, reason: "Good" });
      await service.settle();
      const changed = (await service.letters()).filter(({ subject }) => subject.includes("have changed"));
      const lettersTo = (school: number) =>
        changed.filter(({ to }) => to.includes(headOf(scene.schoolAt(school)))).length;
      expect([lettersTo(0), lettersTo(1)]).toEqual([0, by === "home-head" ? 1 : 0]);
    },
  );

  it("takes no other dates on which the school is not open as often as is to be worked", async () => {
    const at = await offered(await setScene(service));
    const nextYear = Number(service.host.world.now().slice(0, 4)) + 1;
    const counter = step(at, "counter");
    const countering = (to: string) => {
      const window = { from: `${nextYear}-08-24`, to };
      return counter(at.person.account, {
        terms: { days: 1.5, window, mode: "on-site" },
        message: "In the summer",
      });
    };
    const refused = await countering(`${nextYear}-08-28`);
    expect(problemIn(refused)).toBe("invalid-request");
    expect(read.problem(refused).errors?.[0]?.pointer).toBe("/terms/window");
    const endless = await countering("9999-12-31");
    expect(problemIn(endless)).toBe("invalid-request");
    expect(read.problem(endless).errors?.[0]?.pointer).toBe("/terms/window/to");
    expect(read.offer(await countering(`${nextYear + 1}-12-31`))).toMatchObject({ state: "countered" });
  });

  it("asks a practitioner again, who holds nothing until then, when the home head's terms are taken", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    await step(at, "acceptance")(person.account);
    const terms = { days: 2, window: (await scene.request(request))?.window, mode: "on-site" };
    await step(at, "counter")(person.homeHead, { terms, message: "Two days at most" });
    const taken = await step(at, "counter/settlement")(scene.broker, { take: true, reason: "Good" });
    expect(read.offer(taken)).toMatchObject({
      state: "sent",
      consents: [{ answer: "awaited" }, { answer: "yes" }, { answer: "not-yet-asked" }],
    });
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([1, 20]);
    const again = await step(at, "acceptance")(person.account);
    expect(read.offer(again).consents).toMatchObject([
      { answer: "yes" },
      { answer: "yes" },
      { answer: "awaited" },
    ]);
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([0, 18]);
  });
});
