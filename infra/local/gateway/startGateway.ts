import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answer, type GatewayLog, type GatewayRoute } from "./answer.ts";
import type { AuthorizeJwt } from "./authorize.ts";
import { newRequestId } from "./event.ts";
import { listen } from "./ports.ts";
import { messageReply, sendReply } from "./reply.ts";
import { compileRoutes } from "./routes.ts";

/** A page or endpoint of the local host alone, outside API Gateway. A path ending in "/" takes all below it. */
export type LocalHandler = {
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
};

/** What a gateway needs. `now` is the time written into events: the service's clock, which may be moved. */
export type GatewayOptions = {
  readonly port: number;
  readonly routes: readonly GatewayRoute[];
  readonly authorizeJwt: AuthorizeJwt;
  readonly local?: readonly LocalHandler[];
  readonly log: GatewayLog;
  readonly now: () => Date;
};

/** A running gateway. `close` stops taking requests and resolves when those in flight are answered. */
export type Gateway = { readonly origin: string; close(): Promise<void> };

// Longer than any route may take: only a caller that never finishes its request is cut off.
const closeWithinMilliseconds = 35_000;
/** As long as a load balancer keeps one that nobody uses. */
const idleMilliseconds = 75_000;

const localHandlerFor = (handlers: readonly LocalHandler[], url: string): LocalHandler | undefined => {
  const path = url.split("?", 1)[0] ?? "";
  return handlers.find((local) =>
    local.path.endsWith("/") ? path.startsWith(local.path) : path === local.path,
  );
};

/**
 * Serves routes as an API Gateway HTTP API would: payload format 2.0 events to the handlers, their
 * answers back over HTTP. Port 0 takes any free port.
 * @example await startGateway({ port: 3000, routes, authorizeJwt, log, now: () => new Date() })
 */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const routes = compileRoutes(options.routes);
  const local = options.local ?? [];
  let closing = false;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const localHandler = localHandlerFor(local, request.url ?? "/");
    if (localHandler !== undefined) {
      await localHandler.handle(request, response);
      return;
    }
    const started = performance.now();
    const requestId = newRequestId();
    const { reply, routeKey } = await answer(request, { ...options, routes, requestId });
    if (reply === undefined) return;
    sendReply(response, reply, { requestId, closeConnection: closing });
    const durationMs = Math.round((performance.now() - started) * 10) / 10;
    options.log({ event: "gateway.answered", requestId, routeKey, status: reply.status, durationMs });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      options.log({ event: "gateway.failed", requestId: "", routeKey: undefined, error });
      if (response.headersSent) response.destroy();
      else {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        const options500 = { requestId: newRequestId(), closeConnection: closing };
        sendReply(response, messageReply(500, "Internal Server Error"), options500);
      }
    });
  });

  // Node ends a connection that is idle for five seconds, maybe just as its client sends again: as behind a load balancer,
  // ending it is left to the client.
  server.keepAliveTimeout = idleMilliseconds;
  const port = await listen(server, { port: options.port, purpose: "API" });
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const cutOff = setTimeout(() => server.closeAllConnections(), closeWithinMilliseconds);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
      }),
  };
};
