/** What a route needs for matching. `path` is "$default" or like "/requests/{requestId}/{rest+}". */
export type RouteAddress = { readonly method: string; readonly path: string };

type Segment = { readonly kind: "static" | "parameter" | "greedy"; readonly text: string };

/** A route with its path taken apart and its route key as API Gateway writes it ("GET /requests/{requestId}"). */
export type CompiledRoute<R extends RouteAddress> = {
  readonly route: R;
  readonly routeKey: string;
  readonly segments: readonly Segment[] | "default";
};

/** A route that fits, with its path parameters percent-decoded. */
export type RouteMatch<R extends RouteAddress> = {
  readonly route: R;
  readonly routeKey: string;
  readonly pathParameters: ReadonlyMap<string, string>;
};

const toSegment = (text: string): Segment => {
  if (!text.startsWith("{") || !text.endsWith("}")) return { kind: "static", text };
  return text.endsWith("+}")
    ? { kind: "greedy", text: text.slice(1, -2) }
    : { kind: "parameter", text: text.slice(1, -1) };
};

const compile = <R extends RouteAddress>(route: R): CompiledRoute<R> =>
  route.path === "$default"
    ? { route, routeKey: "$default", segments: "default" }
    : {
        route,
        routeKey: `${route.method} ${route.path}`,
        segments: route.path.slice(1).split("/").map(toSegment),
      };

const kindRank = { static: 0, parameter: 1, greedy: 2 };

const compareRoutes = (a: CompiledRoute<RouteAddress>, b: CompiledRoute<RouteAddress>): number => {
  if (a.segments === "default" || b.segments === "default")
    return Number(a.segments === "default") - Number(b.segments === "default");
  for (const [index, left] of a.segments.entries()) {
    const right = b.segments[index];
    if (right !== undefined && left.kind !== right.kind) return kindRank[left.kind] - kindRank[right.kind];
  }
  return Number(a.route.method === "ANY") - Number(b.route.method === "ANY");
};

/** Routes in API Gateway's order of precedence: static before parameter before greedy; a method before ANY. */
export const compileRoutes = <R extends RouteAddress>(routes: readonly R[]): readonly CompiledRoute<R>[] =>
  routes.map(compile).toSorted(compareRoutes);

/** The path's segments, percent-decoded one by one; undefined when the encoding is malformed. */
export const decodePath = (path: string): readonly string[] | undefined => {
  if (!path.startsWith("/")) return undefined;
  try {
    return path.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

const matchSegments = (
  pattern: readonly Segment[],
  path: readonly string[],
): ReadonlyMap<string, string> | undefined => {
  const parameters = new Map<string, string>();
  for (const [index, segment] of pattern.entries()) {
    const here = path[index];
    if (here === undefined) return undefined;
    if (segment.kind === "greedy") {
      const rest = path.slice(index).join("/");
      return rest === "" ? undefined : parameters.set(segment.text, rest);
    }
    if (segment.kind === "static" ? here !== segment.text : here === "") return undefined;
    if (segment.kind === "parameter") parameters.set(segment.text, here);
  }
  return pattern.length === path.length ? parameters : undefined;
};

/** The first route, in order of precedence, that takes this method and decoded path; undefined is a 404. */
export const matchRoute = <R extends RouteAddress>(
  routes: readonly CompiledRoute<R>[],
  method: string,
  path: readonly string[],
): RouteMatch<R> | undefined => {
  for (const { route, routeKey, segments } of routes) {
    if (segments === "default") return { route, routeKey, pathParameters: new Map() };
    if (route.method !== method && route.method !== "ANY") continue;
    const pathParameters = matchSegments(segments, path);
    if (pathParameters !== undefined) return { route, routeKey, pathParameters };
  }
  return undefined;
};
