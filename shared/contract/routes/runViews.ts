import * as z from "zod";
import { ExpectedAcceptance } from "../../domain/people/acceptance.ts";
import { PersonId, RequestId, RunId, SchoolId } from "../../domain/ids.ts";
import { Alternate, Because, Evidence } from "../../domain/runs/explanation.ts";
import { Phase, RoutePolicyName } from "../../domain/vocabulary.ts";
import { OfferView, ProposalView, UnmetView } from "./views.ts";

/** Everything that a run says of one request. */
export const RequestExplanationView = z
  .strictObject({
    runId: RunId,
    requestId: RequestId,
    proposals: z.array(ProposalView),
    unmet: UnmetView.nullable(),
  })
  .meta({ id: "RequestExplanation" });

/** What one relaxation would change on a request, and who would come to qualify. */
export const RelaxationInFullView = z
  .strictObject({
    runId: RunId,
    requestId: RequestId,
    relaxation: z.string(),
    changes: z
      .array(
        z.strictObject({
          field: z.enum(["mode", "window/to", "daysEach", "maxFromOneSchool"]),
          before: z.string().nullable(),
          after: z.string().nullable().describe("Null where nothing would limit it"),
        }),
      )
      .describe("Fields of the request that would change; none where only how it is judged would"),
    rule: z.string().nullable().describe("The rule that would be set aside for each of the people"),
    people: z.array(PersonId).describe("Who would come to qualify and has room, by id"),
  })
  .meta({ id: "RelaxationInFull" });

/** The next three for each place that a run proposes on a request, with what each would lose. */
export const AlternatesView = z
  .strictObject({
    runId: RunId,
    requestId: RequestId,
    places: z.array(
      z.strictObject({
        personId: PersonId.describe("Who is proposed for the place"),
        alternates: z.array(Alternate),
      }),
    ),
  })
  .meta({ id: "Alternates" });

const ProposedTo = z.strictObject({
  requestId: RequestId,
  fit: z.number(),
  pinned: z.boolean(),
  components: z.array(Because),
  sentence: z.string(),
});

const NotAsked = z.strictObject({
  requestId: RequestId,
  reason: z.string(),
  fit: z.number().nullable().describe("Null when a rule refuses the pair, and to practitioners themselves"),
  components: z.array(Because),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      why: z.string(),
      evidence: z
        .array(Evidence)
        .exactOptional()
        .describe("The records that made it fire, for brokers alone"),
    }),
  ),
  sentence: z.string(),
});

/** What a run means for one practitioner. */
export const PractitionerView = z
  .strictObject({
    runId: RunId,
    personId: PersonId,
    proposed: z.array(ProposedTo),
    notAsked: z.array(NotAsked),
  })
  .meta({
    id: "PractitionerInRun",
    description:
      "Why a practitioner was asked, and why not, without a word about anybody else. Practitioners see why they " +
      "were asked where this run's offer to them lives or was answered, and elsewhere what on their own record " +
      "forbids an offer; what is proposed and not yet confirmed, and what the broker chose, is the broker's alone.",
  });

/** Worth in the first tier of the objective, and in points of fit. */
const Worth = { priorityWeighted: z.number(), fit: z.number() };

const Recruit = z.strictObject({
  academicYear: z.string(),
  code: z.string(),
  phase: Phase,
  nearSchoolId: SchoolId.nullable(),
  reachMetres: z.number(),
  slots: z.int().describe("Deployments at the same time that the person is taken to give"),
  days: z.number().describe("Days that the person is taken to give"),
  requestsMet: z.int().describe("Requests of which a place would be filled that nobody can fill now"),
  placesFilled: z.int(),
  ...Worth,
  perDay: z.strictObject(Worth).describe("What one day of such a person would be worth"),
  requestIds: z.array(RequestId),
  sentence: z.string(),
});

/** Where one more practitioner would help most, and what one more place of those there are would be worth. */
export const RecruitsView = z
  .strictObject({
    runId: RunId,
    recruits: z.array(Recruit).describe("Dearest first"),
    prices: z
      .array(z.strictObject({ academicYear: z.string(), personId: PersonId, ...Worth }))
      .describe(
        "What one more place of each practitioner would buy, for those of whom it would buy anything",
      ),
  })
  .meta({ id: "RunRecruits" });

const StandIn = z.strictObject({
  personId: PersonId,
  fit: z.number(),
  loss: z
    .number()
    .describe("Points of fit less rotation that the run would lose; below 0 where it would gain"),
  whyNot: z.string(),
  expectedAcceptance: ExpectedAcceptance,
});

/** Who could take each place that a run proposes, were whoever is proposed to decline. */
export const StandInsView = z
  .strictObject({
    runId: RunId,
    requestId: RequestId,
    places: z.array(
      z.strictObject({
        personId: PersonId.describe("Who is proposed"),
        standIns: z
          .array(StandIn)
          .describe("The best first: free beside all that the run proposes to them, and let by the rules"),
        count: z.int().describe("How many there are in all"),
      }),
    ),
  })
  .meta({ id: "StandIns" });

/** What rotation costs a run in each academic year. */
export const RotationView = z
  .strictObject({
    runId: RunId,
    years: z.array(
      z.strictObject({
        academicYear: z.string(),
        costPerLoad: z.number().describe("Points of fit that each deployment already held costs the next"),
        lossInFit: z
          .number()
          .describe(
            "Points of total fit by which the same run without that cost is better; below 0 where stability was " +
              "given up instead",
          ),
        proven: z.boolean().describe("Whether both answers are proven to be the best"),
      }),
    ),
  })
  .meta({ id: "RunRotation" });

const InputChange = z.strictObject({
  of: z.enum(["request", "practitioner", "school", "calendar", "support", "policy", "today"]),
  id: z.string(),
  kind: z.enum(["new", "gone", "changed"]),
  field: z.string().nullable(),
  before: z.string().nullable().describe("The field's value as JSON"),
  after: z.string().nullable().describe("The field's value as JSON"),
});

const OutcomeChange = z.strictObject({
  kind: z.enum(["proposed", "no-longer-proposed", "fit-changed", "opened", "closed"]),
  requestId: RequestId,
  personId: PersonId.nullable(),
  before: z.number().nullable().describe("Fit of a proposal in points, or number of open places"),
  after: z.number().nullable(),
  cause: z.strictObject({
    kind: z
      .enum(["alone", "each-needed", "together"])
      .describe(
        "alone: taking this change of the input back undoes the difference. each-needed: taking any one of them " +
          "back does. together: no single one that was tried does, all of them do.",
      ),
    changes: z.array(z.int()).describe("Positions in `inputs`, nearest first"),
    isComplete: z
      .boolean()
      .describe("False when the solves allowed, or the time, were used up before all was tried"),
  }),
});

/** What changed from one run to another in one academic year, and why. */
const YearDifferences = z.strictObject({
  academicYear: z.string(),
  inputs: z.array(InputChange),
  outcomes: z.array(OutcomeChange),
  figures: z
    .array(z.strictObject({ name: z.string(), before: z.number().nullable(), after: z.number().nullable() }))
    .describe("In the engine's units: fit in basis points, shares in thousandths, metres"),
  solves: z.int().describe("How often the later run was solved again to find the causes"),
});

export const DifferencesView = z
  .strictObject({
    runId: RunId,
    fromRunId: RunId,
    engineVersions: z.strictObject({ from: z.string(), to: z.string(), now: z.string() }),
    years: z.array(YearDifferences),
  })
  .meta({ id: "RunDifferences" });

const PublishedAndNow = z.strictObject({ published: z.string().nullable(), now: z.string() });

export const ReplayView = z
  .strictObject({
    runId: RunId,
    isIdentical: z.boolean().describe("Whether the results are byte for byte those of the run"),
    rowsAreIdentical: z
      .boolean()
      .describe("Whether the proposals and unmet needs in the database are those that the run gave"),
    engineVersion: PublishedAndNow,
    inputDigest: PublishedAndNow,
    resultDigest: PublishedAndNow,
  })
  .meta({ id: "RunReplay" });

const NotSent = z.strictObject({
  requestId: RequestId,
  personId: PersonId,
  problem: z.string(),
  detail: z.string(),
});

/** What came of one wave: the offers sent, and the proposals that could not be, each with the reason. */
export const WaveView = z
  .strictObject({
    runId: RunId,
    sent: z.array(OfferView),
    notSent: z
      .array(NotSent)
      .max(100)
      .describe("The first of the proposals that were tried and could not be sent"),
    notSentCount: z.int().describe("How many were tried and could not be sent"),
  })
  .meta({ id: "Wave" });

/** What the next wave would send, and of what it would leave out, why. */
export const NextWaveView = z
  .strictObject({
    runId: RunId,
    wouldSend: z
      .array(
        z.strictObject({
          requestId: RequestId,
          personId: PersonId,
          schoolId: SchoolId,
          homeSchoolId: SchoolId,
          routePolicy: RoutePolicyName,
          priority: z.int(),
          fit: z.number(),
          expectedAcceptance: ExpectedAcceptance.nullable(),
          warnings: z.array(z.string()),
        }),
      )
      .describe("In the order in which they would be sent, each judged by itself"),
    couldNotSend: z
      .array(NotSent)
      .describe("Whose turn it is before the last of these, and what stands against it"),
    leftOut: z.strictObject({
      routeWithoutWaves: z.int().describe("Proposals of open requests on routes whose policy sends in none"),
      tooUnlikely: z.int().describe("Proposals that are less likely to be accepted than is asked for"),
    }),
  })
  .meta({ id: "NextWave" });
