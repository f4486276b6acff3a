import { defineConfig } from "vitest/config";
import { closingCounts } from "./test/closingCounts.ts";

const project = (name: string, include: string[], timeoutSeconds: number) => ({
  test: { name, include, testTimeout: timeoutSeconds * 1000, hookTimeout: timeoutSeconds * 1000 },
});

const beside = ["shared", "functions", "infra", "web"].map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    reporters: ["default", closingCounts],
    projects: [
      project("unit", beside, 60),
      project("store", ["test/store/**/*.test.ts"], 60),
      project("service", ["test/service/**/*.test.ts"], 60),
      project("journey", ["test/journey/**/*.test.ts"], 180),
      project("stack", ["test/stack/**/*.test.ts"], 120),
    ],
  },
});
