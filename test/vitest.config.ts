import { dirname } from "node:path";
import { defineConfig } from "vitest/config";
import { closingCounts } from "./closingCounts.ts";

const root = dirname(import.meta.dirname);

const project = (name: string, include: string[], timeoutSeconds: number) => ({
  root,
  test: { name, include, testTimeout: timeoutSeconds * 1000, hookTimeout: timeoutSeconds * 1000 },
});

const pages = project("browser", ["test/browser/**/*.test.ts"], 120);
const browser = { ...pages, test: { ...pages.test, globalSetup: ["test/browser/chromium.ts"] } };

const beside = ["shared", "functions", "infra", "web"].map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  root,
  test: {
    reporters: ["default", closingCounts],
    projects: [
      project("unit", beside, 60),
      project("store", ["test/store/**/*.test.ts"], 60),
      project("service", ["test/service/**/*.test.ts"], 120),
      project("journey", ["test/journey/**/*.test.ts"], 180),
      project("simulation", ["test/simulation/**/*.test.ts"], 300),
      project("stack", ["test/stack/**/*.test.ts"], 120),
      browser,
    ],
  },
});
