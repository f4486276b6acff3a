import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Route } from "../../shared/contract/door.ts";
import type { CalendarSource } from "../../shared/domain/calendar/calendarInForce.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { queues } from "../../shared/contract/workers.ts";
import { pageOf } from "../../shared/contract/pages.ts";
import {
  DeploymentId,
  EventId,
  FollowUpId,
  OfferId,
  PartnershipId,
  PersonId,
  RegisterImportId,
  RequestId,
  RunId,
  UploadId,
  VisitId,
} from "../../shared/domain/ids.ts";
import { declineReasons } from "../../shared/domain/offers/offer.ts";
import { compose, linkPath, type NotifiableEvent } from "./compose.ts";
import { isNotified, letters } from "./letters.ts";
import type { Audience, Matter } from "./letter.ts";

const heard = queues.notify.hears;
const audiences: readonly Audience[] = ["broker", "supported-school", "home-school", "practitioner"];
const subject = { requestId: RequestId.parse("req_00000001"), offerId: OfferId.parse("ofr_00000001") };
const event = (type: NotifiableEvent["type"]): NotifiableEvent => ({
  eventId: EventId.parse("evt_00000001"),
  partnershipId: PartnershipId.parse("par_00000001"),
  type,
  at: "2026-11-23T09:00:00.000Z",
  subject,
  tell: [],
});
const matter = (change: Partial<Matter> = {}): Matter => ({
  audience: "broker",
  schoolName: "Hillside Primary School",
  work: { days: 3, from: "2027-01-11", to: "2027-02-12", mode: "on-site" },
  answerBy: null,
  answerByCalendar: null,
  accepted: [],
  awaited: null,
  closedAs: null,
  registerKinds: [],
  ...change,
});
const from = {
  partnershipName: "Northern Partnership",
  publicAddress: "https://area.example/",
  standingIn: null,
};
const everyLetter = heard.flatMap((type) =>
  audiences.map((audience) => ({ type, audience, letter: compose(event(type), matter({ audience }), from) })),
);

describe("letters", () => {
  it("exist for exactly the events that the queue hears", () => {
    expect(Object.keys(letters).toSorted()).toEqual([...heard].toSorted());
    expect(heard.every(isNotified)).toBe(true);
    expect(isNotified("request-submitted")).toBe(false);
  });

  it("say what happened, what to do next and where, whoever they are for", () => {
    for (const { letter } of everyLetter) {
      expect(letter.subject).not.toBe("");
      expect(letter.text.split("\n\n").length).toBeGreaterThanOrEqual(5);
      expect(letter.text).toContain("https://area.example/pages/requests/req_00000001/offers/ofr_00000001\n");
    }
  });

  it("say what to quote, and speak of offers and requests without the service's own terms", () => {
    for (const { letter } of everyLetter) expect(letter.text).toMatch(/please quote req_00000001\n$/);
    for (const { letter } of everyLetter.filter(({ type }) => /^(offer|request)-/.test(type)))
      expect(letter.text).not.toMatch(/match run|offer's agreement/);
  });

  it("say until when, where an answer is awaited, by the date in London", () => {
    const answerBy = "2026-07-01T22:59:59.999Z";
    const { text } = compose(event("offer-sent"), matter({ audience: "practitioner", answerBy }), from);
    expect(text).toMatch(/Please answer by the end of Wednesday,? 1 July 2026\./);
    for (const { letter } of everyLetter) expect(letter.text).not.toContain("Please answer by");
    const told = (answerByCalendar: CalendarSource) =>
      compose(event("offer-sent"), matter({ audience: "practitioner", answerBy, answerByCalendar }), from)
        .text;
    expect(told("authority")).toContain("2026. Your school has given no term dates of its own");
    expect(told("default")).toContain("2026. Nobody has given your school's term dates");
    expect(told("school")).toBe(text);
  });

  it("claim a yes only of who has said it, whatever the order of consents", () => {
    const said = (type: NotifiableEvent["type"], audience: Audience, accepted: Matter["accepted"]) =>
      compose(event(type), matter({ audience, accepted }), from).text;
    expect(said("release-asked", "home-school", ["receiving-head"])).toContain("has not said yes yet");
    expect(said("release-asked", "home-school", ["practitioner"])).toContain("has accepted to support");
    expect(said("agreement-asked", "supported-school", ["home-head"])).toContain("has not said yes yet");
    expect(said("agreement-asked", "supported-school", ["practitioner"])).toContain("not released them yet");
    const both = said("agreement-asked", "supported-school", ["practitioner", "home-head"]);
    expect(both).toContain("their school releases them");
  });

  it("say who is asked next only when somebody is", () => {
    const accepted = (awaited: Matter["awaited"]) =>
      compose(event("offer-accepted"), matter({ awaited }), from).text;
    expect(accepted("home-head")).toContain("The head of the practitioner's school is asked now.");
    expect(accepted("receiving-head")).toContain("that asked for support is asked now.");
    expect(accepted(null)).toContain("Nobody else is asked now.");
  });

  it("promise no payment: an offer holds none", () => {
    for (const { letter } of everyLetter) expect(letter.text).not.toMatch(/pay|£|pence/i);
  });

  it("name the register files that could not be fetched", () => {
    const letter = compose(
      event("register-not-fetched"),
      matter({ registerKinds: ["groups", "inspections"] }),
      from,
    );
    expect(letter.text).toContain("or was refused: groups, inspections.");
  });

  it("call a request withdrawn only when the whole of it was", () => {
    const text = (closedAs: Matter["closedAs"]) =>
      compose(event("request-withdrawn"), matter({ audience: "supported-school", closedAs }), from);
    expect(text("withdrawn").text).toContain("was withdrawn");
    for (const closedAs of [null, "met"] as const) {
      expect(`${text(closedAs).subject} ${text(closedAs).text}`).not.toContain("withdrawn");
      expect(text(closedAs).text).toContain(
        "What is agreed already stays agreed, and what was done is still reviewed.",
      );
    }
  });

  it("never tell a school why somebody said no", () => {
    const reasons = declineReasons.filter((each) => each !== "other" && each !== "personal");
    const words = reasons.flatMap((reason) => [reason, reason.replaceAll("-", " ")]);
    const toSchools = everyLetter.filter(({ audience }) => audience.endsWith("school"));
    const said = toSchools.map(({ letter }) => `${letter.subject} ${letter.text}`.toLowerCase()).join("\n");
    expect(words.filter((word) => said.includes(word))).toEqual([]);
    for (const type of ["offer-declined", "offer-expired", "offer-withdrawn"] as const)
      expect(compose(event(type), matter({ audience: "supported-school" }), from).text).not.toMatch(
        /capacity|too far|expertise|conflict|release|personal/i,
      );
  });

  it("stay within one line of subject, and keep their paragraphs, whatever a school is called", () => {
    const hostile = fc
      .array(
        fc.constantFrom("\r", "\n", "\r\nBcc: x@y.example", "\u2028", "\u0000", "\t", "Primary", "ü", "😀"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom(...heard), (schoolName, partnershipName, type) => {
        const plain = compose(event(type), matter(), from);
        const { subject: line, text } = compose(event(type), matter({ schoolName }), {
          ...from,
          partnershipName,
          standingIn: null,
        });
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(Array.from(line).length).toBeLessThanOrEqual(150);
        expect(text.split("\n").length).toBe(plain.text.split("\n").length);
      }),
    );
  });

  it("say first when the broker receives them in another's place", () => {
    const standingIn = "This letter is for Hillside Primary School, for which no address is on record.";
    const { text } = compose(event("offer-agreed"), matter(), { ...from, standingIn });
    expect(text.startsWith(standingIn)).toBe(true);
  });
});

describe("the link of a letter", () => {
  const deploymentId = DeploymentId.parse("dep_00000001");
  const followUpId = FollowUpId.parse("fol_00000001");
  const about = { requestId: subject.requestId, deploymentId };
  const links: readonly (readonly [NotifiableEvent["type"], NotifiableEvent["subject"], string])[] = [
    ["request-opened", { requestId: subject.requestId }, "/requests/req_00000001"],
    ["offer-sent", subject, "/requests/req_00000001/offers/ofr_00000001"],
    ["mid-term-reviewed", about, "/requests/req_00000001/deployments/dep_00000001"],
    [
      "visit-submitted",
      { ...about, visitId: VisitId.parse("vis_00000001") },
      "/requests/req_00000001/deployments/dep_00000001",
    ],
    ["follow-up-due", { ...about, followUpId }, "/requests/req_00000001/follow-ups/fol_00000001"],
    ["outcome-recorded", about, "/requests/req_00000001/outcomes"],
    ["run-published", { runId: RunId.parse("run_00000001") }, "/match-runs/run_00000001"],
    ["claim-endorsed", { personId: PersonId.parse("per_00000001") }, "/people/per_00000001"],
    ["endorsement-declined", { personId: PersonId.parse("per_00000001") }, "/people/per_00000001"],
    ["register-previewed", {}, "/register-previews"],
    ["register-previewed", { uploadId: UploadId.parse("upl_00000001") }, "/register-uploads/upl_00000001"],
    [
      "register-imported",
      { importId: RegisterImportId.parse("imp_00000001") },
      "/register-imports/imp_00000001",
    ],
    ["register-not-fetched", { registerKinds: ["groups"] }, "/register-imports"],
    ["bank-holidays-asked", {}, "/tasks"],
  ];

  it.each(links)("of %s about %j leads to %s", (type, of, path) => {
    expect(linkPath({ type, subject: of })).toBe(path);
  });

  it("leads to an address that can be read, whatever the event is about", () => {
    const readable = Object.values<Route>(routes)
      .filter(({ method }) => method === "GET")
      .map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
    for (const [, , path] of links) expect(readable.some((each) => each.test(path))).toBe(true);
  });

  it("is that of a page where what it is about has one, and else of the first page", () => {
    for (const [type, of, path] of links) {
      const about = { ...event(type), subject: of };
      const page = pageOf(path) ?? "/";
      expect(compose(about, matter(), from).text).toContain(`\n\nhttps://area.example${page}\n\n`);
    }
  });
});
