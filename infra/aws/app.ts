import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { bundledCode } from "./bundle.ts";
import { addEdgeStack } from "./edge/stack.ts";
import { addBrokerageStack } from "./stack.ts";

// The CDK app: `npm run synth` needs no account.
const app = new App();
addBrokerageStack(app, { codeOf: bundledCode });
addEdgeStack(app);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
app.synth();
