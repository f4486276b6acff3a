import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], timeoutSeconds: number) => ({
  test: { name, include, testTimeout: timeoutSeconds * 1000, hookTimeout: timeoutSeconds * 1000 },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["shared/**/*.test.ts", "functions/**/*.test.ts", "infra/**/*.test.ts"], 30),
      project("store", ["test/store/**/*.test.ts"], 60),
      project("service", ["test/service/**/*.test.ts"], 60),
      project("journey", ["test/journey/**/*.test.ts"], 120),
      project("stack", ["test/stack/**/*.test.ts"], 120),
    ],
  },
});
