import * as z from "zod";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { commonProblems, Problem, problems, problemTypePrefix } from "../../shared/contract/problems.ts";
import type { Answered, Asked } from "./service.ts";

const fitting = Object.values<Route>(routes).map((route) => ({
  route,
  address: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  fixedParts: route.path.split("/").filter((part) => !part.startsWith("{")).length,
}));

/** The door at an address, the one with the most fixed words where several would fit. */
const routeAt = ({ method, path }: Asked): Route | undefined => {
  const [address = ""] = path.split("?");
  return fitting
    .filter((each) => each.route.method === method && each.address.test(address))
    .toSorted((left, right) => right.fixedParts - left.fixedParts)[0]?.route;
};

/** What the OpenAPI document says of an answer, read back: fields that it does not name are not allowed. */
const read = new Map<z.ZodType, z.ZodType>();
const asDocumented = (schema: z.ZodType): z.ZodType => {
  const known = read.get(schema);
  if (known !== undefined) return known;
  const fresh = z.fromJSONSchema(z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" }));
  read.set(schema, fresh);
  return fresh;
};

const faultOfProblem = (route: Route, { status, body }: Answered): string | null => {
  const parsed = asDocumented(Problem).safeParse(body);
  if (!parsed.success) return z.prettifyError(parsed.error);
  const { type } = Problem.parse(body);
  const allowed = [...commonProblems, ...route.problems].filter((code) => problems[code].status === status);
  return allowed.some((code) => type === `${problemTypePrefix}${code}`)
    ? null
    : `${type} is none of the problems of status ${status}: ${allowed.join(", ")}`;
};

/**
 * What an answer of the service has that the OpenAPI document does not say of its route: a status, a problem, a
 * field; null where it says all of it. What the gateway answers itself, and what is no route, is not looked at.
 */
export function undocumented(asked: Asked, answer: Answered): string | null {
  const route = routeAt(asked);
  if (route === undefined || (answer.status === 401 && route.roles !== "public")) return null;
  if (answer.status >= 400) return faultOfProblem(route, answer);
  const reply = route.replies[answer.status];
  if (reply === undefined) return `status ${answer.status} is not documented`;
  if (typeof reply === "string")
    return answer.headers.get("content-type")?.startsWith(reply) ? null : `it is no ${reply}`;
  const parsed = asDocumented(reply).safeParse(answer.body);
  return parsed.success ? null : z.prettifyError(parsed.error);
}
