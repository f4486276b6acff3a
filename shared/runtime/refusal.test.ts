import { describe, expect, it } from "vitest";
import { Problem, type ProblemCode, problems } from "../contract/problems.ts";
import { isRefusal, notFound, problemOf, refuse, wrongState } from "./refusal.ts";

const codes = Object.keys(problems).filter((code): code is ProblemCode => code in problems);

describe("a refusal", () => {
  it.each(codes)(
    "of the kind %s is a problem document with a stable type and the declared status",
    (code) => {
      const problem = problemOf(refuse(code, "Do this."));
      expect(problem).toEqual({
        type: `urn:area-brokerage:problem:${code}`,
        title: problems[code].title,
        status: problems[code].status,
        detail: "Do this.",
      });
      expect(Problem.parse(problem)).toEqual(problem);
    },
  );

  it("carries where the faults lie", () => {
    const errors = [{ detail: "Wrong", pointer: "/name" }];
    expect(problemOf(refuse("invalid-request", "Mend it.", errors))).toMatchObject({ errors });
  });

  it("is told from an answer", () => {
    expect(isRefusal(refuse("busy", "Later."))).toBe(true);
    expect(isRefusal({ status: 200, body: {} })).toBe(false);
  });

  it("says the same of what is not there and of what may not be seen", () => {
    expect(notFound("offer")).toEqual({ problem: "not-found", detail: "No such offer." });
  });

  it("of a step out of turn says the state, and the states that allow it", () => {
    expect(wrongState("offer", "expired", ["sent", "accepted"]).detail).toBe(
      "This offer is expired; the step needs it to be sent or accepted.",
    );
  });
});
