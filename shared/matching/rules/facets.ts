import type { Evidence } from "../../domain/runs/explanation.ts";
import type { Pair } from "../facts/pair.ts";
import { ofPractitioner, ofRequest } from "./rule.ts";

/** What a pair's facets say against it, which forbids nothing: few say all that they give. */
interface Difference {
  readonly name: string;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

interface Facet {
  readonly name: string;
  /** What the practitioner did not name among what. */
  readonly among: string;
  readonly asked: (pair: Pair) => readonly string[] | undefined;
  /** What somebody named; undefined of who named nothing, of whom nothing is known. */
  readonly given: (pair: Pair) => readonly string[] | undefined;
}

const facets: readonly Facet[] = [
  {
    name: "support-type-not-named",
    among: "the support they give",
    asked: ({ request: { facets: asked } }) => asked?.supportType && [asked.supportType],
    given: ({ practitioner }) => practitioner.facets?.supportTypes,
  },
  {
    name: "audience-not-named",
    among: "those they support",
    asked: ({ request }) => request.facets?.audiences,
    given: ({ practitioner }) => practitioner.facets?.audiences,
  },
  {
    name: "setting-not-named",
    among: "the settings they know",
    asked: ({ request }) => request.facets?.settings,
    given: ({ practitioner }) => practitioner.facets?.settings,
  },
];

const differenceIn =
  ({ name, among, asked, given }: Facet) =>
  (pair: Pair): Difference | null => {
    const named = given(pair);
    const missing = (asked(pair) ?? []).filter((each) => named !== undefined && !named.includes(each));
    if (named === undefined || missing.length === 0) return null;
    return {
      name,
      sentence: `The practitioner did not name ${missing.join(", ")} among ${among}.`,
      evidence: [
        ...ofRequest(pair, `asks for ${missing.join(", ")}`),
        ...ofPractitioner(pair, `named ${named.join(", ")}`),
      ],
    };
  };

function claimOfOtherPhase(pair: Pair): Difference | null {
  const claim = pair.claim?.claim;
  const { phase } = pair.request;
  if (claim?.phases === undefined || claim.phases.includes(phase)) return null;
  const held = `claim of ${claim.code} is for ${claim.phases.join(", ")}`;
  return {
    name: "claim-of-other-phase",
    sentence: `The ${held}, not ${phase}.`,
    evidence: ofPractitioner(pair, held),
  };
}

/** Each way in which a pair's facets may differ. */
export const facetDifferences: readonly ((pair: Pair) => Difference | null)[] = [
  claimOfOtherPhase,
  ...facets.map(differenceIn),
];
