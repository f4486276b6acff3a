import type { Recipient } from "../../shared/domain/events.ts";
import type { Partnership } from "../../shared/domain/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";

/** Where a letter goes, and what to say when it goes to the broker in another's place. */
export interface Address {
  readonly to: string;
  readonly standingIn: string | null;
}

/** The address of a recipient as it is now; the broker's, where there is no other. */
export async function addressOf(
  store: Store,
  { brokerEmail }: Partnership,
  recipient: Recipient,
): Promise<Address> {
  switch (recipient.to) {
    case "brokers":
      return { to: brokerEmail, standingIn: null };
    case "school": {
      const school = await schoolWith(store, recipient.schoolId);
      if (school?.headEmail) return { to: school.headEmail, standingIn: null };
      const name = school?.name ?? "a school that is no longer in the register";
      return {
        to: brokerEmail,
        standingIn:
          `This letter is for ${name}, for which no address is on record. ` +
          "Please pass it on, and add the head's address to the school's contact.",
      };
    }
    case "person": {
      const person = await store.get(people, { personId: recipient.personId });
      if (person) return { to: person.email, standingIn: null };
      return {
        to: brokerEmail,
        standingIn: "This letter is for a practitioner who was erased.",
      };
    }
  }
}
