import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { PersonId } from "../../shared/domain/ids.ts";
import { addPractitioner, confirm, primaryOf, runMatch, submitRequest } from "../harness/area.ts";
import { fieldsOf } from "./reader.ts";
import { story } from "./story.ts";

/** From letter to agreement by pages alone: each test is the next step of the same story. */
story("an offer", 12, async ({ service, area, newReader }) => {
  const supported = primaryOf(area, 0);
  const home = primaryOf(area, 1);
  const offers: { readonly personId: PersonId; readonly page: string }[] = [];
  for (const _ of [1, 2, 3, 4, 5])
    await addPractitioner(service, area, { home: home.schoolId, code: "CT-03" });
  await submitRequest(service, area, { school: supported.schoolId, change: { people: 5 } });
  for (const proposal of (await runMatch(service, area)).proposals) {
    const { requestId, personId, offerId } = await confirm(service, area, proposal);
    offers.push({ personId, page: `/pages/requests/${requestId}/offers/${offerId}` });
  }
  const offerAt = (index: number) => {
    const found = offers[index];
    if (!found) throw new Error(`There are only ${offers.length} offers`);
    return found;
  };
  /** Where the letters to somebody lead. */
  const linksTo = async (recipient: string): Promise<string[]> => {
    await service.settle();
    return (await service.letters())
      .filter(({ to }) => to.some((each) => each.startsWith(recipient)))
      .map(({ text }) => /http\S+/.exec(text ?? "")?.[0] ?? "");
  };
  const practitioner = await newReader();
  const homeHead = await newReader(1280);
  const receivingHead = await newReader();
  const first = offerAt(0);
  const second = offerAt(1);
  const third = offerAt(2);
  const fourth = offerAt(3);
  /** The fields of the form behind a button, as pressing it sends them. */
  const fieldsBehind = (page: Page, name: string) =>
    fieldsOf(page.locator(`form:has(button:text('${name}')) input`));

  test("a letter leads to the offer, through signing in, and it says what is asked, why and until when", async () => {
    expect(await linksTo("practitioner-")).toContain(`${service.origin}${first.page}`);
    await practitioner.openAs(area.practitioner(first.personId), first.page);
    await practitioner.sees(`An offer to support ${supported.name}`);
    const text = await practitioner.page.locator("main").innerText();
    for (const told of ["Please answer by the end of", "honics", "Why you were asked", "miles between"])
      expect(text).toContain(told);
  });

  test("other terms that cannot be are shown by their field, with all that was typed", async () => {
    const { page, press, sees } = practitioner;
    await page.getByText("Suggest other days").click();
    await page.getByLabel("Days").fill("1.3");
    await page.getByLabel("Why you suggest this").fill('I teach <b>on</b> Mondays & "Tuesdays"');
    await press("Suggest these terms");
    await sees(`Error: An offer to support ${supported.name}`);
    const told = await page.getByRole("alert").innerText();
    expect(told).toContain("Some of what you wrote is not right yet");
    expect(told).toContain("Give whole or half days");
    expect(await page.evaluate("document.activeElement.className")).toBe("problem");
    await page.getByRole("link", { name: "Give whole or half days" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("terms/days");
    expect(await page.getByLabel("Days").inputValue()).toBe("1.3");
    expect(await page.getByLabel("Why you suggest this").inputValue()).toBe(
      'I teach <b>on</b> Mondays & "Tuesdays"',
    );
  });

  test("a no needs its reason", async () => {
    const { page, press, sees } = practitioner;
    await page.getByText("Say no", { exact: true }).click();
    expect(await page.locator("main").innerText()).toContain("you are not asked for this request again");
    await press("Decline this offer");
    await sees(`Error: An offer to support ${supported.name}`);
    expect(await page.getByRole("alert").innerText()).toContain("Choose why you say no");
  });

  test("a school that does not know yet that somebody is asked is told why its request stays as it is", async () => {
    const head = await newReader();
    const title = `Request for support of ${supported.name}`;
    await head.openAs(area.head(supported.schoolId), first.page.replace(/\/offers.*/, ""));
    await head.sees(title);
    const told = await head.page.locator("main").innerText();
    for (const each of ["It cannot be changed once somebody was asked", "withdraw it here and ask anew"])
      expect(told).toContain(each);
    expect(told).not.toMatch(/Practitioner \d/);
    expect(await head.page.getByText("Take it back").count()).toBe(0);
  });

  test("a yes that is sent twice is given once, and the head of the practitioner is asked", async () => {
    const { page, press, sees } = practitioner;
    await page.getByLabel("Anything to add").first().fill("Glad to");
    const fields = await fieldsBehind(page, "Accept this offer");
    await press("Accept this offer");
    await sees(`An offer to support ${supported.name}`);
    expect(await page.locator(".notice").innerText()).toMatch(
      /You said yes. Thank you.\s+Asked now: your own head. An answer is due by the end of/,
    );
    const again = await page.request.post(first.page, {
      headers: { origin: service.origin },
      form: { ...fields, note: "Glad to" },
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
  });

  test("the home head reads what for and what the school is paid, and releases", async () => {
    const { openAs, page, press, sees } = homeHead;
    await openAs(area.head(home.schoolId));
    await sees("What waits for you");
    await page.getByRole("link", { name: "Decide whether to release a colleague" }).first().click();
    await sees(`A colleague is asked to support ${supported.name}`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("What your school is paid");
    expect(text).toMatch(/Your school gets\s+£\d+: 2 days at £/);
    expect(text).toMatch(
      /Their days\s+\d+ of \d+ days for other schools are left in .*, with these 2 days taken off/,
    );
    expect(text).toMatch(/Who would come\s+Practitioner \d/);
    await press("Release your colleague");
    await sees(`A colleague is asked to support ${supported.name}`);
    expect(await page.locator(".notice").innerText()).toContain("the head of the school that asked");
  });

  test("the receiving head must tick an objective, agrees, and all are led to each other's addresses", async () => {
    const { openAs, page, press, sees } = receivingHead;
    expect(await linksTo(`head-${supported.schoolId.slice(-6)}`)).toContain(`${service.origin}${first.page}`);
    await openAs(area.head(supported.schoolId), first.page);
    await sees("Support for your school");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await press("Agree this support");
    await sees("Error: Support for your school");
    expect(await page.getByRole("alert").innerText()).toContain("Name the objectives that are agreed");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await press("Agree this support");
    await sees("Support for your school");
    expect(await page.locator(".notice").innerText()).toContain("All three have said yes");
    await page.getByRole("link", { name: "Names and addresses" }).click();
    await sees(`Who works together at ${supported.name}`);
    expect(await page.locator("main").innerText()).toMatch(/practitioner-\d+@school\.example/);
    expect(await linksTo("practitioner-")).toContain(page.url());
    await practitioner.open(first.page);
    await practitioner.page.getByRole("link", { name: "The work, with its records of visit" }).click();
    await practitioner.sees(`The work at ${supported.name}`);
    await homeHead.open(new URL(practitioner.page.url()).pathname);
    await homeHead.sees(`The work at ${supported.name}`);
    const record = await homeHead.page.locator("main").innerText();
    expect(record).toMatch(/Who comes\s+Practitioner \d+, of /);
    expect(record).toMatch(/Your school gets\s+£\d+: 2 days at £/);
    await receivingHead.open(new URL(practitioner.page.url()).pathname);
    expect(await receivingHead.page.locator("main").innerText()).toMatch(/Paid by\s+Your school/);
    expect(await practitioner.page.locator("main").innerText()).toContain("More children pass the phonics");
  });

  test("a request lists its offers, each by a name of its own", async () => {
    const { openAs, page, sees } = await newReader();
    await openAs(area.broker, first.page.replace(/\/offers.*/, ""));
    await sees(`Request for support of ${supported.name}`);
    expect(await page.getByRole("link", { name: /^Offer \d to Practitioner \d+: 2 days/ }).count()).toBe(
      offers.length,
    );
    const text = await page.locator("main").innerText();
    for (const told of [
      "Nobody else is looked for, unless somebody says no.",
      "waits for the answer of the practitioner by the end of",
      "It cannot be handed back to be changed once somebody was asked.",
    ])
      expect(text).toContain(told);
    expect(await page.getByRole("button", { name: "Hand it back" }).count()).toBe(0);
    await receivingHead.open(first.page.replace(/\/offers.*/, ""));
    await receivingHead.sees(`Request for support of ${supported.name}`);
    expect(await receivingHead.page.locator("main").innerText()).toContain(
      "Tell your broker what should change",
    );
    expect(await receivingHead.page.getByText("Take it back").count()).toBe(0);
  });

  test("a practitioner suggests other terms, and a broker takes them", async () => {
    const reader = await newReader();
    await reader.openAs(area.practitioner(third.personId), third.page);
    await reader.page.getByText("Suggest other days").click();
    await reader.page.getByLabel("Days").fill("1.5");
    await reader.page.getByLabel("Why you suggest this").fill("One visit and a call are enough");
    await reader.press("Suggest these terms");
    await reader.sees(`An offer to support ${supported.name}`);
    const broker = await newReader();
    await broker.openAs(area.broker);
    await broker.page.getByRole("link", { name: "Settle other terms" }).click();
    const title = `The offer to support ${supported.name}`;
    await broker.sees(title);
    expect(await broker.page.locator("main").innerText()).toContain("One visit and a call are enough");
    await broker.press("Take these terms");
    await broker.sees(`Error: ${title}`);
    await broker.page.getByLabel("Why", { exact: true }).first().fill("Agreed by telephone");
    await broker.press("Take these terms");
    await broker.sees(title);
    expect(await broker.page.locator("main").innerText()).toContain("1.5 days");
  });

  test("whoever is practitioner and head in one, and presses twice, has answered as one of them", async () => {
    const { openAs, page, press } = await newReader();
    const account = service.enrol({
      account: `both-${area.partnershipId}`,
      partnership: area.partnershipId,
      roles: ["practitioner", "school"],
      person: fourth.personId,
      school: home.schoolId,
    });
    await openAs(account, fourth.page);
    const form = { ...(await fieldsBehind(page, "Accept this offer")), note: "" };
    await press("Accept this offer");
    const again = await page.request.post(fourth.page, { headers: { origin: service.origin }, form });
    expect(again.status()).toBe(200);
    await page.reload();
    expect(await page.getByRole("button", { name: "Release your colleague" }).count()).toBe(1);
  });

  test("a practitioner says no to another offer, and reads that nothing is left to do", async () => {
    const reader = await newReader();
    await reader.openAs(area.practitioner(second.personId), second.page);
    await reader.page.getByText("Say no", { exact: true }).click();
    await reader.page.getByLabel("Why", { exact: true }).selectOption("too-far");
    await reader.page.getByLabel("Anything to add").last().fill("Two buses each way");
    await reader.press("Decline this offer");
    await reader.sees(`An offer to support ${supported.name}`);
    expect(await reader.page.locator(".notice").innerText()).toMatch(
      /You said no, so this offer has ended\.\s+There is nothing that you need to do/,
    );
    expect(await reader.page.getByRole("button", { name: "Accept this offer" }).count()).toBe(0);
  });

  test("a yes is taken back while others are asked, with a reason that only brokers read", async () => {
    const { personId, page: address } = offerAt(4);
    const reader = await newReader();
    await reader.openAs(area.practitioner(personId), address);
    await reader.press("Accept this offer");
    await reader.page.getByText("Take back your yes", { exact: true }).click();
    await reader.press("Decline this offer");
    await reader.sees(`Error: An offer to support ${supported.name}`);
    expect(await reader.page.getByRole("alert").innerText()).toContain("Choose why you say no");
    await reader.page.getByLabel("Why", { exact: true }).selectOption("no-capacity-now");
    await reader.press("Decline this offer");
    await reader.sees(`An offer to support ${supported.name}`);
    expect(await reader.page.locator(".notice").innerText()).toContain("You said no");
    await homeHead.open(address);
    await homeHead.sees(`A colleague is asked to support ${supported.name}`);
    const text = await homeHead.page.locator("main").innerText();
    for (const told of ["Your colleague said no", "had not answered"]) expect(text).toContain(told);
    expect(text).not.toContain("I have no time");
  });

  test("the broker reads who said no, and why", async () => {
    const broker = await newReader();
    await broker.openAs(area.broker, second.page);
    await broker.sees(`The offer to support ${supported.name}`);
    const text = await broker.page.locator("main").innerText();
    for (const told of ["The practitioner said no", "It is too far", "Two buses each way"])
      expect(text).toContain(told);
    await broker.open(second.page.replace(/\/offers\/.*/, ""));
    await broker.sees(`Request for support of ${supported.name}`);
    expect(await broker.page.locator("main").innerText()).toContain(": the practitioner said no");
  });

  test("an offer that was withdrawn, or not answered in time, says so and asks for nothing", async () => {
    const broker = await newReader();
    await broker.openAs(area.broker, third.page);
    await broker.page.locator("summary", { hasText: "Withdraw this offer" }).click();
    await broker.press("Withdraw this offer");
    await broker.sees(`Error: The offer to support ${supported.name}`);
    await broker.page.getByLabel("Why", { exact: true }).fill("The school found somebody");
    await broker.press("Withdraw this offer");
    await broker.sees(`The offer to support ${supported.name}`);
    expect(await broker.page.locator(".notice").innerText()).toContain("The broker has withdrawn this offer");
    expect(await broker.page.locator("main form").count()).toBe(0);
    await service.advance({ days: 40 });
    await service.settle();
    for (const [{ page, personId }, told] of [
      [third, "The broker has withdrawn this offer"],
      [fourth, "An answer did not come in time"],
    ] as const) {
      const reader = await newReader();
      await reader.openAs(area.practitioner(personId), page);
      await reader.sees(`An offer to support ${supported.name}`);
      const said = await reader.page.locator(".notice").innerText();
      expect(said).toContain(told);
      expect(said).toContain("There is nothing that you need to do");
      expect(await reader.page.locator("main form").count()).toBe(0);
    }
  });

  test("nobody reads an offer that is not theirs", async () => {
    const stranger = await newReader();
    await stranger.openAs(area.practitioner(second.personId), first.page);
    await stranger.sees("There is nothing here that you can see");
    expect(await stranger.page.locator("main").innerText()).not.toContain(supported.name);
  });

  test("a form that this session was not shown, or that another site sent, does nothing and loses nothing", async () => {
    const { page } = homeHead;
    const form = { do: "no", formToken: "guessed", key: "k", note: "Kept words" };
    const unseen = await page.request.post(first.page, { headers: { origin: service.origin }, form });
    expect(unseen.status()).toBe(409);
    expect(await unseen.text()).toContain("You have signed in again since this page was opened");
    const foreign = await page.request.post(first.page, {
      headers: { origin: "https://elsewhere.example" },
      form,
    });
    expect(foreign.status()).toBe(403);
  });

  test("whoever was signed out with a form in hand keeps what they wrote", async () => {
    const reader = await newReader();
    const answer = await reader.page.request.post(first.page, {
      headers: { origin: service.origin },
      form: { do: "yes", note: 'Kept "words"' },
    });
    expect(answer.status()).toBe(401);
    const kept = await answer.text();
    expect(kept).toContain("Sign in again to send this");
    expect(kept).toContain("Kept &quot;words&quot;");
  });
});
