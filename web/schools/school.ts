import { workStatesInWords } from "../../shared/domain/inWords.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import { formNamed, nothingChosen } from "../form.ts";
import { headed } from "../headed.ts";
import { away, capital, html, type Html, row } from "../html.ts";
import { savedNotice } from "../saved.ts";
import { work } from "../serving.ts";
import { phasesInWords } from "../terms.ts";
import { type Ending, read, refusedPage, type Trouble, type Visit } from "../visit.ts";
import { shortDate } from "../words.ts";
import { contactPart, saveContact } from "./contact.ts";
import { type School, statusesInWords } from "./words.ts";

const notTheirs = refusedPage(403, "Your account may not do this", "Brokers record how a head is reached.");

const readSchool = async (visit: Visit) => {
  const [school, { roles }] = await Promise.all([
    read(visit, "getSchool", { params: { schoolId: visit.part("schoolId") } }),
    read(visit, "getMe", {}),
  ]);
  const may = (all: readonly string[]): boolean => all.some((role) => roles.some((each) => each === role));
  return {
    school,
    maySet: may(routes.setSchoolContact.roles),
    seesList: may(routes.listRegisterImports.roles),
  };
};

const dated = (status: string, { openedOn, closedOn }: School): string =>
  [
    status,
    openedOn !== null && `opened on ${shortDate(openedOn)}`,
    closedOn !== null && `closed on ${shortDate(closedOn)}`,
  ]
    .filter((each) => each !== false)
    .join(", ");

/** What the register says of a school; of what it says nothing, nothing stands here. */
const facts = (school: School): Html => {
  const { urn, aliases, status, phases, town, postcode, laName, trustName, pupils, percentageFsm } = school;
  const earlier = aliases.filter((each) => each.urn !== urn).map((each) => each.urn);
  return html`<dl>
    ${row("State", dated(statusesInWords[status], school))}
    ${row("Phase", capital(phases.map((each) => phasesInWords[each]).join(", ")) || "Not said")}
    ${row("Place", [town, postcode].filter((each) => each !== "").join(", ") || "Not said")}
    ${row("Local authority", laName)} ${row("Trust", trustName ?? "None")}
    ${row("URN", earlier.length === 0 ? urn : `${urn}, before that ${earlier.join(", ")}`)}
    ${row("Pupils", pupils === null ? "Not said" : String(pupils))}
    ${row("Pupils with free school meals", percentageFsm === null ? "Not said" : `${percentageFsm} %`)}
  </dl>`;
};

const related = (heading: string, schools: School["predecessors"]): Html | false =>
  schools.length > 0 &&
  html`<h2>${heading}</h2>
    <ul>
      ${schools.map(({ schoolId, name, urn }) => html`<li><a href="/pages/schools/${schoolId}">${name} (URN ${urn})</a></li>`)}
    </ul>`;

const received = ({ history }: School): Html | false =>
  history !== null &&
  html`<h2>Support that it received</h2>
    ${
      history.length === 0
        ? html`<p>None yet.</p>`
        : html`<ul>
            ${history.map(
              ({ requestId, deploymentId, state }, index) =>
                html`<li>
                  <a href="/pages/requests/${requestId}/deployments/${deploymentId}"
                    >${workStatesInWords[state]}${away(`number ${index + 1}`, ", ")}</a
                  >
                </li>`,
            )}
          </ul>`
    }`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const { school, maySet, seesList } = await readSchool(visit);
  const form = formNamed("contact", visit, trouble);
  const { schoolId, name, missingSince } = school;
  const year = academicYearOf(visit.today);
  return headed(
    name,
    html`${savedNotice(visit, trouble)}
    ${missingSince !== null && html`<p>Registers lack it since ${shortDate(missingSince)}; it is kept as it was.</p>`}
    ${facts(school)} ${maySet && contactPart(form, school)}
    ${maySet && html`<p><a href="/pages/calendars/${schoolId}/${year}">INSET and closed days, ${year}</a></p>`}
    ${related("Schools that it follows", school.predecessors)}
    ${related("Schools that follow it", school.successors)} ${received(school)}
    ${seesList && html`<p><a href="/pages/schools">All member schools</a></p>`}`,
    { trouble, forms: [form] },
  );
}

/** One member school: what the register says of it, what it received, and for brokers how its head is reached. */
export const schoolPage = work({
  show,
  async answer(visit) {
    if (visit.form.get("do") !== "contact") return nothingChosen;
    const { school, maySet } = await readSchool(visit);
    if (!maySet) return notTheirs;
    const saved = await saveContact(visit, school);
    return "kind" in saved ? { kind: "go", to: `/pages/schools/${school.schoolId}?saved=yes` } : saved;
  },
});
