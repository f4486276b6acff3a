import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { workKeyOf } from "./readWork.ts";

const address = (email: string | null): Html =>
  email === null ? html`no address on record` : html`<a href="mailto:${email}">${email}</a>`;

const party = (part: string, name: string, email: string | null): Html =>
  row(
    part,
    html`<p>${name}</p>
      <p>${address(email)}</p>`,
  );

/** Who works together: names, and addresses until the work has ended. */
export const contactsPage = work({
  async show(visit) {
    const params = workKeyOf(visit);
    const { practitioner, supportedSchool, homeSchool } = await read(visit, "deploymentContacts", { params });
    const title = `Who works together at ${supportedSchool.name}`;
    return headed(
      title,
      html`<p>
          The practitioner gets in touch with the school within five working days to plan the first visit.
        </p>
        <dl>
          ${party("Practitioner", practitioner.name, practitioner.email)}
          ${party("School that asked", supportedSchool.name, supportedSchool.headEmail)}
          ${party("Practitioner's school", homeSchool.name, homeSchool.headEmail)}
        </dl>
        <p><a href="/pages/requests/${params.requestId}/deployments/${params.deploymentId}">The work</a></p>`,
    );
  },
});
