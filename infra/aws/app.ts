import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { bundledCode } from "./bundle.ts";
import { addBrokerageStack } from "./stack.ts";

// The CDK app: `npm run synth` needs no account; CloudFront with WAF in front of the API is a later step.
const app = new App();
addBrokerageStack(app, { codeOf: bundledCode });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
app.synth();
