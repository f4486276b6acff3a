import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { addPractitioner, confirm, primaryOf, runMatch, submitRequest } from "../harness/area.ts";
import { story } from "./story.ts";

story("what the work came to", 6, async ({ service, area, newReader }) => {
  const year = academicYearOf(dateAt(service.host.clock.now().toISOString()));

  test("shows a director one year or all, and hands out the files behind it", async () => {
    const { goTo, openAs, page, sees } = await newReader();
    await openAs(area.director);
    await goTo("Impact");
    await sees("What the work came to");
    await page.getByRole("link", { name: year }).click();
    await sees(`What the work came to, ${year}`);
    expect(await page.locator("main [aria-current]").innerText()).toBe(year);
    await page.getByRole("heading", { name: "Who asks, and who gives" }).waitFor();
    await page.getByRole("table", { name: "By pupils eligible for free school meals" }).waitFor();
    await page.getByText("that did not ask").click();
    expect(await page.locator("main").innerText()).toContain("Nothing is told yet");
    const [schools] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Schools with what they asked, had and gave, as CSV" }).click(),
    ]);
    expect(schools.suggestedFilename()).toBe(`schools-${year}.csv`);
    const main = await page.locator("main").innerText();
    expect(main).toContain("What lasted, a term after: none.");
    expect(main).toContain("Each once, by where it stands now; of a year, those whose dates begin in it.");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Outcomes, as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`outcomes-${year}.csv`);
    expect(readFileSync(await file.path(), "utf8")).toMatch(/^\ufeff.*Success measure/);
  });

  test("holds back what points at a school where figures are to be published", async () => {
    const { openAs, page, sees } = await newReader();
    await openAs(area.director, `/pages/impact?academicYear=${year}`);
    await page.getByRole("link", { name: "Figures to publish" }).click();
    await sees(`What the work came to, ${year}: figures to publish`);
    const main = await page.locator("main").innerText();
    expect(main).toContain("it is held back");
    expect(main).not.toContain("that did not ask");
    expect(await page.getByRole("link", { name: /as CSV/ }).count()).toBe(0);
    const numbers = await page.locator("td").allInnerTexts();
    expect(numbers.map(Number).filter((each) => each > 0 && each < 5)).toEqual([]);
    await page.getByRole("link", { name: "All figures, for those who work with them" }).click();
    await sees(`What the work came to, ${year}`);
  });

  test("tells why offers were declined as said of whoever declined", async () => {
    const home = primaryOf(area, 1).schoolId;
    const personId = await addPractitioner(service, area, { home, code: "CT-03" });
    await submitRequest(service, area, { school: primaryOf(area, 0).schoolId });
    const [proposal] = (await runMatch(service, area)).proposals;
    if (!proposal) throw new Error("The run proposes somebody");
    const { requestId, offerId } = await confirm(service, area, proposal);
    const refusal = `/requests/${requestId}/offers/${offerId}/refusal`;
    const said = await service.post(area.practitioner(personId), refusal, { reason: "too-far", note: "" });
    expect(said.status).toBe(200);
    await service.settle();
    const { openAs, page } = await newReader();
    await openAs(area.director, "/pages/impact");
    const table = page.getByRole("table", { name: /^Why offers were declined/ });
    expect(await table.getByRole("rowheader").allInnerTexts()).toEqual(["Too far"]);
  });

  test("leads a director to what schools ask for, and not to asking", async () => {
    const { openAs, open, page, sees } = await newReader();
    await openAs(area.director, "/pages/requests");
    await sees("Requests for support");
    expect(await page.getByRole("link", { name: "Ask for support" }).count()).toBe(0);
    await open("/pages/requests/new");
    await sees("Your account may not do this");
  });

  test("is not for schools", async () => {
    const account = area.head(primaryOf(area, 0).schoolId);
    const { openAs, page, sees } = await newReader();
    await openAs(account, "/pages/impact");
    await sees("Your account may not do this");
    expect(await page.locator("table").count()).toBe(0);
  });
});
