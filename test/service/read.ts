import type * as z from "zod";
import {
  OfferView,
  pageOf,
  ProposalView,
  RequestView,
  RunView,
  UnmetView,
} from "../../shared/contract/routes/views.ts";
import {
  AlternatesView,
  DifferencesView,
  PractitionerView,
  RecruitsView,
  ReplayView,
  RequestExplanationView,
  RotationView,
  StandInsView,
  NextWaveView,
  WaveView,
} from "../../shared/contract/routes/runViews.ts";
import { Problem } from "../../shared/contract/problems.ts";
import type { Answered } from "../harness/service.ts";

const as =
  <Schema extends z.ZodType>(schema: Schema) =>
  ({ body }: Pick<Answered, "body">): z.output<Schema> =>
    schema.parse(body);

/** Answers as the contract declares them. */
export const read = {
  run: as(RunView),
  runs: as(pageOf(RunView)),
  proposals: as(pageOf(ProposalView)),
  unmet: as(pageOf(UnmetView)),
  explanation: as(RequestExplanationView),
  unmetNeed: as(UnmetView),
  alternates: as(AlternatesView),
  standIns: as(StandInsView),
  practitioner: as(PractitionerView),
  differences: as(DifferencesView),
  recruits: as(RecruitsView),
  rotation: as(RotationView),
  replay: as(ReplayView),
  nextWave: as(NextWaveView),
  wave: as(WaveView),
  offer: as(OfferView),
  offers: as(pageOf(OfferView)),
  request: as(RequestView),
  problem: as(Problem),
};

/** The kind of a problem, without the prefix of its `type`. */
export const problemIn = (answer: Answered): string => read.problem(answer).type.split(":").at(-1) ?? "";
