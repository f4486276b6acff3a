import { expect, test } from "vitest";
import { HeldAboutPerson } from "../../shared/contract/routes/held.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork } from "./agreedWork.ts";
import { problemIn } from "./read.ts";
import { deliver } from "./workSteps.ts";

/** What is held about a practitioner, over the API; what stands in it, functions/people/held tests. */
const service = await serviceForTests();

test("a practitioner and the broker get the file, with the letters and steps of real work; others do not", async () => {
  const work = await agreeWork(service);
  const { broker, practitioner, otherPerson, director, home } = work.accounts;
  await deliver(service, work, 1);
  await service.settle();
  const path = `/people/${work.personId}/held`;
  for (const account of [broker, practitioner]) {
    const answer = await service.get(account, path);
    expect(answer.status).toBe(200);
    const { sections } = HeldAboutPerson.parse(answer.body);
    const entriesOf = (rows: string) => sections.find((each) => each.rows === rows)?.entries ?? [];
    expect(entriesOf("visit")).toMatchObject([{ State: "accurate" }]);
    expect(entriesOf("delivery")).toContainEqual(expect.objectContaining({ About: "visit-answered" }));
    expect(entriesOf("audit")).toContainEqual(expect.objectContaining({ Action: "visit-submitted" }));
  }
  expect(problemIn(await service.get(otherPerson, path))).toBe("not-found");
  for (const account of [director, home])
    expect(problemIn(await service.get(account, path))).toBe("forbidden");
});
