import { createServer, type Server } from "node:net";

/** Everything on the local host listens here only: nothing is reachable from another machine. */
export const loopback = "127.0.0.1";

/** An error whose message is one line that tells the person what to do; print it without a stack. */
export const startProblem = (line: string): Error => Object.assign(new Error(line), { name: "StartProblem" });

/** True for errors made by {@link startProblem}; anything else is a bug and deserves its stack. */
export const isStartProblem = (error: unknown): error is Error =>
  error instanceof Error && error.name === "StartProblem";

/** Where to listen; port 0 takes any free port. `purpose` names the part in error messages. */
export type ListenAt = { readonly port: number; readonly purpose: string };

const explain = (error: NodeJS.ErrnoException, { port, purpose }: ListenAt): Error => {
  if (error.code === "EADDRINUSE")
    return startProblem(
      `Port ${port}, wanted by the ${purpose}, is already in use: stop what uses it or choose another port.`,
    );
  if (error.code === "EACCES")
    return startProblem(
      `Port ${port}, wanted by the ${purpose}, needs administrator rights: choose one above 1023.`,
    );
  return error;
};

/** Starts a server on the loopback address. Returns the port in fact used; fails with one clear line. */
export const listen = (server: Server, at: ListenAt): Promise<number> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error): void => reject(explain(error, at));
    server.once("error", failed);
    server.listen(at.port, loopback, () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : at.port);
    });
  });

/** A port for a child process that cannot report its own: the one asked for if free, or any free one for 0. */
export const claimPort = async (at: ListenAt): Promise<number> => {
  const probe = createServer();
  const port = await listen(probe, at);
  await new Promise((resolve) => probe.close(resolve));
  return port;
};
