import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeError } from "./log.ts";

class OutOfTeaError extends Error {
  override readonly name = "OutOfTeaError";
}

describe("what is logged of an error", () => {
  it("is its class and where it was raised", () => {
    const { error, frames } = describeError(new OutOfTeaError("private words"));
    expect(error).toBe("OutOfTeaError");
    expect(frames).toContain("log.test.ts:");
    expect(frames.split(" < ").length).toBeLessThanOrEqual(6);
  });

  it("never holds its message, not even lines of it that look like frames", () => {
    const canary = "canary-7f3a";
    const dress = fc.constantFrom(
      canary,
      `at ${canary}`,
      `    at ${canary}`,
      `    at ${canary} (file:///shared/${canary}.ts:1:1)`,
      `    at file:///shared/${canary}.ts:1:1`,
      `    at async ${canary} (node:${canary}:1:1)`,
      "",
      "    at ",
    );
    const message = fc.array(fc.oneof(dress, fc.string()), { maxLength: 6 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(message, fc.boolean(), (text, nested) => {
        const error = nested ? new OutOfTeaError("outer", { cause: new Error(text) }) : new Error(text);
        const described = describeError(error);
        expect(JSON.stringify(described)).not.toContain(canary);
        expect(described.frames).toContain("log.test.ts:");
      }),
    );
  });

  it("never holds a message that was changed after the error was made", () => {
    const error = new Error("canary-7f3a told\n    at the school of canary-7f3a");
    error.message = "changed";
    expect(JSON.stringify(describeError(error))).not.toContain("canary");
  });

  it("of several raised as one is how many, and the first of them in full", () => {
    const first = new OutOfTeaError("canary-7f3a");
    const both = new AggregateError([new AggregateError([first, new Error("canary-7f3a")]), "canary-7f3a"]);
    expect(describeError(both)).toEqual({
      error: "AggregateError 2 AggregateError 2 OutOfTeaError",
      frames: describeError(first).frames,
    });
    expect(describeError(new AggregateError([]))).toMatchObject({ error: "AggregateError" });
  });

  it("of something thrown that is no error is only its type", () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(describeError(thrown)).toEqual({ error: typeof thrown, frames: "" });
      }),
    );
  });
});
