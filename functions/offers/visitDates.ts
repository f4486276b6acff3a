import { isFreeOn } from "../../shared/domain/people/availability.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { isOpen } from "../../shared/domain/offers/offer.ts";
import { offerFor } from "../../shared/domain/offers/offerView.ts";
import { visitDates, withNotices } from "../../shared/domain/calendar/visitDates.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarsOfParties } from "../../shared/store/calendars.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offers } from "../../shared/store/rows/requests.ts";

/** Dates of visits to suggest with an open offer; a practitioner who leaves is the home school's until then. */
export const offerVisitDates: Handler<"offerVisitDates"> = async (
  { params, query },
  { world, store, session },
) => {
  const offer = await store.get(offers, params);
  if (!offer || !offerFor(session, offer)) return notFound("offer");
  const [person, { homeSchool, supportedSchool }] = await Promise.all([
    store.get(people, offer),
    calendarsOfParties(store, offer),
  ]);
  const releasedBy = (date: string) =>
    person && isFreeOn(person, date) && (!person.move || date < person.move.from) ? homeSchool : null;
  const sought = { window: offer.terms.window, today: dateAt(world.now()), supportedSchool, releasedBy };
  const items = isOpen(offer) ? visitDates({ ...sought, ...query }) : [];
  return { status: 200, body: withNotices(items, sought) };
};
