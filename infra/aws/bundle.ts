import { dirname, join } from "node:path";
import { DockerImage, AssetHashType } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync, type BuildOptions } from "esbuild";
import type { FunctionName } from "./functionSpecs.ts";

const root = join(import.meta.dirname, "..", "..");

/** How every function is bundled: one ES module with the SDK it uses inside, small, with its source map. */
export const bundleOptions = {
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  platform: "node",
  target: "node24",
  format: "esm",
  mainFields: ["module", "main"],
  outExtension: { ".js": ".mjs" },
  legalComments: "none",
  // Ways to find credentials on other machines than Lambda's: loaded only where the environment holds none, so never here.
  external: [
    ...["ini", "process", "sso", "web-identity"].map((each) => `@aws-sdk/credential-provider-${each}`),
    "@smithy/credential-provider-imds",
  ],
  // Packages that are still CommonJS inside look for `require`, which a module does not have.
  banner: {
    js: 'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);',
  },
  logLevel: "warning",
} as const satisfies BuildOptions;

/** The source of a function's entry, which exports `handler`. */
export const entryOf = (name: FunctionName): string =>
  name === "pages" ? join(root, "web", "main.ts") : join(root, "functions", name, "main.ts");

/** A function's code as it is deployed, bundled on this machine while the app is synthesised. */
export const bundledCode = (name: FunctionName): Code =>
  Code.fromAsset(dirname(entryOf(name)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: the local bundler below always does the work.
      image: DockerImage.fromRegistry("none"),
      local: {
        tryBundle(outdir) {
          buildSync({ ...bundleOptions, absWorkingDir: root, entryPoints: [entryOf(name)], outdir });
          return true;
        },
      },
    },
  });
