import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { PartnershipId, type PersonId } from "../../shared/domain/ids.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import type { LocalAccount } from "../local/accounts.ts";
import { type Api, openApi } from "./api.ts";
import { type Accounts, type Drive, officeAccounts } from "./drive.ts";
import { headAccounts, practitionerAccount } from "./everybody.ts";
import { forEachInFlight } from "./inFlight.ts";
import { firstAndAgain } from "./life/arrivals.ts";
import { setContacts } from "./life/setUp.ts";
import { type Machine, openMachine } from "./machine.ts";
import { liveThePast } from "./past.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { pastPopulation } from "./population/past.ts";
import { placesOfWork } from "./population/placesOfWork.ts";
import { type Population, populationOf } from "./population/population.ts";
import { type DemoSignIn, leaveOffersWaiting } from "./seedOffers.ts";

export interface SeedOptions {
  readonly origin: string;
  readonly seed?: number;
  /** The date of the last day of the demo's past, which begins on the service's own date; none where that is it. */
  readonly until: string;
  readonly progress: (line: string) => void;
}

/** What the small partnership is made of: enough to look at, little enough to load in seconds. */
const sizes = { schools: 20, people: 60, requests: 25 };
/** Those of its people who are there from the beginning, and what was asked for then. */
const past = { people: 16, requests: 16 };
const area = "Sheffield";
const mailDomain = "demo.example";

const broker = "broker";
const director = "director";

/**
 * Loads a small synthetic partnership by HTTP: schools; a past with work that was done and what lasted of it; then
 * practitioners, requests through triage, one night's run, and a few offers that wait for each of the three parties.
 * Returns the accounts that have something to do.
 */
export async function seedDemoPartnership(options: SeedOptions): Promise<DemoSignIn[]> {
  const { origin, seed = 1, until, progress } = options;
  const machine = await openMachine(origin);
  const api = openApi({ origin, tokenFor: machine.tokenFor, keyPrefix: `seed-${seed}` });
  const partnershipId = derivedId(PartnershipId, "demo partnership", String(seed));
  const office = officeAccounts(partnershipId, { broker, director });
  await machine.enrol(office);
  const schools = await loadSchools(api, seed);
  progress(`${schools.length} schools`);
  const heads = headAccounts(partnershipId, schools);
  const today = await machine.today();
  const population = pastPopulation({ ...past, seed, today, until, schools, mailDomain });
  const drive = driveOf({ api, machine, partnershipId, seed, population, heads });
  await setContacts(drive, () => undefined);
  // Real time is some hour of the last day, which a move by days would overshoot.
  if (today < until) await liveThePast(drive, addDays(until, -1), progress);
  const first = drive.personIds.size;
  const now = populationOf({ ...sizes, seed, today: until, schools, mailDomain });
  await forEachInFlight(now.people.slice(first), ({ body }) =>
    api.call("createPerson", { as: broker, body }),
  );
  progress(`${now.people.length} practitioners`);
  await loadRequests(api, machine, now);
  await machine.catchUp();
  await machine.moveTo(until);
  await machine.fire("night");
  await machine.settle();
  progress(`${now.requests.length} requests and one night's match run`);
  const waiting = await leaveOffersWaiting({
    api,
    machine,
    partnership: partnershipId,
    broker,
    schools,
    heads,
  });
  progress("offers that wait for an answer");
  const people = await everyItem((query) => api.call("listPeople", { as: broker, query }));
  const known = new Set(waiting.accounts.map(({ account }) => account));
  await machine.enrol(
    people
      .map((person) => practitionerAccount(partnershipId, person))
      .filter(({ account }) => !known.has(account)),
  );
  const ofOffice = await officeSignIns(api, machine);
  await machine.enrol(
    office.map((each) => ({
      ...each,
      description: ofOffice.find(({ account }) => account === each.account)?.tryThis,
    })),
  );
  return [...ofOffice, ...waiting.signIns];
}

interface Cast extends Pick<Drive, "api" | "machine" | "partnershipId" | "seed" | "population"> {
  readonly heads: readonly LocalAccount[];
}

/** The past as it is driven: everybody in it by the account that they keep. */
function driveOf({ heads, ...drive }: Cast): Drive {
  const personIds = new Map<string, PersonId>();
  const nameOf = (personId: PersonId): string => {
    const made = drive.population.people.find(({ key }) => personIds.get(key) === personId);
    return made?.body.name ?? "";
  };
  const accounts: Accounts = {
    broker,
    director,
    head: (schoolId) => heads.find(({ school }) => school === schoolId)?.account ?? "",
    practitioner: (personId) =>
      practitionerAccount(drive.partnershipId, { personId, name: nameOf(personId) }).account,
  };
  return { ...drive, accounts, personIds, requestIds: new Map(), silent: new Set() };
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
