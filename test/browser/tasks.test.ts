import { expect, test } from "vitest";
import { PersonView } from "../../shared/contract/routes/views.ts";
import { SchoolUrn, TaskId } from "../../shared/domain/ids.ts";
import { openTask } from "../../shared/domain/tasks/task.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { expectBody } from "../harness/area.ts";
import { agreeWork } from "../service/agreedWork.ts";
import { withConflict } from "../service/tasksOfWork.ts";
import type { Reader } from "./reader.ts";
import { onStage } from "./story.ts";

/** What only a broker decides, by pages alone: each test is the next step of the same story. */
onStage("a broker's tasks", async ({ service, newReader }) => {
  const work = await agreeWork(service);
  const broker = await newReader();
  const main = ({ page }: Reader): Promise<string> => page.locator("main").innerText();
  const alert = ({ page }: Reader): Promise<string> => page.getByRole("alert").innerText();
  const conflict = /^A rule stands against work under way: /;
  const atStart = "What waits for you";

  test("a broker without any is told so", async () => {
    const { goTo, openAs, open, sees } = broker;
    await openAs(work.accounts.broker);
    await sees(atStart);
    await goTo("Tasks");
    await sees("Tasks");
    expect(await main(broker)).toContain("Nothing waits for your decision");
    await open("/pages/tasks?state=settled");
    await sees("Tasks that are settled");
    expect(await main(broker)).toContain("Nothing is settled yet");
  });

  test("a task leads to the work and the practitioner, and is settled with a reason", async () => {
    await withConflict(service, work);
    const { open, page, press, sees } = broker;
    await open("/");
    await sees(atStart);
    expect(await main(broker)).toMatch(/A task that only a broker can settle\. Raised on .*, today\./);
    const { name } = expectBody(
      await service.get(work.accounts.broker, `/people/${work.personId}`),
      200,
      PersonView,
    );
    await page.getByRole("link", { name: new RegExp(`${conflict.source}${name}, `) }).click();
    await sees(conflict);
    expect(await main(broker)).toContain("Both schools belong to trust 7001.");
    await page.getByRole("link", { name: "The work" }).click();
    await sees(/^The work at /);
    await page.goBack();
    await press("Settle this task");
    await sees(/^Error: A rule stands/);
    for (const told of ["Choose what you decide", "Say why"]) expect(await alert(broker)).toContain(told);
    await page.getByRole("link", { name: "Choose what you decide" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("as");
    await page.keyboard.press("Space");
    await page.getByLabel("Why").fill("Both governing bodies were told");
    await page.getByRole("button", { name: "Settle this task" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Settled: The work goes on as it is.").waitFor();
    await sees(conflict);
    expect(await main(broker)).toContain("Both governing bodies were told");
  });

  test("what was settled is taken back, and waits again", async () => {
    const { goTo, page, press, sees } = broker;
    await page.getByText("Take this back").click();
    await press("Open it again");
    await sees(/^Error: A rule stands/);
    await page.getByLabel("Why").fill("One of them was not");
    await press("Open it again");
    await sees(conflict);
    expect(await main(broker)).toContain("Opened again. One of them was not");
    await goTo("Tasks");
    await sees("Tasks");
    expect(await page.getByRole("link", { name: conflict }).count()).toBe(1);
  });

  test("what stands against erasing the practitioner is named, and leads to where it is put right", async () => {
    const { open, page, press, sees } = broker;
    await open(`/pages/people/${work.personId}/erasure`);
    const name = (await page.getByRole("heading", { level: 1 }).innerText()).replace("Erase ", "");
    await page.getByLabel("They left the partnership").check();
    await page.getByLabel("Their name, in full").fill(name);
    await press("Erase for good");
    await sees(/^Error: Erase /);
    expect(await alert(broker)).not.toMatch(/req_|tsk_/);
    await page.getByRole("link", { name: /^Their work on the request .* goes on: end it/ }).click();
    await sees(/^Request for support of /);
    await open(`/pages/people/${work.personId}/erasure`);
    await page.getByLabel("They left the partnership").check();
    await page.getByLabel("Their name, in full").fill(name);
    await press("Erase for good");
    await page
      .getByRole("link", {
        name: 'The task "A rule stands against work under way" about them is open: settle it',
      })
      .click();
    await sees(conflict);
  });

  test("what is asked for is waived, and stands among what is settled", async () => {
    const { world } = service.host;
    const task = openTask({
      taskId: world.fresh(TaskId),
      raisedAt: world.now(),
      schoolId: null,
      evidence: { kind: "bank-holidays", academicYear: "2027-28" },
    });
    await work.store.stage(tasks, [task]);
    const { open, page, press, sees } = broker;
    await open("/pages/tasks");
    await page.getByRole("link", { name: "Confirm next year's bank holidays" }).click();
    await sees("Confirm next year's bank holidays");
    await page.getByLabel("Why").fill("The list is not out yet");
    await press("Settle this task");
    await sees("Confirm next year's bank holidays");
    await open("/pages/tasks?state=settled");
    await sees("Tasks that are settled");
    expect(await main(broker)).toContain("It is waited for no longer");
  });

  test("which schools follow is chosen among those that the register names", async () => {
    const { world } = service.host;
    const [closed, next] = [SchoolUrn.parse("100001"), SchoolUrn.parse("100002")];
    const task = openTask({
      taskId: world.fresh(TaskId),
      raisedAt: world.now(),
      schoolId: null,
      evidence: {
        kind: "succession",
        urn: closed,
        name: "Old School",
        succession: {
          outcome: "undirected",
          steps: [],
          choices: [next],
          evidence: [{ urn: closed, linkUrn: next, linkType: "Successor - amalgamated", on: null }],
          decision: null,
        },
      },
    });
    await work.store.stage(tasks, [task]);
    const { open, page, press, sees } = broker;
    await open(`/pages/tasks/${task.taskId}`);
    await sees("Decide which school follows one that closed");
    expect(await main(broker)).toContain("Successor - amalgamated");
    await page.getByLabel("URN 100002").check();
    await page.getByLabel("Why").fill("The authority says so");
    await press("Settle this task");
    await sees(/^Error: Decide which school/);
    expect(await page.getByLabel("URN 100002").isChecked()).toBe(true);
    expect(await page.getByLabel("Why").inputValue()).toBe("The authority says so");
  });

  test("is nobody else's to see", async () => {
    const head = await newReader();
    await head.openAs(work.accounts.receiving, "/pages/tasks");
    await head.sees("Your account may not do this");
    expect(await head.page.getByRole("link", { name: conflict }).count()).toBe(0);
  });
});
