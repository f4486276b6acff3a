import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";

const address = (email: string | null): Html =>
  email === null ? html`no address on record` : html`<a href="mailto:${email}">${email}</a>`;

/** Who works together: names, and addresses until the work has ended. */
export const contactsPage = work({
  async show(visit) {
    const params = { requestId: visit.part("requestId"), deploymentId: visit.part("deploymentId") };
    const { practitioner, supportedSchool, homeSchool } = await read(visit, "deploymentContacts", { params });
    const title = `Who works together at ${supportedSchool.name}`;
    return headed(
      title,
      html`<p>
          The practitioner gets in touch with the school within five working days to plan the first visit.
        </p>
        <dl>
          <div>
            <dt>Practitioner</dt>
            <dd>
              <p>${practitioner.name}</p>
              <p>${address(practitioner.email)}</p>
            </dd>
          </div>
          <div>
            <dt>School that asked</dt>
            <dd>
              <p>${supportedSchool.name}</p>
              <p>${address(supportedSchool.headEmail)}</p>
            </dd>
          </div>
          <div>
            <dt>Practitioner's school</dt>
            <dd>
              <p>${homeSchool.name}</p>
              <p>${address(homeSchool.headEmail)}</p>
            </dd>
          </div>
        </dl>`,
    );
  },
});
