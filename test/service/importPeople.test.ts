import { describe, expect, test } from "vitest";
import { PeopleImport, VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { SchoolId } from "../../shared/domain/ids.ts";
import type { Answered } from "../harness/service.ts";
import { problemIn } from "./withSchools.ts";
import { groundForPeople, personIn } from "./groundForPeople.ts";

const { service, ours, members, home, other, get, added, trailOf, capacityFor } = await groundForPeople();

describe("importing people", () => {
  const columns = "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year,Days per year";
  const row = (key: number, urn: string, more = "CT-03,can-coach,primary,2025,10") =>
    `P${key},Practitioner ${key},p${key}@example.org,${urn},${more}`;
  const send = (csv: string, query = "", headers: Record<string, string> = {}) =>
    service.ask(ours.broker, { method: "POST", path: `/people-imports${query}`, csv, headers });
  const changesIn = (answer: Answered) => PeopleImport.parse(answer.body).people.map(({ change }) => change);

  test("the template is a file that the import itself reads", async () => {
    const template = await get(ours.broker, "/people-imports/template");
    expect([template.status, template.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    const csv = String(template.body).replace("900001", home.urn);
    const preview = await send(csv, "?preview=true");
    expect([preview.status, changesIn(preview)]).toEqual([200, ["added"]]);
    expect(PeopleImport.parse(preview.body).applied).toBe(false);
    const { personId } = PeopleImport.parse(preview.body).people[0] ?? {};
    expect((await get(ours.broker, `/people/${personId}`)).status).toBe(404);
  });

  test("adds each person with their capacity, and the same file again changes nothing", async () => {
    const csv = [
      columns,
      row(101, home.urn),
      row(102, other.urn),
      row(101, home.urn, "CT-04,can-share,primary,2024,"),
    ].join("\n");
    const first = await send(csv);
    expect([first.status, changesIn(first)]).toEqual([201, ["added", "added"]]);
    const [one] = PeopleImport.parse(first.body).people;
    const personId = one?.personId ?? "";
    expect(personIn(await get(ours.broker, `/people/${personId}`)).claims.map(({ code }) => code)).toEqual([
      "CT-03",
      "CT-04",
    ]);
    expect(await capacityFor(personId)).toMatchObject({ daysTotal: 10, daysLeft: 10 });
    const again = await send(csv);
    expect([again.status, changesIn(again)]).toEqual([201, ["unchanged", "unchanged"]]);
    expect((await trailOf(personId)).map(({ action }) => action)).toEqual(["people-imported"]);
    const more = await send(csv.replaceAll(",2025,10", ",2025,12"));
    expect(changesIn(more)).toEqual(["changed", "changed"]);
    expect(await capacityFor(personId)).toMatchObject({ daysTotal: 12, daysLeft: 12 });
  });

  test("says of whom no letter of assurance holds, as no run proposes them", async () => {
    const today = dateAt(service.host.world.now());
    const letter = (until: number) => `,${addDays(today, -30)},${addDays(today, until)}`;
    const csv = [
      `${columns},Assurance confirmed on,Assurance valid until`,
      `${row(131, home.urn)},,`,
      row(132, home.urn) + letter(-1),
      row(133, home.urn) + letter(0),
    ].join("\n");
    const { people } = PeopleImport.parse((await send(csv, "?preview=true")).body);
    expect(people.map(({ warnings }) => warnings)).toEqual([
      [expect.stringMatching(/^No letter of assurance from the employer is on record: /)],
      [expect.stringMatching(`^The employer's letter of assurance ended on ${addDays(today, -1)}: `)],
      [],
    ]);
  });

  test("is written only over those who were seen, and goes on where it stopped", async () => {
    const csv = [columns, row(151, home.urn), row(152, home.urn)].join("\n");
    const people = PeopleImport.parse((await send(csv)).body).people.map(({ personId }) => personId);
    const file = csv.replaceAll(",2025,10", ",2025,12");
    const { seen } = PeopleImport.parse((await send(file, "?preview=true")).body);
    const other = [columns, row(152, home.urn, "CT-03,can-coach,primary,2025,11")].join("\n");
    await send(other);
    expect(problemIn(await send(file, `?seen=${seen}`))).toMatchObject({ status: 409, code: "wrong-state" });
    const daysOf = async () => [await capacityFor(people[0] ?? ""), await capacityFor(people[1] ?? "")];
    expect(await daysOf()).toMatchObject([{ daysTotal: 10 }, { daysTotal: 11 }]);
    const now = PeopleImport.parse((await send(file, "?preview=true")).body);
    await send([columns, row(151, home.urn, "CT-03,can-coach,primary,2025,12")].join("\n"));
    const done = await send(file, `?seen=${now.seen}`);
    expect([done.status, changesIn(done)]).toEqual([201, ["unchanged", "changed"]]);
    expect(await daysOf()).toMatchObject([{ daysTotal: 12 }, { daysTotal: 12 }]);
  });

  test("a file with a fault anywhere is refused whole, with the row and column of each", async () => {
    const closed = members.find(({ status }) => status === "closed")?.urn ?? "";
    const csv = [columns, row(201, home.urn), row(202, "999999"), row(203, closed)].join("\n");
    const refused = problemIn(await send(csv));
    expect(refused).toMatchObject({ status: 422, code: "file-refused" });
    expect(refused.errors.map((each) => [each.row, each.column])).toEqual([
      [3, "Home school URN"],
      [4, "Home school URN"],
    ]);
    const preview = await send([columns, row(201, home.urn)].join("\n"), "?preview=true");
    expect(changesIn(preview)).toEqual(["added"]);
    const badCode = problemIn(
      await send([columns, row(204, home.urn, "ZZ-99,can-coach,primary,2025,10")].join("\n")),
    );
    expect(badCode.errors).toMatchObject([{ row: 2, column: "Code" }]);
    const badBytes = await service.ask(ours.broker, {
      method: "POST",
      path: "/people-imports",
      csv: Buffer.from([...Buffer.from(`${columns}\n`), 0x50, 0x00]),
    });
    expect(problemIn(badBytes)).toMatchObject({ status: 422, code: "file-refused" });
  });

  test("every fault of every row comes at once, of shape and of meaning, each with what to do", async () => {
    const wide = `${columns},Evidence,Endorsed on,Assurance confirmed on,Assurance valid until`;
    const file = [
      wide,
      row(601, home.urn, "SL-PHO,can-coach,primary,2025,10,Own school,,,"),
      row(602, home.urn, "CT-03,can-coach,primary,2025,10,DBS 001234567890,,,"),
      row(603, "999999", "CT-03,can-do,primary,2025,10,,,,"),
      row(604, home.urn, "CT-03,can-coach,primary,2090,10,,,,"),
      row(604, home.urn, "CT-04,can-coach,primary,2025,,,2090-01-01,,"),
      row(605, home.urn, "CT-03,can-coach,primary,2025,10,,,2090-01-01,2091-01-01"),
      row(606, "999999", "CT-03,can-coach,primary,2025,10,,,,"),
    ].join("\n");
    for (const query of ["", "?preview=true"]) {
      const refused = problemIn(await send(file, query));
      expect(refused.errors.map((each) => [each.row, each.column])).toEqual([
        [2, "Code"],
        [3, "Evidence"],
        [4, "Level"],
        [4, "Home school URN"],
        [5, "Last practised year"],
        [6, "Endorsed on"],
        [7, "Assurance confirmed on"],
        [8, "Home school URN"],
      ]);
      const details = refused.errors.map(({ detail }) => detail);
      for (const [index, what] of [
        "use CT-03",
        "DBS certificate",
        "must be one of",
        "give that of",
      ].entries())
        expect(details[index]).toContain(what);
      expect(JSON.stringify(refused)).not.toContain("001234567890");
    }
  });

  test("whoever has a row that cannot be read whole is held to what of it can be", async () => {
    const file = [
      columns,
      row(611, home.urn),
      row(611, home.urn, "CT-03,can-coach,primary,soon,").replace("p611@", "other@"),
      row(612, home.urn, "CT-04,can-do,primary,2025,10").replace("p612@", "p611@"),
    ].join("\n");
    expect(problemIn(await send(file)).errors.map((each) => [each.row, each.column])).toEqual([
      [3, "Last practised year"],
      [3, "Email"],
      [3, "Code"],
      [4, "Level"],
      [4, "Email"],
    ]);
  });

  test("the same file with its rows in another order changes nobody, and a preview says so", async () => {
    const rows = [
      row(701, home.urn),
      row(702, other.urn),
      row(701, home.urn, "CT-04,can-share,primary,2024,"),
      row(702, other.urn, "LG-01,can-share,primary,2024,"),
    ];
    expect(changesIn(await send([columns, ...rows].join("\n")))).toEqual(["added", "added"]);
    const turned = [columns, ...rows.slice(2), ...rows.slice(0, 2)].join("\n");
    expect(changesIn(await send(turned, "?preview=true"))).toEqual(["unchanged", "unchanged"]);
  });

  test("an address that another practitioner has is a fault of its row", async () => {
    await added({ email: "taken@example.org" });
    const csv = [columns, row(301, home.urn).replace("p301@", "taken@")].join("\n");
    expect(problemIn(await send(csv)).errors).toMatchObject([{ row: 2, column: "Email" }]);
  });

  test("a person under another URN has moved there", async () => {
    await send([columns, row(401, home.urn)].join("\n"));
    const moved = await send([columns, row(401, other.urn)].join("\n"));
    const personId = PeopleImport.parse(moved.body).people[0]?.personId ?? "";
    const person = personIn(await get(ours.broker, `/people/${personId}`));
    expect(person.homeSchoolId).toBe(other.schoolId);
    expect(person.employment.map(({ schoolId }) => schoolId)).toEqual([home.schoolId, other.schoolId]);
    const own = pageOf(VisiblePerson).parse(
      (await get(ours.head(SchoolId.parse(home.schoolId)), "/people?limit=200")).body,
    );
    expect(own.items.map((each) => each.personId)).not.toContain(personId);
  });

  test("an Idempotency-Key gives the first answer again", async () => {
    const headers = { "idempotency-key": "people-1" };
    const csv = [columns, row(501, home.urn)].join("\n");
    const first = await send(csv, "", headers);
    expect((await send(csv, "", headers)).body).toEqual(first.body);
    const reused = problemIn(await send(`${csv}\n`, "", headers));
    expect(reused.code).toBe("idempotency-key-reused");
  });

  test("is for brokers", async () => {
    const asked = { method: "POST", path: "/people-imports", csv: columns } as const;
    expect(problemIn(await service.ask(ours.director, asked))).toMatchObject({ status: 403 });
  });
});
