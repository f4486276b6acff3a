import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { DockerImage, AssetHashType } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync, type BuildOptions } from "esbuild";
import type { FunctionName } from "./functionSpecs.ts";

const root = join(import.meta.dirname, "..", "..");

// What the SDK loads only when it needs it, and never does here: other ways to credentials than Lambda's environment.
const neverLoaded = [
  ...["http", "ini", "process", "sso", "web-identity"].map((each) => `@aws-sdk/credential-provider-${each}`),
  "@smithy/credential-provider-imds",
];
// Answers that come as streams of events, of which S3's client alone has any.
const eventStreams = "@smithy/core/event-streams";
const withFiles: readonly FunctionName[] = ["arrivals", "uploads"];

/** How every function is bundled: one ES module with the SDK it uses inside, small, with its source map. */
const bundleOptions = {
  absWorkingDir: root,
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
  // Packages that are still CommonJS inside look for `require`, which a module does not have.
  banner: {
    js: 'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);',
  },
  logLevel: "warning",
  metafile: true,
} as const satisfies BuildOptions;

/** The source of a function's entry, which exports `handler`. */
const entryOf = (name: FunctionName): string =>
  name === "pages" ? join(root, "web", "main.ts") : join(root, "functions", name, "main.ts");

/** Bundles a function as it is deployed, as `main.mjs`. */
export function bundle(name: FunctionName, outdir: string): void {
  const external = withFiles.includes(name) ? neverLoaded : [...neverLoaded, eventStreams];
  const { metafile } = buildSync({ ...bundleOptions, external, entryPoints: [entryOf(name)], outdir });
  for (const { imports } of Object.values(metafile.outputs))
    for (const { path, kind, external: isOutside } of imports)
      if (isOutside && kind !== "dynamic-import" && !isBuiltin(path))
        throw new Error(`${name} cannot begin without ${path}, which is not in its bundle`);
}

/** A function's code as it is deployed, bundled on this machine while the app is synthesised. */
export const bundledCode = (name: FunctionName): Code =>
  Code.fromAsset(dirname(entryOf(name)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: the local bundler below always does the work.
      image: DockerImage.fromRegistry("none"),
      local: {
        tryBundle(outdir) {
          bundle(name, outdir);
          return true;
        },
      },
    },
  });
