import type * as z from "zod";
import { certificateNumberProblem, holdsCertificateNumber } from "../domain/people/certificateNumber.ts";

type Place = readonly string[];

/** Where in a body texts stand that seem to hold the number of a certificate. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value === "string") return holdsCertificateNumber(value) ? [at] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]));
}

/** The schema of a body none of whose texts, however deep, may hold the number of a certificate. */
export const withoutCertificateNumbers = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.superRefine((body, context) => {
    for (const path of placesIn(body))
      context.addIssue({ code: "custom", path: [...path], message: certificateNumberProblem });
  });
