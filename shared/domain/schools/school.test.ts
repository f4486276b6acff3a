import { expect, test } from "vitest";
import { mayAskForSupport, schoolStatuses } from "./school.ts";

test("schools that teach children today may ask, also one that is to close", () => {
  expect(schoolStatuses.filter((status) => mayAskForSupport({ status }))).toEqual([
    "open",
    "open-proposed-to-close",
  ]);
});
