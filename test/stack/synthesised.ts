import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import * as z from "zod";
import { addEdgeStack } from "../../infra/aws/edge/stack.ts";
import { addBrokerageStack } from "../../infra/aws/stack.ts";

const Resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.json()).default({}) });
const Document = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Description: z.string(), Value: z.json() })),
  Parameters: z.record(z.string(), z.record(z.string(), z.json())),
});
type Document = z.infer<typeof Document>;

/** A resource of the template with its logical id. */
interface Found {
  readonly id: string;
  readonly properties: Readonly<Record<string, z.core.util.JSONType>>;
}

/** Builds the stacks with stand-in code, so that nothing is bundled, and lets `look` see them before they are gone. */
export const withStack = <Seen>(look: (stack: Stack, app: App, edge: Stack) => Seen): Seen => {
  const outdir = mkdtempSync(join(tmpdir(), "stack-test-"));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    const stack = addBrokerageStack(app, { codeOf: () => Code.fromInline("export const handler = 0;") });
    return look(stack, app, addEdgeStack(app));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** The synthesised template. */
export const synthesised: Document = withStack((stack) => Document.parse(Template.fromStack(stack).toJSON()));

/** Every resource of a type. */
export const allOf = (type: string): Found[] =>
  Object.entries(synthesised.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties }]) => ({ id, properties: Properties }));

const Reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) })
    .transform((attribute) => attribute["Fn::GetAtt"][0]),
]);

/** The logical id that a Ref or GetAtt names. */
export const idIn = (value: unknown): string => Reference.parse(value);

/** Every logical id named anywhere inside a value. */
export const idsWithin = (value: unknown): string[] => {
  const reference = Reference.safeParse(value);
  if (reference.success) return [reference.data];
  if (Array.isArray(value)) return value.flatMap(idsWithin);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsWithin) : [];
};

/** The resource with a logical id. */
export const resourceOf = (id: string): Found => {
  const resource = synthesised.Resources[id];
  if (!resource) throw new Error(`The template has no ${id}`);
  return { id, properties: resource.Properties };
};

const described = "Area Brokerage: ";

/** The functions of the template by their name, which is said in their description. */
export const functionsByName: ReadonlyMap<string, Found> = new Map(
  allOf("AWS::Lambda::Function").map((found) => [
    z.string().startsWith(described).parse(found.properties["Description"]).slice(described.length),
    found,
  ]),
);

/** The name of the function with a logical id. */
export const functionNameOf = (id: string): string => {
  for (const [name, found] of functionsByName) if (found.id === id) return name;
  throw new Error(`${id} is no function`);
};

/** The function of a name. */
export const functionNamed = (name: string): Found => {
  const found = functionsByName.get(name);
  if (!found) throw new Error(`The template has no function ${name}`);
  return found;
};

const Statement = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Action: z.union([z.array(z.string()), z.string().transform((one) => [one])]),
  Resource: z.json(),
  Condition: z.json().optional(),
});
type Statement = z.infer<typeof Statement>;

/** The statements that a role has through its policies. */
export const statementsOfRole = (roleId: string): Statement[] =>
  allOf("AWS::IAM::Policy")
    .filter(({ properties }) => idsWithin(properties["Roles"]).includes(roleId))
    .flatMap(
      ({ properties }) =>
        z.object({ Statement: z.array(Statement) }).parse(properties["PolicyDocument"]).Statement,
    );

/** The statements that a function's role has. */
export const statementsOf = (name: string): Statement[] =>
  statementsOfRole(idIn(functionNamed(name).properties["Role"]));
