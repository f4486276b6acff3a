import { describe, expect, it } from "vitest";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { changes } from "./changes.ts";

const [request] = madeUpArea({ schools: 2, practitioners: 1, requests: 1, codes: 1, seed: 1 }).requests;
const changeOf = (code: string) => changes.find((change) => change.code === code);

describe("a change to a request", () => {
  it("asks for no fewer than half the days that it tells of", () => {
    if (request === undefined) throw new Error("The area has a request");
    const asked = [1, 2, 3, 4, 7].map(
      (halfDays) => changeOf("fewer-days")?.request({ ...request, halfDays })?.halfDays,
    );
    expect(asked).toEqual([undefined, 1, 2, 2, 4]);
  });

  it("tells of the end alone where it moves only the end", () => {
    if (request === undefined) throw new Error("The area has a request");
    const later = changeOf("later");
    expect(later?.request(request)?.window.from).toBe(request.window.from);
    expect(later?.opening).toBe("Six weeks longer to finish");
  });

  it("goes to the end of the school's next half term where that is known, and six weeks on where it is not", () => {
    if (request === undefined) throw new Error("The area has a request");
    const nextHalfTerm = { from: "2027-01-05", to: "2027-02-12" };
    const known = { ...request, nextHalfTerm };
    expect(changeOf("later")?.request(known)).toBeNull();
    expect(changeOf("after-half-term")?.request(request)).toBeNull();
    expect(changeOf("after-half-term")?.request(known)).toEqual({
      ...request,
      window: { from: request.window.from, to: nextHalfTerm.to },
    });
  });
});
