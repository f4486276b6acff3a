import { describe, expect, it } from "vitest";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { read } from "./read.ts";
import { setScene } from "./scene.ts";

const service = await serviceForTests();

const headOf = (schoolId: string | undefined): string => `head-${schoolId?.slice(4)}@school.example`;

describe("the withdrawal of a request", () => {
  it.each(["nobody", "practitioner", "home-head"] as const)(
    "is told to those who were asked, once each, where %s had said yes last",
    async (last) => {
      const scene = await setScene(service);
      const [asking, home] = scene.schools;
      const email = `person-${asking?.slice(4)}@school.example`;
      const person = await scene.addPerson(1, { email });
      const request = await scene.addRequest(0);
      await scene.store.stage(
        schoolContacts,
        scene.schools.slice(0, 2).map((schoolId) => {
          const headEmail = headOf(schoolId);
          return { schoolId, headEmail, inCategoryOfConcern: false, revision: 0 };
        }),
      );
      const { requestId, offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
      const at = `/requests/${requestId}/offers/${offerId}`;
      if (last !== "nobody") await scene.post(person.account, `${at}/acceptance`, {});
      if (last === "home-head") await scene.post(person.homeHead, `${at}/release`, { released: true });
      const reason = { reason: "The new deputy will do it" };
      expect((await scene.post(request.head, `/requests/${requestId}/withdrawal`, reason)).status).toBe(200);
      await service.settle();
      const told = (await service.letters()).filter(({ subject }) => subject.includes("withdrawn"));
      const lettersTo = (address: string) => told.filter(({ to }) => to.includes(address)).length;
      expect([headOf(asking), headOf(home), email].map(lettersTo)).toEqual([1, last === "nobody" ? 0 : 1, 1]);
    },
  );
});
