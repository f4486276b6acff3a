import type { PartnershipId } from "../../shared/domain/ids.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import type { LocalAccount } from "../local/accounts.ts";
import type { Api } from "./api.ts";
import { practitionerAccount } from "./everybody.ts";
import type { SeenOffer } from "./life/answers.ts";
import { oneWay } from "./life/matching.ts";
import type { Machine } from "./machine.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import type { PlaceOfWork } from "./population/placesOfWork.ts";

/** Somebody to sign in as, and what there is to do. */
export interface DemoSignIn {
  readonly account: string;
  readonly tryThis: string;
}

interface Waiting {
  readonly api: Api;
  readonly machine: Machine;
  readonly partnership: PartnershipId;
  readonly broker: string;
  readonly schools: readonly PlaceOfWork[];
  readonly heads: readonly LocalAccount[];
}

/** For whom each confirmed offer is left to wait. */
const waitsFor: readonly ConsentParty[] = [
  "practitioner",
  "home-head",
  "receiving-head",
  "practitioner",
  "home-head",
  "receiving-head",
  "practitioner",
];

interface Cast {
  readonly accounts: Map<string, LocalAccount>;
  readonly toTry: Map<string, string>;
}

interface Left {
  readonly signIns: readonly DemoSignIn[];
  /** The accounts of all parties of these offers. */
  readonly accounts: readonly LocalAccount[];
}

/** Confirms a few proposals of the run in force and takes each offer as far as the party it is to wait for. */
export async function leaveOffersWaiting(waiting: Waiting): Promise<Left> {
  const { api, broker } = waiting;
  const { latestRunId } = await api.call("getPartnership", { as: broker });
  if (latestRunId === null) throw new Error("The first night published no match run");
  const proposals = await everyItem((query) =>
    api.call("listProposals", { as: broker, params: { runId: latestRunId }, query }),
  );
  const cast: Cast = { accounts: new Map(), toTry: new Map() };
  const people = new Set<string>();
  for (const { runId, requestId, personId } of oneWay(proposals)) {
    const party = waitsFor[people.size];
    if (party === undefined) break;
    if (people.has(personId)) continue;
    people.add(personId);
    const params = { runId, requestId, personId };
    const offer = await api.call("confirmProposal", { as: broker, params, body: {} });
    await bringTo(waiting, { offer, party }, cast);
  }
  await waiting.machine.enrol(
    [...cast.accounts.values()].map((each) => ({
      ...each,
      description: describe(each, cast.toTry.get(each.account)),
    })),
  );
  return {
    signIns: [...cast.toTry].map(([account, tryThis]) => ({ account, tryThis })),
    accounts: [...cast.accounts.values()],
  };
}

const longestDescription = 120;

/** What to try as an account, cut between words where it is long. */
function describe(
  { name, account }: LocalAccount,
  toTry = `${name ?? account}: an offer under way, which waits for somebody else`,
): string {
  if (toTry.length <= longestDescription) return toTry;
  return `${toTry.slice(0, longestDescription - 2).replace(/\W*\s\S*$/, "")} …`;
}

interface Step {
  readonly offer: SeenOffer;
  readonly party: ConsentParty;
}

/** Lets the parties before this one say yes, in the starting policies' order. */
async function bringTo(waiting: Waiting, { offer, party }: Step, cast: Cast): Promise<void> {
  const { api, machine, schools } = waiting;
  const account = (who: ConsentParty): Promise<string> => enlist(waiting, { offer, party: who }, cast);
  const params = { requestId: offer.requestId, offerId: offer.offerId };
  const nameOf = (schoolId: string): string =>
    schools.find((school) => school.schoolId === schoolId)?.name ?? "another school";
  const practitioner = await account("practitioner");
  const waitingFor = await account(party);
  await machine.enrol([...cast.accounts.values()]);
  if (party !== "practitioner") await api.call("acceptOffer", { as: practitioner, params, body: {} });
  if (party === "receiving-head") {
    const homeHead = await account("home-head");
    await machine.enrol([...cast.accounts.values()]);
    await api.call("decideRelease", { as: homeHead, params, body: { released: true } });
  }
  const toTry: Readonly<Record<ConsentParty, string>> = {
    practitioner: `an offer to answer from ${nameOf(offer.schoolId)}`,
    "home-head": `a release to decide for ${nameOf(offer.schoolId)}`,
    "receiving-head": `an agreement to give with ${nameOf(offer.homeSchoolId)}`,
  };
  const before = cast.toTry.get(waitingFor);
  const who = cast.accounts.get(waitingFor)?.name ?? waitingFor;
  cast.toTry.set(
    waitingFor,
    before === undefined ? `${who}: ${toTry[party]}` : `${before}, and ${toTry[party]}`,
  );
}

/** The account of a party, noted when it is first wanted. */
async function enlist(
  { api, partnership, heads, broker }: Waiting,
  { offer, party }: Step,
  { accounts }: Cast,
): Promise<string> {
  const isPerson = party === "practitioner";
  const school = party === "home-head" ? offer.homeSchoolId : offer.schoolId;
  const known = [...accounts.values()].find((each) =>
    isPerson ? each.person === offer.personId : each.school === school,
  );
  if (known) return known.account;
  const made = isPerson
    ? practitionerAccount(
        partnership,
        await api.call("getPerson", { as: broker, params: { personId: offer.personId } }),
      )
    : heads.find((each) => each.school === school);
  if (!made) throw new Error("A school that is asked has a head");
  accounts.set(made.account, made);
  return made.account;
}
