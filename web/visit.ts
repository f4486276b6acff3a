import type { RouteName } from "../shared/contract/manifest.ts";
import type { AnswerOf, AskedOf, Client, Refused } from "../shared/runtime/client.ts";
import { faultInWords } from "./faults.ts";
import { html } from "./html.ts";
import { rulesTold } from "./rulesInWords.ts";
import type { Seal, Shell } from "./layout.ts";

/** How a visit ends: with a page, by going to another address, or with a file. */
export type Ending =
  | ({
      readonly kind: "page";
      readonly status?: number;
      /** Set where the session turned out to be over: its cookie goes, and nobody is shown as signed in. */
      readonly signedOut?: boolean;
    } & Shell)
  | { readonly kind: "go"; readonly to: string; readonly cookies?: readonly string[] }
  /** No more than a status and a few words, as programs read it. */
  | { readonly kind: "message"; readonly status: number; readonly message: string }
  /** A file to be kept, under a name. */
  | {
      readonly kind: "file";
      readonly name: string;
      readonly type: "text/csv" | "application/json";
      readonly text: string;
    };

/** What a browser asks for. */
export interface Asked {
  /** The address within the service, with its query. */
  readonly address: string;
  /** The parts of the address that the page's path names. */
  readonly part: (name: string) => string;
  readonly query: URLSearchParams;
  /** What was typed and chosen; empty where no form was sent. */
  readonly form: URLSearchParams;
  readonly cookies: readonly string[];
  readonly token: string | undefined;
}

/** A visit of somebody signed in. Reading and doing go through the API as this very person. */
export interface Visit extends Asked, Seal {
  readonly client: Client;
  /** The same reader's, for one of several things that one form asks for: each with a key of its own. */
  readonly clientFor: (part: string) => Client;
  /** The date in London. */
  readonly today: string;
}

/** Something that was sent and not done, and where the fault lies. */
export interface Trouble {
  readonly status: number;
  readonly detail: string;
  readonly faults: readonly {
    readonly field: string | undefined;
    readonly detail: string;
    /** The page where it can be put right, if that is another. */
    readonly to?: string;
  }[];
}

/**
 * A page for somebody signed in. `show` is also asked to show what was sent and why it was not done: what was typed
 * then stands in `visit.form`.
 */
export interface WorkPage {
  readonly show: (visit: Visit, trouble?: Trouble) => Promise<Ending>;
  /** Does what the form says; a refusal comes back as trouble and is shown with all that was typed. */
  readonly answer?: (visit: Visit) => Promise<Ending | Trouble>;
}

/** Raised by {@link read} and {@link attempt} where a page cannot go on: the visit then ends in another way. */
export interface CutShort extends Error {
  readonly end: "signed-out" | Ending;
}

const cutShort = (end: CutShort["end"]): CutShort =>
  Object.assign(new Error("The visit ends in another way"), { end });

export const isCutShort = (error: unknown): error is CutShort => error instanceof Error && "end" in error;

/** A page that says why there is nothing to see. */
export const refusedPage = (status: number, title: string, detail: string): Ending => ({
  kind: "page",
  status,
  title,
  body: html`<h1>${title}</h1>
    <p>${detail}</p>
    <p><a href="/">See what waits for you</a></p>`,
});

/** Reads something that the page is about; without it there is no page. */
export async function read<Name extends RouteName>(
  { client }: Pick<Visit, "client">,
  name: Name,
  asked: AskedOf<Name>,
): Promise<AnswerOf<Name>> {
  const answered = await client.ask(name, asked);
  switch (answered.kind) {
    case "answered":
      return answered.body;
    case "refused":
      throw cutShort(refusedPage(answered.problem.status, answered.problem.title, answered.problem.detail));
    case "signed-out":
      throw cutShort("signed-out");
  }
}

/** Asks for something that may well be refused. */
export async function attempt<Name extends RouteName>(
  { client }: Pick<Visit, "client">,
  name: Name,
  asked: AskedOf<Name>,
): Promise<{ readonly kind: "answered"; readonly body: AnswerOf<Name> } | Refused> {
  const answered = await client.ask(name, asked);
  if (answered.kind === "signed-out") throw cutShort("signed-out");
  return answered;
}

/** Where in a file a fault lies; the header is its first row. */
const placeIn = (row: number | undefined, column: string | undefined): string =>
  [row !== undefined && `Row ${row}`, column !== undefined && `column ${column}`]
    .filter((each) => each)
    .join(", ");

/** What a refusal says, in words for whoever is refused. */
export const saidOf = ({ title, detail }: Refused["problem"]): string => `${title}. ${rulesTold(detail)}`;

/** A refusal as a form shows it: fields are named by their JSON pointers, less the first stroke. */
export const troubleOf = ({ code, problem }: Refused): Trouble => ({
  status: problem.status,
  detail:
    code === "invalid-request" && problem.errors
      ? "Some of what you wrote is not right yet, and nothing was done."
      : saidOf(problem),
  faults: (problem.errors ?? []).map(({ pointer, row, column, detail }) => ({
    field: pointer?.slice(1),
    detail: [placeIn(row, column), faultInWords(detail)].filter((each) => each).join(": "),
  })),
});

/** Something that was asked of the API, done or not. */
export type Done = Promise<{ readonly kind: "answered" } | Trouble>;

/** What became of something that was asked, where nothing but that it was done matters. */
export const done = async (asked: ReturnType<typeof attempt>): Done => {
  const answered = await asked;
  return answered.kind === "refused" ? troubleOf(answered) : { kind: "answered" };
};
