import { describe, expect, it } from "vitest";
import { compileRoutes, decodePath, matchRoute } from "./routes.ts";

const declared = [
  { method: "ANY", path: "$default" },
  { method: "ANY", path: "/{proxy+}" },
  { method: "GET", path: "/pets/{proxy+}" },
  { method: "GET", path: "/pets/dog/{id}" },
  { method: "ANY", path: "/pets/dog/{id}" },
  { method: "GET", path: "/pets/dog/1" },
];
const matched = (routes: typeof declared, method: string, path: string) => {
  const match = matchRoute(compileRoutes(routes), method, decodePath(path) ?? []);
  return match && { key: match.routeKey, parameters: Object.fromEntries(match.pathParameters) };
};

describe("route precedence", () => {
  it.each([
    { asked: "GET /pets/dog/1", key: "GET /pets/dog/1", parameters: {} },
    { asked: "GET /pets/dog/2", key: "GET /pets/dog/{id}", parameters: { id: "2" } },
    { asked: "PUT /pets/dog/2", key: "ANY /pets/dog/{id}", parameters: { id: "2" } },
    { asked: "GET /pets/cat/3/food", key: "GET /pets/{proxy+}", parameters: { proxy: "cat/3/food" } },
    { asked: "POST /pets/cat/3", key: "ANY /{proxy+}", parameters: { proxy: "pets/cat/3" } },
    { asked: "GET /", key: "$default", parameters: {} },
  ])("$asked goes to $key, in whatever order the routes were declared", ({ asked, key, parameters }) => {
    const [method = "", path = ""] = asked.split(" ");
    expect(matched(declared, method, path)).toEqual({ key, parameters });
    expect(matched(declared.toReversed(), method, path)).toEqual({ key, parameters });
  });
});

describe("matching", () => {
  const one = [{ method: "GET", path: "/requests/{requestId}" }];

  it("decodes a parameter without letting an encoded slash add a segment", () => {
    expect(matched(one, "GET", "/requests/a%20b%2Fc")?.parameters).toEqual({ requestId: "a b/c" });
  });

  it.each(["/requests", "/requests/", "/requests/1/", "/requests/1/more", "/Requests/1"])(
    "does not take %s for the route",
    (path) => expect(matched(one, "GET", path)).toBeUndefined(),
  );

  it("does not take another method", () => expect(matched(one, "POST", "/requests/1")).toBeUndefined());

  it.each(["/a%", "/a%zz", "/%ff", "no-slash"])("refuses the malformed path %s", (path) =>
    expect(decodePath(path)).toBeUndefined(),
  );
});
