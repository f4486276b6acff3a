import type { WaveId } from "../../domain/ids.ts";
import { Wave } from "../../domain/runs/wave.ts";
import { entity } from "../entity.ts";
import { keptForRepeats } from "./trail.ts";

export const waves = entity("wave", {
  schema: Wave,
  place: (key: { waveId: WaveId }) => ({ partition: `WAVE#${key.waveId}`, sort: "WAVE" }),
  expiresAtSeconds: (row) => keptForRepeats(row.notedAt),
});
