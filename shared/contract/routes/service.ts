import * as z from "zod";
import type { Route } from "../door.ts";

export const serviceRoutes = {
  openApi: {
    area: "service",
    method: "GET",
    path: "/openapi.json",
    summary: "This document",
    roles: "public",
    replies: { 200: z.record(z.string(), z.unknown()) },
    problems: [],
    audit: null,
  },
  health: {
    area: "service",
    method: "GET",
    path: "/health",
    summary: "Whether the service answers",
    roles: "public",
    replies: { 200: z.object({ status: z.literal("ok"), version: z.string() }) },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
