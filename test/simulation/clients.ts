import type { AuditEntry } from "../../shared/domain/audit.ts";
import { ask, type Heard } from "./invocations.ts";
import type { Intent } from "./scenario.ts";
import type { Simulated } from "./world.ts";

/** Everybody who wants something, asking until they are answered. */
export interface Clients {
  /** Has somebody ask, by chance; nobody where all have been answered. */
  readonly next: () => void;
  /** How many have not been answered. */
  readonly left: () => number;
  /** What people were told that is not so, by what the trails of the requests say. */
  readonly wrong: (trail: readonly AuditEntry[]) => string[];
}

interface Wanting {
  readonly intent: Intent;
  tries: number;
  isAsking: boolean;
  /** When they asked last, in milliseconds, and the status they heard. */
  lastAsked: number;
  lastHeard: number;
}

/** So long a repeat hears what was answered first. */
const keptMilliseconds = 48 * 3_600_000;
const mostTries = 8;
const isDone = (status: number): boolean => status < 300;
/** A gateway's or the service's own failure, and what may be asked again as things stand differently later. */
const mayAskAgain = (status: number): boolean => status >= 500 || status === 409 || status === 404;

export function clientsOf(simulated: Simulated, intents: readonly Intent[]): Clients {
  const { chance, clock } = simulated;
  const all: readonly Wanting[] = intents.map((intent) => ({
    intent,
    tries: 0,
    isAsking: false,
    lastAsked: 0,
    lastHeard: 0,
  }));
  const wanting = new Set(all);
  const told = new Map<string, Set<string>>();
  const wrong: string[] = [];
  const hears = (who: Wanting, { status, body }: Heard): void => {
    who.isAsking = false;
    who.tries += 1;
    who.lastHeard = status;
    const { key, path } = who.intent;
    if (isDone(status)) told.set(key, (told.get(key) ?? new Set()).add(body));
    else if (!mayAskAgain(status)) wrong.push(`${path.split("/").at(-1)} was answered ${status}: ${body}`);
    if (!mayAskAgain(status) || who.tries >= mostTries) wanting.delete(who);
  };
  return {
    next() {
      const [first, ...others] = [...wanting].filter(({ isAsking }) => !isAsking);
      if (!first) return;
      const who = chance.oneOf([first, ...others]);
      who.isAsking = true;
      who.lastAsked = clock.milliseconds();
      ask(simulated, who.intent, (answer) => hears(who, answer));
    },
    left: () => wanting.size,
    wrong: (trail) => [
      ...wrong,
      ...[...told].flatMap(([key, answers]) => (answers.size > 1 ? [`${key} was answered in two ways`] : [])),
      ...all.flatMap(({ intent, lastAsked, lastHeard }) => {
        if (intent.action === undefined) return [];
        const [done, ...again] = trail.filter((entry) => isOf(intent, entry));
        const step = intent.path.split("/").at(-1);
        if (again.length > 0) return [`one ${step} was done ${again.length + 1} times`];
        if (!done) return told.has(intent.key) ? [`${step} was answered, and never done`] : [];
        const since = lastAsked - Date.parse(done.at);
        const isRepeat = lastHeard === 409 && since > 0 && since < keptMilliseconds;
        return isRepeat ? [`${step} was done, and who asked again heard that it cannot be`] : [];
      }),
    ],
  };
}

/** Whether an entry is the step that was wanted: each wants it once of an offer. */
const isOf = ({ claims, path, action }: Intent, entry: AuditEntry): boolean =>
  entry.action === action &&
  entry.actor.account === claims["sub"] &&
  path.includes(`/${String(entry.facts["offerId"])}/`);
