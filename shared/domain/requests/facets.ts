import * as z from "zod";
import { Audience, Setting, SupportType } from "../vocabulary.ts";

const eachOnce = (all: readonly string[]): boolean => new Set(all).size === all.length;
const some = <Value extends z.ZodType<string>>(value: Value) =>
  z.array(value).min(1).refine(eachOnce, "Each stands once");

const whom = {
  audiences: some(Audience).exactOptional().describe("Whom the support is for; anybody unless given"),
  settings: some(Setting)
    .exactOptional()
    .describe("Kinds of school to be known from within; nothing is said of them unless given"),
};

/** What a request asks for beside its codes, phase and mode. */
export const requestFacets = {
  supportType: SupportType.exactOptional().describe("What is to be done; anything unless given"),
  ...whom,
};

/** What a practitioner gives beside codes, phases and modes. */
export const personFacets = {
  supportTypes: some(SupportType).exactOptional().describe("What they do; anything unless given"),
  ...whom,
};

/** What a request asks for beside its codes, phase and mode. */
export interface AskedFacets {
  readonly supportType?: SupportType;
  readonly audiences?: readonly Audience[];
  readonly settings?: readonly Setting[];
}

/** What a practitioner said that they give; of what they did not, nothing is known. */
export interface GivenFacets {
  readonly supportTypes?: readonly SupportType[];
  readonly audiences?: readonly Audience[];
  readonly settings?: readonly Setting[];
}

/** The facets of a request alone, those that it gives. */
export const facetsOfRequest = ({ supportType, audiences, settings }: AskedFacets) => ({
  ...(supportType === undefined ? {} : { supportType }),
  ...(audiences === undefined ? {} : { audiences: [...audiences] }),
  ...(settings === undefined ? {} : { settings: [...settings] }),
});

/** The facets of a practitioner alone, those that they give. */
export const facetsOfPerson = ({ supportTypes, audiences, settings }: GivenFacets) => ({
  ...(supportTypes === undefined ? {} : { supportTypes: [...supportTypes] }),
  ...(audiences === undefined ? {} : { audiences: [...audiences] }),
  ...(settings === undefined ? {} : { settings: [...settings] }),
});
