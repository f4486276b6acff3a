import { describe, expect, test } from "vitest";
import { PeopleImport, VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { RequestView } from "../../shared/contract/routes/views.ts";
import { addPractitioner, peopleFound, requestDraft, submitRequest } from "../harness/area.ts";
import { groundWithArea } from "./groundWithArea.ts";
import { read } from "./read.ts";
import { problemIn } from "./withSchools.ts";

const { service, area, school } = await groundWithArea(30);

const peopleWho = (query: string) => peopleFound(service, { account: area.broker, query });
const profile = {
  phases: ["primary"],
  modes: ["on-site", "remote"],
  travelLimitMetres: null,
  availability: [],
  capacityDaysPerYear: 15,
  capacityDeployments: 2,
  declaredInterests: [],
};
const setProfile = (personId: string, more: object) =>
  service.ask(area.broker, {
    method: "PUT",
    path: `/people/${personId}/profile`,
    body: { ...profile, ...more },
  });
const facets = { supportTypes: ["coaching"], audiences: ["teachers"], settings: ["faith"] };

describe("what a practitioner gives", () => {
  test("is set with the profile, found by, and given up by leaving it out", async () => {
    const personId = await addPractitioner(service, area, { home: school(0).schoolId, code: "CT-10" });
    const set = VisiblePerson.parse((await setProfile(personId, facets)).body);
    expect(set).toMatchObject(facets);
    expect(await peopleWho("code=CT-10&supportType=coaching&audience=teachers&setting=faith")).toEqual(
      new Set([personId]),
    );
    for (const query of ["supportType=review", "audience=governors", "setting=special"])
      expect(await peopleWho(`code=CT-10&${query}`)).toEqual(new Set());
    const cleared = VisiblePerson.parse((await setProfile(personId, {})).body);
    for (const name of Object.keys(facets)) expect(cleared).not.toHaveProperty(name);
    expect(await peopleWho("code=CT-10&supportType=review")).toEqual(new Set([personId]));
  });

  test.each([
    ["supportTypes", ["shouting"], "/supportTypes/0"],
    ["supportTypes", ["review", "review"], "/supportTypes"],
    ["audiences", [], "/audiences"],
    ["settings", ["moon"], "/settings/0"],
  ])("is refused where %s is %j", async (name, value, pointer) => {
    const personId = await addPractitioner(service, area, { home: school(1).schoolId, code: "CT-11" });
    const refused = problemIn(await setProfile(personId, { [name]: value }));
    expect([refused.status, refused.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  test("is read from a file, kept where a later file leaves it empty, and refused by row and column", async () => {
    const send = (types: string) =>
      service.ask(area.broker, {
        method: "POST",
        path: "/people-imports",
        csv: [
          "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year,Support types,Audiences,Settings",
          `F1,Practitioner F1,f1@example.org,${school(2).urn},CT-12,can-share,primary,2025,${types},,`,
        ].join("\n"),
      });
    const [made] = PeopleImport.parse((await send("Model lesson; training")).body).people;
    const stored = async () =>
      VisiblePerson.parse(
        (await service.ask(area.broker, { method: "GET", path: `/people/${made?.personId}` })).body,
      ).supportTypes;
    expect(await stored()).toEqual(["model-lesson", "training"]);
    expect(PeopleImport.parse((await send("")).body).people[0]?.change).toBe("unchanged");
    expect(await stored()).toEqual(["model-lesson", "training"]);
    expect(problemIn(await send("shouting")).errors).toMatchObject([{ row: 2, column: "Support types" }]);
  });
});

describe("what a request asks for", () => {
  const asked = { supportType: "review", audiences: ["governors"], settings: ["special"] };

  test("is drafted, changed with the draft, and given up by leaving it out", async () => {
    const head = area.head(school(3).schoolId);
    const draft = requestDraft(service, school(3).schoolId, asked);
    const made = await service.ask(head, { method: "POST", path: "/requests", body: draft });
    const { requestId, ...rest } = RequestView.parse(made.body);
    expect(rest).toMatchObject(asked);
    const body = requestDraft(service, school(3).schoolId, { supportType: "network" });
    const edited = RequestView.parse(
      (await service.ask(head, { method: "PUT", path: `/requests/${requestId}`, body })).body,
    );
    expect([edited.supportType, edited.audiences, edited.settings]).toEqual([
      "network",
      undefined,
      undefined,
    ]);
    const strange = requestDraft(service, school(3).schoolId, { supportType: "shouting" });
    const refused = problemIn(await service.ask(head, { method: "POST", path: "/requests", body: strange }));
    expect(refused.errors[0]?.pointer).toBe("/supportType");
  });

  test("stands beside the proposal of somebody who gives something else, and forbids nothing", async () => {
    const personId = await addPractitioner(service, area, { home: school(4).schoolId, code: "CT-16" });
    await setProfile(personId, facets);
    const change = { codes: { primary: "CT-16", secondary: [] }, mode: "remote", ...asked };
    const requestId = await submitRequest(service, area, { school: school(5).schoolId, change });
    const { runId } = read.run(await service.ask(area.broker, { method: "POST", path: "/match-runs" }));
    await service.settle();
    const { items } = read.proposals(
      await service.ask(area.broker, { method: "GET", path: `/match-runs/${runId}/proposals` }),
    );
    const proposal = items.find((each) => each.requestId === requestId);
    expect(proposal?.personId).toBe(personId);
    expect(proposal?.warnings).toEqual(
      expect.arrayContaining([
        "The practitioner did not name review among the support they give.",
        "The practitioner did not name governors among those they support.",
        "The practitioner did not name special among the settings they know.",
      ]),
    );
    const replay = await service.ask(area.broker, { method: "GET", path: `/match-runs/${runId}/replay` });
    expect(replay.body).toMatchObject({ isIdentical: true, rowsAreIdentical: true });
  });
});
