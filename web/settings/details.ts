import * as z from "zod";
import { Partnership } from "../../shared/domain/partnership.ts";
import { settingsIn } from "../../shared/domain/settings.ts";
import { lineField } from "../fields.ts";
import { typed } from "../form.ts";
import { parsedBy } from "../parsed.ts";
import { attempt, done } from "../visit.ts";
import { settingsPage } from "./settingsPage.ts";

const { shape } = Partnership;
const Details = z.strictObject({ name: shape.name, area: shape.area, brokerEmail: shape.brokerEmail });

/** What the partnership is called, and where its brokers are written to. */
export const partnershipDetailsPage = settingsPage<z.output<typeof Details>>({
  title: () => "The partnership",
  about: "Letters name it so, and brokers are written to at this address.",
  fields: (form, { name, area, brokerEmail }) => [
    lineField(form, { name: "name", label: "Name", value: name }),
    lineField(form, { name: "area", label: "Area", value: area }),
    lineField(form, { name: "brokerEmail", label: "Address of the brokers", value: brokerEmail }),
  ],
  said: ({ form }) =>
    parsedBy(Details, {
      name: typed(form, "name"),
      area: typed(form, "area"),
      brokerEmail: typed(form, "brokerEmail"),
    }),
  before: ({ name, area, brokerEmail }) => settingsIn({ name, area, brokerEmail }),
  after: settingsIn,
  isAbout: ({ action, facts }) => action === "partnership-set" && facts["detailsSet"] === true,
  save: (visit, body, { revision }) =>
    done(attempt(visit, "createPartnership", { body: { ...body, revision } })),
});
