import type { Context } from "aws-lambda";
import type { GatewayEvent } from "./event.ts";

/** What became of one call of a handler. */
export type Invocation =
  | { readonly kind: "returned"; readonly result: unknown }
  | { readonly kind: "threw"; readonly error: unknown }
  | { readonly kind: "timed-out" };

/** A handler to call, with the event and the time it may take. */
export type InvocationRequest = {
  readonly handler: (event: GatewayEvent, context: Context) => unknown;
  readonly event: GatewayEvent;
  readonly functionName: string;
  readonly timeoutSeconds: number;
};

const lambdaContext = ({ event, functionName, timeoutSeconds }: InvocationRequest): Context => {
  const deadline = performance.now() + timeoutSeconds * 1000;
  const unsupported = (): never => {
    throw new Error("Return a promise: callbacks are gone since the Node 24 runtime.");
  };
  return {
    awsRequestId: event.requestContext.requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${functionName}`,
    memoryLimitInMB: "512",
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    done: unsupported,
    fail: unsupported,
    succeed: unsupported,
  };
};

const call = async (request: InvocationRequest): Promise<unknown> =>
  request.handler(request.event, lambdaContext(request));

/** Calls a handler and waits for it, or for its time to run out; a late result is dropped. */
export const invoke = (request: InvocationRequest): Promise<Invocation> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: "timed-out" }), request.timeoutSeconds * 1000);
    const settle = (outcome: Invocation): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    call(request).then(
      (result) => settle({ kind: "returned", result }),
      (error: unknown) => settle({ kind: "threw", error }),
    );
  });
