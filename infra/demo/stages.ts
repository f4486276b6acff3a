import type { Api } from "./api.ts";
import type { Say } from "./drive.ts";

/** How long a stage took and how many HTTP requests it sent. */
export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
  readonly requests: number;
}

/** Where progress is shown: a terminal gets one line rewritten as it goes, anything else a line per stage. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

export interface Stages {
  readonly stage: <Result>(name: string, work: (say: Say) => Promise<Result>) => Promise<Result>;
  readonly times: () => readonly StageTime[];
}

const nameWidth = 26;
const clearLine = "\r\u001b[2K";

/** Runs stages one after another, showing each as it goes and keeping its time. */
export function runStages(api: Pick<Api, "sent">, screen: Screen): Stages {
  const times: StageTime[] = [];
  return {
    times: () => times,
    async stage(name, work) {
      const began = performance.now();
      const sentBefore = api.sent().requests;
      let latest = "";
      const say: Say = (text) => {
        latest = text;
        if (screen.isTerminal) screen.write(`${clearLine}  ${name.padEnd(nameWidth)} ${text}`);
      };
      say("...");
      const result = await work(say);
      const milliseconds = Math.round(performance.now() - began);
      const requests = api.sent().requests - sentBefore;
      times.push({ stage: name, milliseconds, requests });
      const line = `  ${name.padEnd(nameWidth)} ${latest}  (${(milliseconds / 1000).toFixed(1)} s, ${requests} requests)`;
      screen.write(screen.isTerminal ? `${clearLine}${line}\n` : `${line}\n`);
      return result;
    },
  };
}
