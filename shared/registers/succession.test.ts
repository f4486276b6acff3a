import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SchoolUrn } from "../domain/ids.ts";
import { countSuccessions, resolveSuccessor, successionGraph, type Succession } from "./succession.ts";
import { classifyLink, countLinks, readLinks, type SchoolLink } from "./successionLinks.ts";

const linkTypes = [
  "Successor",
  "Successor - merged",
  "Successor - Split School",
  "Predecessor",
  "Predecessor - amalgamated",
  "Result of Amalgamation",
  "Sixth Form Centre Link",
  "Something new",
];

const urnOf = (index: number): SchoolUrn => SchoolUrn.parse(String(100_000 + index));

const anyUrn = fc.integer({ min: 0, max: 7 }).map(urnOf);
const anyLinks: fc.Arbitrary<SchoolLink[]> = fc.array(
  fc
    .record({
      urn: anyUrn,
      linkUrn: anyUrn,
      linkType: fc.constantFrom(...linkTypes),
      date: fc.constantFrom(null, "2020-09-01"),
    })
    .map((link) => ({ ...link, row: 2, linkName: "", linkClass: classifyLink(link.linkType) })),
  { maxLength: 24 },
);

const line = (urn: number, linkUrn: number, typeAndDate: string): string =>
  `${urn},${linkUrn},"Oakfield, School",${typeAndDate.includes(",") ? typeAndDate : `${typeAndDate},01-09-2020`}\r\n`;

function resolve(lines: readonly string[], urn: number): Succession {
  const reading = readLinks(`URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n${lines.join("")}`);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading.problems));
  return resolveSuccessor(successionGraph(reading.links), SchoolUrn.parse(String(urn)));
}

describe("following a school to its successor", () => {
  test("ends on any graph of links, cycles included, at a school that has no successor or must be decided", () => {
    fc.assert(
      fc.property(anyLinks, anyUrn, (links, urn) => {
        const graph = successionGraph(links);
        const found = resolveSuccessor(graph, urn);
        const stepsFrom = (at: SchoolUrn) => graph.stepsFrom.get(at) ?? [];
        const chain = found.kind === "none" ? [] : found.chain;
        const passed = [urn, ...chain.map(({ to }) => to)];
        expect(new Set(passed).size).toBe(passed.length);
        expect(chain.every((step) => stepsFrom(step.from).length === 1 && step.date !== null)).toBe(true);
        const left = found.kind === "ambiguous" ? found.choices : stepsFrom(passed.at(-1) ?? urn);
        expect(left.length > 0).toBe(found.kind === "ambiguous");
      }),
    );
  });

  test("loses no link: each is evidence of a step, or undirected, or of a class that is never followed", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const graph = successionGraph(links);
        const evidence = [...graph.stepsFrom.values()].flat().flatMap((step) => step.evidence);
        const undirected = new Set([...graph.undirectedAt.values()].flat());
        const { byClass } = countLinks(links);
        expect(evidence.length + undirected.size + byClass.partner + byClass.unrecognised).toBe(links.length);
        for (const link of undirected)
          for (const urn of [link.urn, link.linkUrn]) expect(graph.undirectedAt.get(urn)).toContain(link);
        const counts = countSuccessions(graph);
        const ambiguous = Object.values(counts.ambiguous).reduce((sum, count) => sum + count, 0);
        expect(counts.single + ambiguous).toBe(counts.schoolsWithSuccessor);
      }),
    );
  });

  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(anyLinks, anyUrn, (links, urn) => {
        const forwards = resolveSuccessor(successionGraph(links), urn);
        const backwards = resolveSuccessor(successionGraph(links.toReversed()), urn);
        const told = (found: Succession) =>
          found.kind === "ambiguous" ? [found.reason, found.at] : found.kind;
        expect(told(backwards)).toEqual(told(forwards));
      }),
    );
  });

  test("follows a chain of dated single successors to its end, and takes mirrored rows as one step", () => {
    const lines = [
      line(100001, 100002, "Successor"),
      line(100002, 100001, "Predecessor"),
      line(100002, 100003, "Successor"),
    ];
    expect(resolve(lines, 100001)).toMatchObject({ kind: "single", successor: "100003" });
    expect(resolve(lines, 100003)).toEqual({ kind: "none", related: [] });
  });

  test("takes the date from the predecessor's row where the successor's has none", () => {
    const lines = [line(100001, 100002, "Successor,"), line(100002, 100001, "Predecessor")];
    expect(resolve(lines, 100001)).toMatchObject({ kind: "single", chain: [{ date: "2020-09-01" }] });
  });

  test.each([
    ["cycle", [line(100001, 100002, "Successor"), line(100002, 100001, "Successor")]],
    ["cycle", [line(100001, 100001, "Successor")]],
    [
      "split",
      [line(100001, 100002, "Successor - Split School"), line(100001, 100003, "Successor - Split School")],
    ],
    ["several", [line(100001, 100002, "Successor"), line(100001, 100003, "Successor")]],
    ["merger", [line(100001, 100002, "Successor - merged")]],
    ["merger", [line(100001, 100002, "Successor"), line(100009, 100002, "Successor")]],
    ["undated", [line(100001, 100002, "Successor,")]],
  ])("leaves a %s to a person", (reason, lines) => {
    expect(resolve(lines, 100001)).toMatchObject({ kind: "ambiguous", reason, at: "100001" });
  });

  test("does not call it a merger when another school joined the successor only later", () => {
    const lines = [
      line(100001, 100002, "Successor,01-09-2011"),
      line(100009, 100002, "Successor - merged,01-09-2024"),
    ];
    expect(resolve(lines, 100001)).toMatchObject({ kind: "single", successor: "100002" });
    expect(resolve(lines, 100009)).toMatchObject({ kind: "ambiguous", reason: "merger" });
  });

  test("shows an amalgamation without direction to whoever asks, and follows it nowhere", () => {
    const lines = [line(100001, 100002, "Result of Amalgamation")];
    expect(resolve(lines, 100001)).toMatchObject({ kind: "none", related: [{ linkUrn: "100002" }] });
  });
});

describe("reading the succession file", () => {
  const header = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n";

  test("refuses a malformed URN or date and a lost column, with row and column", () => {
    expect(readLinks(`${header}1,100002,,Successor,01-13-2020\r\n`)).toMatchObject({
      problems: [
        { row: 2, column: "URN" },
        { row: 2, column: "LinkEstablishedDate" },
      ],
    });
    expect(readLinks("URN,LinkName\r\n")).toMatchObject({
      problems: [{ column: "LinkURN" }, { column: "LinkType" }, { column: "LinkEstablishedDate" }],
    });
  });

  test("counts a link type it has never seen as unrecognised, and keeps the row", () => {
    const reading = readLinks(header + line(100001, 100002, "Twinned"));
    expect(reading).toMatchObject({ kind: "read", counts: { rows: 1, byClass: { unrecognised: 1 } } });
  });
});
