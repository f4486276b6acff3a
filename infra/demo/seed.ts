import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import type { LocalAccount } from "../local/accounts.ts";
import { type Api, openApi } from "./api.ts";
import { everybodyElse } from "./everybody.ts";
import { forEachInFlight } from "./inFlight.ts";
import { firstAndAgain } from "./life/arrivals.ts";
import { type Machine, openMachine } from "./machine.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { placesOfWork } from "./population/placesOfWork.ts";
import { type Population, populationOf } from "./population/population.ts";
import { type DemoSignIn, leaveOffersWaiting } from "./seedOffers.ts";

export interface SeedOptions {
  readonly origin: string;
  readonly seed?: number;
  readonly progress: (line: string) => void;
}

/** What the small partnership is made of: enough to look at, little enough to load in seconds. */
const sizes = { schools: 20, people: 60, requests: 25 };
const area = "Sheffield";
const mailDomain = "demo.example";

const broker = "broker";
const director = "director";

/**
 * Loads a small synthetic partnership by HTTP: schools, practitioners, requests through triage, one night's run,
 * and a few offers that wait for each of the three parties. Returns the accounts that have something to do.
 */
export async function seedDemoPartnership({
  origin,
  seed = 1,
  progress,
}: SeedOptions): Promise<DemoSignIn[]> {
  const machine = await openMachine(origin);
  const api = openApi({ origin, tokenFor: machine.tokenFor, keyPrefix: `seed-${seed}` });
  const partnership = derivedId(PartnershipId, "demo partnership", String(seed));
  const office: LocalAccount[] = [
    { account: broker, name: "Broker", partnership, roles: ["broker"] },
    { account: director, name: "Director", partnership, roles: ["director"] },
  ];
  await machine.enrol(office);
  const schools = await loadSchools(api, seed);
  progress(`${schools.length} schools`);
  const population = populationOf({ ...sizes, seed, today: await machine.today(), schools, mailDomain });
  await loadContacts(api, population);
  await forEachInFlight(population.people, ({ body }) => api.call("createPerson", { as: broker, body }));
  progress(`${population.people.length} practitioners`);
  await loadRequests(api, machine, population);
  await machine.fire("night");
  await machine.settle();
  progress(`${population.requests.length} requests and one night's match run`);
  const waiting = await leaveOffersWaiting({ api, machine, partnership, broker, schools });
  progress("offers that wait for an answer");
  const people = await everyItem((query) => api.call("listPeople", { as: broker, query }));
  await machine.enrol(everybodyElse({ partnership, schools, people }, waiting.accounts));
  const ofOffice = await officeSignIns(api, machine);
  await machine.enrol(
    office.map((each) => ({
      ...each,
      description: ofOffice.find(({ account }) => account === each.account)?.tryThis,
    })),
  );
  return [...ofOffice, ...waiting.signIns];
}

async function loadSchools(api: Api, seed: number) {
  const made = syntheticRegister({ area, schools: sizes.schools, seed });
  if (made.kind !== "made") throw new Error(`There is no synthetic register of ${area}`);
  const body = { name: "Demo partnership", area, brokerEmail: `broker@${mailDomain}` };
  await api.call("createPartnership", { as: broker, body });
  const csv = new TextEncoder().encode(made.text);
  const { import: planned } = await api.call("previewRegister", { as: broker, csv, query: { area } });
  await api.call("applyRegisterImport", { as: broker, params: { importId: planned.importId } });
  const schools = await everyItem((query) => api.call("listSchools", { as: broker, query }));
  return placesOfWork(schools.filter(mayAskForSupport));
}

async function loadContacts(api: Api, { contacts }: Population): Promise<void> {
  // One after another: each is the next entry of the partnership's one audit chain.
  for (const { school, headEmail, inCategoryOfConcern } of contacts) {
    const params = { schoolId: school.schoolId };
    await api.call("setSchoolContact", { as: broker, params, body: { headEmail, inCategoryOfConcern } });
  }
}

async function loadRequests(api: Api, machine: Machine, { requests }: Population): Promise<void> {
  const { first, again } = firstAndAgain(requests);
  for (const wave of [first, again]) {
    await forEachInFlight(wave, async ({ body, fate }) => {
      const { requestId } = await api.call("createRequest", { as: broker, body });
      if (fate !== "left-draft") await api.call("submitRequest", { as: broker, params: { requestId } });
    });
    await machine.settle();
  }
}

async function officeSignIns(api: Api, machine: Machine): Promise<DemoSignIn[]> {
  await machine.settle();
  const held = await everyItem((query) =>
    api.call("listRequests", { as: broker, query: { ...query, state: "triaged" } }),
  );
  return [
    {
      account: broker,
      tryThis: `Broker: ${held.length} requests held by triage, and what the night's match run proposes`,
    },
    { account: director, tryThis: "Director: what the work came to, and every match run" },
  ];
}
