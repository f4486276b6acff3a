import { expect, test } from "vitest";
import { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { addPractitioner, primaryOf } from "../harness/area.ts";
import type { Reader } from "./reader.ts";
import { story } from "./story.ts";

/** What a practitioner offers, and their head vouches for, by pages alone: each test is the next step of the same story. */
story("a practitioner", 8, async ({ service, area, newReader }) => {
  const home = primaryOf(area, 0);
  const personId = await addPractitioner(service, area, { home: home.schoolId, code: "CT-03" });
  const at = `/pages/people/${personId}`;
  const today = dateAt(service.host.clock.now().toISOString());
  const thisYear = today.slice(0, 4);
  const practitioner = await newReader();
  const head = await newReader();
  const name = /^Practitioner \d+$/;
  const canHelp = /^What (you|Practitioner \d+) can help with$/;
  const whenAsked = /^When and how (you|Practitioner \d+) can be asked$/;
  const main = ({ page }: Reader): Promise<string> => page.locator("main").innerText();
  const alert = ({ page }: Reader): Promise<string> => page.getByRole("alert").innerText();

  test("a practitioner finds their own page, with who endorsed what", async () => {
    const { goTo, openAs, page, sees } = practitioner;
    await openAs(area.practitioner(personId));
    await goTo("What you offer");
    await sees(name);
    const text = await main(practitioner);
    for (const told of ["Can coach it", `Endorsed for ${home.name}`, "15 of 15 days left", "No limit"])
      expect(text).toContain(told);
    expect(await page.getByText("Endorse this").count()).toBe(0);
  });

  test("a claim lacks nothing before it is declared, and is then for the head to endorse", async () => {
    const { page, press, sees } = practitioner;
    await page.getByRole("link", { name: "Declare, confirm or change" }).click();
    await sees(canHelp);
    await page.getByLabel("What shows it?").last().fill("Led <b>writing</b> across two schools");
    await page.getByLabel("Primary").last().uncheck();
    await press("Declare this");
    await sees(/^Error: What you can help with$/);
    for (const told of [
      "Choose what you can help with",
      "Choose what you can do with it",
      "Choose at least one phase",
      "Give the year in which you last did it",
    ])
      expect(await alert(practitioner)).toContain(told);
    await page.getByRole("link", { name: "Choose at least one phase" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("phases");
    await page.getByLabel("What can you help with?").selectOption("CT-04");
    await page.getByLabel("What can you do with it?").last().selectOption("can-lead-review");
    await page.getByLabel("Primary").last().check();
    await page
      .getByLabel("In which year")
      .last()
      .fill(String(Number(thisYear) + 1));
    await press("Declare this");
    await sees(/^Error: What you can help with$/);
    expect(await alert(practitioner)).toContain(`This year is ${thisYear}`);
    await page.getByLabel("In which year").last().fill(thisYear);
    await press("Declare this");
    await sees(canHelp);
    const text = await main(practitioner);
    expect(text).toContain("Can lead a review of it, primary");
    expect(text).toContain("Led <b>writing</b> across two schools");
    expect(text).toContain(`The head of ${home.name} is asked`);
  });

  test("the head endorses it by keyboard, and may take that back", async () => {
    const { goTo, openAs, page, sees } = head;
    await openAs(area.head(home.schoolId));
    await goTo("People");
    await sees("Colleagues who support other schools");
    expect(await main(head)).toContain("1 claim not endorsed yet");
    await page.getByRole("link", { name }).click();
    await sees(name);
    expect(await main(head)).toContain("You are asked, as their head");
    await page.getByText("Endorse this").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("What you know it by").fill("Seen in lessons");
    await sees(name);
    await page.getByRole("button", { name: /^Endorse/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Seen in lessons").waitFor();
    await sees(name);
    await page
      .getByRole("button", { name: /^Take the endorsement back/ })
      .last()
      .click();
    await page.getByText("Not endorsed yet").waitFor();
    await sees(name);
    await head.open(`${at}/claims`);
    await sees("Your account may not do this");
  });

  test("a head whose own claims they are is told that the broker endorses them", async () => {
    const both = await newReader();
    const account = service.enrol({
      account: `head-and-practitioner-${personId.slice(4)}`,
      partnership: area.partnershipId,
      roles: ["school", "practitioner"],
      school: home.schoolId,
      person: personId,
    });
    await both.openAs(account, at);
    await both.sees(name);
    expect(await main(both)).toContain("The broker endorses it, since nobody endorses their own");
    expect(await both.page.getByText("Endorse this").count()).toBe(0);
  });

  test("the head may decline to endorse it with a reason, which the practitioner reads", async () => {
    const { open, page, sees } = head;
    await open(at);
    const decline = page.getByRole("button", { name: /^Decline to endorse it/ });
    await page.getByText("Say that you do not vouch for it").click();
    await decline.click();
    await sees(/^Error: Practitioner \d+$/);
    await page.getByRole("link", { name: "Say why, in a few words" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("reason");
    await page.getByLabel("Why not?").fill("It was <b>another</b> team");
    await decline.click();
    await page.getByText(`Not endorsed for ${home.name}`).waitFor();
    await sees(name);
    expect(await main(head)).not.toContain("You are asked, as their head");
    await practitioner.open(at);
    await practitioner.sees(name);
    expect(await main(practitioner)).toContain("It was <b>another</b> team");
    expect(await main(practitioner)).toContain("Once it is changed, it is for the head to look at anew");
    await page.getByText("Endorse this").click();
    await page.getByRole("button", { name: /^Endorse/ }).click();
    await page
      .getByRole("button", { name: /^Take the endorsement back/ })
      .last()
      .click();
    await page.getByText("Not endorsed yet").waitFor();
  });

  test("no word is said of a claim that was changed after its page was opened, and what was typed stays", async () => {
    const { open, page, sees } = head;
    await open(at);
    await page.getByText("Endorse this").click();
    await page.getByLabel("What you know it by").fill("Seen in lessons");
    const claimsAt = at.replace("/pages", "");
    const { claims } = VisiblePerson.parse((await service.get(area.broker, claimsAt)).body);
    const held = claims.map(({ code, level, phases, lastPractisedYear, evidence }) => ({
      code,
      level,
      phases,
      lastPractisedYear,
      evidence: code === "CT-04" ? "Led it in one school" : evidence,
    }));
    await service.put(area.broker, `${claimsAt}/claims`, { claims: held });
    await page.getByRole("button", { name: /^Endorse/ }).click();
    await sees(/^Error: Practitioner \d+$/);
    expect(await page.getByRole("alert").innerText()).toContain("The claim was changed after you opened");
    expect(await main(head)).toContain("Led it in one school");
    expect(await page.getByLabel("What you know it by").inputValue()).toBe("Seen in lessons");
    expect(await page.getByText("Endorsed for").count()).toBe(1);
  });

  test("claims are confirmed, changed and taken back by whose they are", async () => {
    const { open, page, press, sees } = practitioner;
    await open(`${at}/claims`);
    await press("They all still hold as they are");
    await sees(canHelp);
    expect(await main(practitioner)).toContain("Last confirmed on");
    await page.getByText("Change this").first().click();
    await page.getByLabel("What can you do with it?").first().selectOption("can-share");
    await page
      .getByRole("button", { name: /^Save this/ })
      .first()
      .click();
    await sees(canHelp);
    expect(await main(practitioner)).toContain("Can share it");
    expect(await page.getByText("Not endorsed yet").count()).toBe(2);
    for (const _each of [1, 2]) {
      await page.getByText("Take this back").first().click();
      await page
        .getByRole("button", { name: /^Take this back/ })
        .first()
        .click();
      await sees(canHelp);
    }
    expect(await main(practitioner)).toContain("Nothing is declared yet");
    await open(at);
    await sees(name);
    await page.getByRole("link", { name: "Declare it" }).click();
    await sees(canHelp);
  });

  test("days and dates are changed, and a date on which no school is open is told of", async () => {
    const { open, page, press, sees } = practitioner;
    await open(`${at}/profile`);
    await sees(whenAsked);
    await page.getByLabel("Days in an academic year").fill("10.25");
    await page.getByLabel("How far to travel").fill("12");
    await page.getByLabel("Remotely", { exact: true }).uncheck();
    await page.getByLabel("Coaching").check();
    await press("Save");
    await sees(/^Error: When and how/);
    expect(await alert(practitioner)).toContain("Give whole or half days");
    await page.getByLabel("Days in an academic year").fill("10.5");
    await press("Save");
    await sees(whenAsked);
    await press("Add these dates");
    await sees(/^Error: When and how/);
    await page.getByRole("link", { name: "Give the first day" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("from");
    await page.getByLabel("First day").fill("2027-08-02");
    await page.getByLabel("Last day").fill("2027-08-06");
    await press("Add these dates");
    await sees(whenAsked);
    expect(await page.getByRole("status").innerText()).toContain("It is saved");
    await open(at);
    await sees(name);
    const text = await main(practitioner);
    for (const told of [
      "10.5 of 10.5 days left",
      "Up to 12.0 miles",
      "Coaching",
      "2 August 2027 to 6 August 2027",
    ])
      expect(text).toContain(told);
    await page.getByRole("link", { name: "Change days" }).click();
    await page.getByRole("button", { name: /^Take off/ }).click();
    await sees(whenAsked);
    expect(await main(practitioner)).toContain("No dates are given");
  });

  test("what somebody else saved of days and places meanwhile is not written over unseen", async () => {
    const { open, page, press, sees } = practitioner;
    await open(`${at}/profile`);
    await page.getByLabel("Days in an academic year").fill("9");
    const broker = await newReader(1280);
    await broker.openAs(area.broker, `${at}/profile`);
    await broker.page.getByLabel("Pieces of work at once").fill("3");
    await broker.press("Save");
    await broker.sees(/^When and how/);
    await press("Save");
    await sees(/^Error: When and how/);
    expect(await alert(practitioner)).toContain("Somebody saved this after you opened it");
    for (const theirs of ["10.5 days in an academic year", "3 at most"])
      expect(await main(practitioner)).toContain(theirs);
    expect(await page.getByLabel("Days in an academic year").inputValue()).toBe("9");
    await page.getByLabel("Days in an academic year").fill("10.5");
    await page.getByLabel("Pieces of work at once").fill("3");
    await press("Save");
    await sees(whenAsked);
  });

  test("a tie to a school is between the practitioner and the broker", async () => {
    const { page, press, sees } = practitioner;
    await press("Declare this interest");
    await sees(/^Error: When and how/);
    expect(await alert(practitioner)).toContain("Choose the school");
    const school = primaryOf(area, 1);
    await page.getByLabel("School", { exact: true }).selectOption(school.schoolId);
    await page.getByLabel("Since (optional)").fill("2024-09-01");
    await press("Declare this interest");
    await sees(whenAsked);
    expect(await main(practitioner)).toContain(
      `${school.name}: governor or trustee there, since 1 September 2024`,
    );
    const broker = await newReader(1280);
    await broker.openAs(area.broker, `${at}/profile`);
    await broker.sees(whenAsked);
    expect(await main(broker)).toContain(`${school.name}: governor or trustee there`);
    await broker.page.getByRole("button", { name: /^Take off/ }).click();
    await broker.sees(whenAsked);
    expect(await main(broker)).not.toContain("governor or trustee there");
  });

  test("a break keeps offers away until it is ended", async () => {
    const { open, page, press, sees } = practitioner;
    await open(at);
    await page.getByText("Take a break: be offered").click();
    await press("Take a break");
    await sees(/^Error: Practitioner/);
    for (const told of ["Give the last day of the break", "Say why"])
      expect(await alert(practitioner)).toContain(told);
    await page.getByLabel("Last day of the break").fill(addDays(today, 20));
    await page.getByLabel("Why").fill("An inspection at our school");
    await press("Take a break");
    await sees(name);
    expect(await page.locator(".notice").innerText()).toContain("An inspection at our school");
    await head.open(at);
    await head.sees(name);
    expect(await main(head)).toContain("On a break until");
    expect(await main(head)).not.toContain("An inspection");
    await press("End the break: be asked again");
    await sees(name);
    expect(await main(practitioner)).not.toContain("On a break");
  });

  test("what schools and boards confirmed is the broker's to record", async () => {
    const broker = await newReader();
    const { openAs, page, press, sees } = broker;
    const onRecord = /^What is on record of Practitioner \d+$/;
    await openAs(area.broker, at);
    await page.getByRole("link", { name: "Change what is on record" }).click();
    await sees(onRecord);
    await press("Take the letter off");
    await sees(onRecord);
    await press("Record the letter");
    await sees(/^Error: What is on record/);
    await page.getByRole("link", { name: "Give the day of the letter" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("confirmedOn");
    await page.getByLabel("Confirmed on").fill(addDays(today, 1));
    await page.getByLabel("Good until").fill(addDays(today, 300));
    await press("Record the letter");
    await sees(/^Error: What is on record/);
    expect(await alert(broker)).toContain("This date is after today");
    await page.getByLabel("Confirmed on").fill(today);
    await press("Record the letter");
    await sees(onRecord);
    await press("Record this designation");
    await sees(/^Error: What is on record/);
    for (const told of ["Give the title", "Say who awarded it", "Give the day on which it was awarded"])
      expect(await alert(broker)).toContain(told);
    await page.getByLabel("Title").fill("SLE");
    await page.getByLabel("Awarded by").fill("Oakfield Alliance");
    await page.getByLabel("Awarded on").fill("2024-09-01");
    await press("Record this designation");
    await sees(onRecord);
    await page.getByLabel("Pieces of work to find for them first").fill("1");
    await press("Save");
    await sees(onRecord);
    await practitioner.open(at);
    await practitioner.sees(name);
    const text = await main(practitioner);
    for (const told of [`From ${home.name}, until`, "SLE, Oakfield Alliance"]) expect(text).toContain(told);
    await page.getByRole("button", { name: /^Take off/ }).click();
    await sees(onRecord);
    expect(await main(broker)).toContain("None are on record");
    await practitioner.open(`${at}/standing`);
    await practitioner.sees("Your account may not do this");
  });

  test("a move is announced, told to the practitioner, and taken back", async () => {
    const broker = await newReader();
    const { openAs, page, press, sees } = broker;
    const move = /^A move of Practitioner \d+ to another school$/;
    const next = primaryOf(area, 3);
    await openAs(area.broker, at);
    await page.getByRole("link", { name: "Record a move" }).click();
    await sees(move);
    await press("Record the move");
    await sees(/^Error: A move of/);
    expect(await alert(broker)).toContain("Give the first day there");
    await page.getByRole("link", { name: "Choose where they go" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("homeSchoolId");
    await page.getByLabel("To which school?").selectOption(next.schoolId);
    await page.getByLabel("First day there").fill(addDays(today, 40));
    await press("Record the move");
    await sees(move);
    expect(await main(broker)).toContain(`Announced: to ${next.name}`);
    await practitioner.open(at);
    await practitioner.sees(name);
    expect(await main(practitioner)).toContain(`To ${next.name} on`);
    await press("Take the announcement back");
    await sees(move);
    expect(await main(broker)).not.toContain("Announced");
    await practitioner.open(`${at}/move`);
    await practitioner.sees("Your account may not do this");
  });

  test("a break is over once its last day has passed, and another can be taken", async () => {
    const { open, page, press, sees } = practitioner;
    await open(at);
    await page.getByText("Take a break: be offered").click();
    await page.getByLabel("Last day of the break").fill(addDays(today, 1));
    await page.getByLabel("Why").fill("Exams");
    await press("Take a break");
    await sees(name);
    expect(await main(practitioner)).toContain("On a break until");
    await service.advance({ days: 2 });
    const later = await newReader();
    await later.openAs(area.practitioner(personId), at);
    await later.sees(name);
    expect(await main(later)).not.toContain("On a break");
    expect(await later.page.getByText("Take a break: be offered").count()).toBe(1);
    const broker = await newReader();
    await broker.openAs(area.broker, "/pages/people");
    await broker.sees("Practitioners");
    expect(await main(broker)).not.toContain("On a break");
  });

  test("is nobody else's to read", async () => {
    const stranger = await newReader();
    await stranger.openAs(area.head(primaryOf(area, 2).schoolId), "/pages/people");
    await stranger.sees("Colleagues who support other schools");
    expect(await main(stranger)).toContain("There are none yet");
    await stranger.open(at);
    await stranger.sees("There is nothing here that you can see");
  });
});
