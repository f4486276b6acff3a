import * as z from "zod";

/** Age phases that a need or an expertise claim is about: a facet, not a part of the expertise code. */
export const phases = ["early-years", "primary", "secondary", "post-16"] as const;
export const Phase = z.enum(phases).meta({ id: "Phase" });
export type Phase = z.infer<typeof Phase>;

/** How the support is given. Remote support has no travel. */
export const modes = ["on-site", "remote", "hybrid"] as const;
export const Mode = z.enum(modes).meta({ id: "Mode" });
export type Mode = z.infer<typeof Mode>;

/** What a practitioner can do with an area of expertise, weakest first. */
export const claimLevels = ["can-share", "can-coach", "can-lead-review"] as const;
export const ClaimLevel = z.enum(claimLevels).meta({ id: "ClaimLevel" });
export type ClaimLevel = z.infer<typeof ClaimLevel>;

/** The four route policies of partnerships in the field; each has its own consent order, priority and rates. */
export const routePolicyNames = [
  "statutory",
  "traded-improvement",
  "traded-business",
  "collaborative",
] as const;
export const RoutePolicyName = z.enum(routePolicyNames).meta({ id: "RoutePolicyName" });
export type RoutePolicyName = z.infer<typeof RoutePolicyName>;

/** Who began a request: the school itself, the leader it approached, or the broker. */
export const initiationRoutes = ["school", "leader", "broker"] as const;
export const InitiationRoute = z.enum(initiationRoutes).meta({ id: "InitiationRoute" });
export type InitiationRoute = z.infer<typeof InitiationRoute>;

export const urgencies = ["this-week", "this-half-term", "this-term", "this-year"] as const;
export const Urgency = z.enum(urgencies).meta({ id: "Urgency" });
export type Urgency = z.infer<typeof Urgency>;

/** Days are counted in halves everywhere: 0.5, 1, 1.5 and so on. */
export const Days = z
  .number()
  .multipleOf(0.5)
  .min(0.5)
  .max(190)
  .meta({ id: "Days", description: "Days, in halves" });

/** A calendar date in Europe/London, `YYYY-MM-DD`, in years around which all days and years are dates as well. */
export const IsoDate = z.iso
  .date({ abort: true })
  .refine((date) => date >= "1000" && date < "3000", "This is not a day of the years 1000 to 2999")
  .meta({ id: "IsoDate", description: "Calendar date, YYYY-MM-DD, of the years 1000 to 2999" });

/** What is wrong with the first and last day of work or availability, or null: they are of the years 2000 to 2099. */
export function faultOfRange(range: {
  readonly from: string;
  readonly to: string;
}): { readonly end: "from" | "to"; readonly message: string } | null {
  if (range.from < "2000") return { end: "from", message: "This date is before the year 2000" };
  if (range.to >= "2100") return { end: "to", message: "This date is after the year 2099" };
  return range.to < range.from ? { end: "to", message: "This date is before the first one" } : null;
}

export const DateRange = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .superRefine((range, context) => {
    const fault = faultOfRange(range);
    if (fault !== null) context.addIssue({ code: "custom", path: [fault.end], message: fault.message });
  })
  .meta({ id: "DateRange", description: "First and last day, of the years 2000 to 2099" });
export type DateRange = z.infer<typeof DateRange>;

/** What is done with those who are supported. */
export const supportTypes = [
  "coaching",
  "review",
  "training",
  "model-lesson",
  "resource",
  "network",
] as const;
export const SupportType = z.enum(supportTypes).meta({ id: "SupportType" });
export type SupportType = z.infer<typeof SupportType>;

/** Whom the support is for. */
export const audiences = [
  "headteacher",
  "senior-leaders",
  "middle-leaders",
  "teachers",
  "support-staff",
  "business-staff",
  "governors",
] as const;
export const Audience = z.enum(audiences).meta({ id: "Audience" });
export type Audience = z.infer<typeof Audience>;

/** Kinds of school whose ways somebody has to know from within. */
export const settings = ["small-school", "special", "alternative-provision", "faith"] as const;
export const Setting = z.enum(settings).meta({ id: "Setting" });
export type Setting = z.infer<typeof Setting>;
