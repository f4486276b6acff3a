import { describe, expect, test } from "vitest";
import * as z from "zod";
import { RequestView } from "../../shared/contract/routes/views.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { everyRow, expectBody } from "../harness/area.ts";
import { groundWithArea } from "./groundWithArea.ts";

const { service, area, school } = await groundWithArea();

const read = async (requestId: string) =>
  expectBody(
    await service.ask(area.broker, { method: "GET", path: `/requests/${requestId}` }),
    200,
    RequestView,
  );
const faultsOf = (body: unknown) => Problem.parse(body).errors ?? [];

describe("importing", () => {
  const rows = (count: number, change: Readonly<Record<string, string>> = {}): string => {
    const today = dateAt(service.host.clock.now().toISOString());
    const row = (index: number): Record<string, string> => ({
      "Request key": `import-${index}`,
      "School URN": school(12).urn,
      "Primary code": ["CT-02", "CT-08", "CT-09", "CT-10"][index % 4] ?? "CT-02",
      "Secondary codes": "",
      Phase: "primary",
      Description: "Coaching for a new subject leader in planning and assessment",
      Objective: "The subject leader leads with confidence",
      "Success measure": "Subject review",
      Baseline: "New in post",
      "Days each": "1.5",
      People: "1",
      "Window from": addDays(today, 20),
      "Window to": addDays(today, 90),
      Mode: "on-site",
      Urgency: "this-term",
      "Initiated by": "",
      "Route policy": "",
      "Required designation": "",
    });
    const all = Array.from({ length: count }, (_, index) => ({
      ...row(index),
      ...(index === 0 ? change : {}),
    }));
    const columns = Object.keys(row(0));
    return [columns, ...all.map((each) => columns.map((column) => each[column] ?? ""))]
      .map((cells) => cells.join(","))
      .join("\n");
  };
  const send = (csv: string, query = "") =>
    service.ask(area.broker, { method: "POST", path: `/request-imports${query}`, csv });
  const Imported = z.object({
    applied: z.boolean(),
    requests: z.array(z.object({ row: z.int(), requestId: z.string(), change: z.string() })),
  });
  const changesIn = ({ requests }: z.output<typeof Imported>) => requests.map(({ change }) => change);

  test("a preview writes nothing, the import submits every row, and a repeat changes nothing", async () => {
    const count = async () =>
      (await everyRow(service, { account: area.broker, path: "/requests", item: RequestView })).length;
    const before = await count();
    expectBody(await send(rows(4), "?preview=true"), 200, Imported);
    expect(await count()).toBe(before);
    const made = expectBody(await send(rows(4)), 201, Imported);
    expect(made.requests).toHaveLength(4);
    expect(changesIn(made)).toEqual(["added", "added", "added", "added"]);
    const idsIn = ({ requests }: z.output<typeof Imported>) => requests.map(({ requestId }) => requestId);
    await service.settle();
    const again = expectBody(await send(rows(4)), 201, Imported);
    expect(idsIn(again)).toEqual(idsIn(made));
    expect(changesIn(again)).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect(await count()).toBe(before + 4);
    expect((await read(made.requests[0]?.requestId ?? "")).state).not.toBe("submitted");
  });

  test.each([
    ["a URN that is not in the register", { "School URN": "100001" }, "School URN"],
    ["a URN of five digits", { "School URN": "10000" }, "School URN"],
    ["an unknown code", { "Primary code": "ZZ-99" }, "Primary code"],
    ["a window that ends before it begins", { "Window to": "2020-01-01" }, "Window to"],
    [
      "dates that are over",
      { "Request key": "import-over", "Window from": "2020-01-01", "Window to": "2020-01-31" },
      "Window to",
    ],
    ["days that are no number", { "Days each": "two" }, "Days each"],
    ["a key that is given twice", { "Request key": "import-1" }, "Request key"],
  ])("refuses the whole file for %s, naming row and column", async (_, change, column) => {
    const answer = await send(rows(3, change));
    expect(answer.status).toBe(422);
    const faults = faultsOf(answer.body);
    expect(faults.map((fault) => fault.column)).toContain(column);
    expect(faults[0]?.row).toBeGreaterThan(1);
  });

  test("reads the kind of support, whom it is for and the setting, and may lack these columns", async () => {
    const change = { "Request key": "import-facets" };
    const csv = rows(1, change).replace(
      "Required designation\n",
      "Required designation,Support type,Audiences\n",
    );
    const made = expectBody(await send(`${csv},Model lesson,teachers`), 201, Imported);
    const { supportType, audiences, settings } = await read(made.requests[0]?.requestId ?? "");
    expect([supportType, audiences, settings]).toEqual(["model-lesson", ["teachers"], undefined]);
    const refused = await send(`${csv},shouting,teachers`, "?preview=true");
    expect(faultsOf(refused.body)).toMatchObject([{ row: 2, column: "Support type" }]);
  });

  test("a key that was imported before with other content refuses the whole file, in a preview too", async () => {
    expectBody(await send(rows(2)), 201, Imported);
    const count = async () =>
      (await everyRow(service, { account: area.broker, path: "/requests", item: RequestView })).length;
    const before = await count();
    const more = rows(6, { "Days each": "2.5" });
    for (const query of ["", "?preview=true"]) {
      const answer = await send(more, query);
      expect(Problem.parse(answer.body).type).toBe("urn:area-brokerage:problem:file-refused");
      expect(faultsOf(answer.body)).toMatchObject([{ row: 2, column: "Request key" }]);
      expect(faultsOf(answer.body)[0]?.detail).toContain("new key");
    }
    expect(await count()).toBe(before);
    const preview = expectBody(await send(rows(6), "?preview=true"), 200, Imported);
    expect(changesIn(preview).slice(0, 2)).toEqual(["unchanged", "unchanged"]);
    expect(changesIn(preview).slice(-2)).toEqual(["added", "added"]);
  });

  test("the template is a file that the import accepts, but for its made-up school and dates", async () => {
    const template = await service.ask(area.broker, { method: "GET", path: "/request-imports/template" });
    expect(template.headers.get("content-type")).toContain("text/csv");
    const answer = await send(String(template.body), "?preview=true");
    const faults = answer.status === 200 ? [] : faultsOf(answer.body);
    const madeUp = ["School URN", "Window to"];
    expect(faults.filter(({ column }) => !madeUp.includes(column ?? ""))).toEqual([]);
  });
});
