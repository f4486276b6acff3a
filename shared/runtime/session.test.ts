import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Role, roles } from "../contract/door.ts";
import { actorOf, serviceActor, sessionOf } from "./session.ts";

// API Gateway hands every claim over as a string, numbers and dates too.
const claims = {
  sub: "account-1",
  iss: "https://sign-in.example",
  exp: "1788249600",
  partnership: "par_aaaaaaaa",
  roles: "school practitioner",
  school: "sch_aaaaaaaa",
  person: "per_aaaaaaaa",
};

describe("a session", () => {
  it("is read from the claims that API Gateway has verified", () => {
    expect(sessionOf(claims)).toEqual({
      account: "account-1",
      partnershipId: "par_aaaaaaaa",
      roles: ["school", "practitioner"],
      schoolId: "sch_aaaaaaaa",
      personId: "per_aaaaaaaa",
    });
  });

  it("needs neither a school nor a person", () => {
    const { school: _school, person: _person, ...fewer } = claims;
    expect(sessionOf({ ...fewer, roles: "broker" })).toMatchObject({
      schoolId: undefined,
      personId: undefined,
    });
  });

  it("holds only roles that there are", () => {
    expect(sessionOf({ ...claims, roles: "admin  broker superuser" })).toMatchObject({ roles: ["broker"] });
  });

  it.each([
    ["none at all", undefined],
    ["no partnership", { ...claims, partnership: undefined }],
    ["a partnership that is no id", { ...claims, partnership: "par_x#" }],
    ["no account", { ...claims, sub: "" }],
    ["no role", { ...claims, roles: "" }],
    ["only roles that there are not", { ...claims, roles: "admin" }],
    ["roles that are not one string", { ...claims, roles: ["broker"] }],
    ["a list of roles as API Gateway would write it", { ...claims, roles: "[broker director]" }],
    ["a school that is no id", { ...claims, school: "123456" }],
  ])("is none with %s", (_, given) => {
    expect(sessionOf(given)).toBeUndefined();
  });

  it("is none or has a partnership and a role, whatever the claims are", () => {
    const anyClaims = fc.oneof(
      fc.anything(),
      fc.record(Object.fromEntries(Object.keys(claims).map((key) => [key, fc.string()]))),
    );
    fc.assert(
      fc.property(anyClaims, (given) => {
        const session = sessionOf(given);
        expect(session === undefined || session.roles.length > 0).toBe(true);
      }),
    );
  });
});

describe("who acts", () => {
  const someRoles = fc.subarray([...roles]);
  const heldAndAllowed = fc.tuple(fc.subarray([...roles], { minLength: 1 }), someRoles);
  const acting = ([held, allowed]: readonly [readonly string[], readonly Role[]]) => {
    const session = sessionOf({ ...claims, roles: held.join(" ") });
    if (!session) throw new Error("These claims make a session");
    return actorOf(session, allowed);
  };
  const meet = ([held, allowed]: readonly [readonly Role[], readonly Role[]]): boolean =>
    held.some((role) => allowed.includes(role));

  it("is the account in a role that it holds and the door allows", () => {
    fc.assert(
      fc.property(heldAndAllowed.filter(meet), (pair) => {
        const { role } = acting(pair);
        expect(pair.map((each) => each.some((other) => other === role))).toEqual([true, true]);
      }),
    );
  });

  it("is nobody without such a role", () => {
    fc.assert(
      fc.property(
        heldAndAllowed.filter((pair) => !meet(pair)),
        (pair) => {
          expect(() => acting(pair)).toThrow("Nobody acts without a role");
        },
      ),
    );
  });

  it("is a broker before anything else, and the service when nobody is signed in", () => {
    const session = sessionOf({ ...claims, roles: "practitioner school broker" });
    if (!session) throw new Error("These claims make a session");
    expect(actorOf(session, roles)).toEqual({ role: "broker", account: "account-1" });
    expect(actorOf(session, ["school", "practitioner"])).toEqual({ role: "school", account: "account-1" });
    expect(serviceActor("night")).toEqual({ role: "service", account: "night" });
  });
});
