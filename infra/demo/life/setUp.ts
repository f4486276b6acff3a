import { mayAskForSupport, type School } from "../../../shared/domain/schools/school.ts";
import type { LocalAccount } from "../../local/accounts.ts";
import type { Api } from "../api.ts";
import type { Accounts, Drive, Say } from "../drive.ts";
import { forEachInFlight } from "../inFlight.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";

interface RegisterImported {
  readonly rowsRead: number;
  readonly imported: number;
  readonly mayAsk: number;
  readonly warnings: number;
  /** Whether the same file cut short was refused and the good one stayed. */
  readonly cutShortRefused: boolean;
  readonly schools: readonly Omit<School, "revision" | "importedBy" | "headEmail" | "inCategoryOfConcern">[];
}

interface Register {
  readonly api: Api;
  readonly accounts: Accounts;
  readonly file: Uint8Array;
  readonly area: string;
}

/** Imports the register's schools of an area: first as a preview, then for good, then a broken copy in vain. */
export async function importRegister(register: Register, say: Say): Promise<RegisterImported> {
  const { api, accounts, file, area } = register;
  const as = accounts.broker;
  const shown = await api.call("previewRegister", { as, csv: file, query: { area } });
  const { importId } = shown.import;
  const preview = await api.call("applyRegisterImport", { as, params: { importId } });
  const cutShort = file.slice(0, Math.floor(file.length * 0.6));
  const refused = await api.attempt("previewRegister", { as, csv: cutShort, query: { area } }, [
    "register-refused",
  ]);
  const schools = await everyItem((query) => api.call("listSchools", { as, query }));
  const imported = {
    rowsRead: preview.import.rowsRead,
    imported: schools.length,
    mayAsk: schools.filter(mayAskForSupport).length,
    warnings: preview.warnings.length,
    cutShortRefused: refused.kind === "refused",
    schools,
  };
  say(
    `${imported.imported} schools of ${area} from ${imported.rowsRead} rows, ${imported.mayAsk} of them open; ` +
      (imported.cutShortRefused ? "a file cut short was refused" : "A FILE CUT SHORT WAS TAKEN"),
  );
  return imported;
}

/** Writes down where each head is written to and which schools are in a category of concern; enrols the heads. */
export async function setContacts(drive: Drive, say: Say): Promise<void> {
  const { api, machine, accounts, population, partnershipId } = drive;
  const heads = population.contacts.map(({ school }): LocalAccount => ({
    account: accounts.head(school.schoolId),
    name: `Head of ${school.name}`.slice(0, 120),
    partnership: partnershipId,
    roles: ["school"],
    school: school.schoolId,
  }));
  await machine.enrol(heads);
  // One after another: each is the next entry of the partnership's one audit chain.
  for (const [index, { school, headEmail, inCategoryOfConcern }] of population.contacts.entries()) {
    const { schoolId } = school;
    const body = { headEmail, inCategoryOfConcern };
    await api.call("setSchoolContact", { as: accounts.broker, params: { schoolId }, body });
    say(`${index + 1} of ${population.contacts.length}`);
  }
  const concern = population.contacts.filter((each) => each.inCategoryOfConcern).length;
  say(`${heads.length} heads can be written to, ${concern} schools in a category of concern`);
}

/** Adds the practitioners, enrols them, and has their home heads endorse claims. */
export async function addPeople(drive: Drive, say: Say): Promise<void> {
  const { api, machine, accounts, population, partnershipId } = drive;
  // In turn, so that ids sort as keys do and ties in a run are broken the same way under one seed.
  for (const [index, { key, body }] of population.people.entries()) {
    const person = await api.call("createPerson", { as: accounts.broker, body });
    drive.personIds.set(key, person.personId);
    say(`${index + 1} of ${population.people.length} added`);
  }
  const ids = population.people.flatMap((made) => {
    const personId = drive.personIds.get(made.key);
    return personId === undefined ? [] : [{ ...made, personId }];
  });
  await machine.enrol(
    ids.map(({ personId, body }) => ({
      account: accounts.practitioner(personId),
      name: body.name,
      partnership: partnershipId,
      roles: ["practitioner"],
      person: personId,
    })),
  );
  let endorsements = 0;
  await forEachInFlight(ids, async ({ personId, home, endorsed, parked }) => {
    const as = accounts.head(home.schoolId);
    for (const code of endorsed) {
      await api.call("endorseClaim", {
        as,
        params: { personId, code },
        body: { note: "Seen in practice at our school" },
      });
      endorsements += 1;
      say(`${endorsements} claims endorsed`);
    }
    if (parked)
      await api.call("parkPerson", {
        as: accounts.practitioner(personId),
        params: { personId },
        body: { parked },
      });
  });
  await machine.settle();
  const claims = population.people.reduce((sum, { body }) => sum + body.claims.length, 0);
  say(`${ids.length} practitioners with ${claims} claims, ${endorsements} endorsed by home heads`);
}
