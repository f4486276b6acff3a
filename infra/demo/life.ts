import type { OfferId, PersonId, RequestId } from "../../shared/domain/ids.ts";
import type { Drive } from "./drive.ts";
import { accountsOf } from "./drive.ts";
import { openApi } from "./api.ts";
import { askForSupport, correctAndWithdraw } from "./life/arrivals.ts";
import { deliver } from "./life/delivery.ts";
import { audit } from "./life/auditing.ts";
import { evaluate, followUp } from "./life/evidence.ts";
import { chooseAfterFirstNight, night } from "./life/nights.ts";
import { answerOffers, confirmAndAnswer, letDeadlinesPass, nextBest } from "./life/rounds.ts";
import { addPeople, importRegister, setContacts } from "./life/setUp.ts";
import type { Machine } from "./machine.ts";
import { freePartnership } from "./partnership.ts";
import { placesOfWork } from "./population/placesOfWork.ts";
import { populationOf } from "./population/population.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { runStages, type Screen, type Stages } from "./stages.ts";
import { summarise, type Summary } from "./summary.ts";

export interface LifeOptions {
  readonly origin: string;
  readonly machine: Machine;
  readonly screen: Screen;
  readonly area: string;
  readonly seed: number;
  /** The register file, or the area's rows of it. */
  readonly register: Uint8Array;
  readonly people?: number | undefined;
  readonly requests?: number | undefined;
}

/** Drives the whole life of an area's requests over HTTP, from the register to what lasted a term later. */
export async function liveThrough(options: LifeOptions): Promise<Summary> {
  const { machine, area, seed } = options;
  const partnershipId = await freePartnership(options);
  const accounts = accountsOf(partnershipId);
  const tail = partnershipId.slice("par_".length);
  const api = openApi({ origin: options.origin, tokenFor: machine.tokenFor, keyPrefix: tail });
  const stages = runStages(api, options.screen);
  const mailDomain = `${tail}.example`;
  const from = await machine.today();
  const register = await stages.stage("Register", async (say) => {
    const body = { name: `${area} demo partnership`, area, brokerEmail: `broker@${mailDomain}` };
    await api.call("createPartnership", { as: accounts.broker, body });
    return importRegister({ api, accounts, file: options.register, area }, say);
  });
  const population = populationOf({
    ...options,
    today: from,
    schools: placesOfWork(register.schools.filter(mayAskForSupport)),
    mailDomain,
  });
  const ids = {
    personIds: new Map<string, PersonId>(),
    requestIds: new Map<string, RequestId>(),
    silent: new Set<OfferId>(),
  };
  const drive: Drive = { api, machine, accounts, partnershipId, seed, population, ...ids };
  const { rowsRead, imported, cutShortRefused } = register;
  const lived = { register: { rowsRead, imported, cutShortRefused }, ...(await liveIn(drive, stages)) };
  return summarise(drive, lived, { area, from, mailDomain, times: stages.times() });
}

async function liveIn(drive: Drive, { stage }: Stages) {
  await stage("Schools", (say) => setContacts(drive, say));
  await stage("Practitioners", (say) => addPeople(drive, say));
  await stage("Requests", (say) => askForSupport(drive, say));
  const triage = await stage("Triage", (say) => correctAndWithdraw(drive, say));
  const firstNight = await stage("First night", (say) => night(drive, say));
  const choices = await stage("The broker's choices", (say) => chooseAfterFirstNight(drive, firstNight, say));
  await stage("Answers", (say) => answerOffers(drive, say));
  await stage("Next best", (say) => nextBest(drive, 2, say));
  await stage("Deadlines", (say) => letDeadlinesPass(drive, say));
  await stage("Next best after expiry", (say) => nextBest(drive, 1, say));
  const secondNight = await stage("Second night", (say) => night(drive, say));
  await stage("Offers after it", (say) => confirmAndAnswer(drive, say));
  await stage("Last next best", (say) => nextBest(drive, 1, say));
  const delivered = await stage("Deployments", (say) => deliver(drive, say));
  const evidence = await stage("Evaluations and outcomes", (say) => evaluate(drive, say));
  const followUps = await stage("A term later", (say) => followUp(drive, say));
  const audited = await stage("Audit", (say) => audit(drive, say));
  return { triage, firstNight, choices, secondNight, delivered, evidence, followUps, audited };
}
