import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { EventSubject, Recipient } from "../../shared/domain/events.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import { awaitedParty, type Offer } from "../../shared/domain/offers/offer.ts";
import { deadlineCalendar } from "../../shared/domain/offers/offerDeadline.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { withDeadlineNow } from "../../shared/store/offersNow.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Audience, Matter, Work } from "./letter.ts";

interface Rows {
  readonly supportedSchoolId: SchoolId | undefined;
  readonly schoolName: string;
  readonly offer: Offer | undefined;
  readonly deployment: Deployment | undefined;
  readonly closure: SupportRequest["closure"];
  readonly registerKinds: readonly RegisterKind[];
}

/** The rows that an event is about, as they are now. */
export async function rowsOf(store: Store, subject: EventSubject): Promise<Rows> {
  const { requestId, offerId, deploymentId, registerKinds = [] } = subject;
  const [request, offer, deployment] = await Promise.all([
    requestId && store.get(requests, { requestId }),
    requestId && offerId && store.get(offers, { requestId, offerId }),
    requestId && deploymentId && store.get(deployments, { requestId, deploymentId }),
  ]);
  const supportedSchoolId = request?.schoolId ?? subject.schoolId;
  const school = supportedSchoolId && (await schoolWith(store, supportedSchoolId));
  const schoolName = school ? school.name : "a school";
  const closure = request?.closure ?? null;
  const told = offer && (await withDeadlineNow(store, offer));
  return { supportedSchoolId, schoolName, offer: told, deployment, closure, registerKinds };
}

const partyOf: Readonly<Record<Audience, ConsentParty | undefined>> = {
  broker: undefined,
  practitioner: "practitioner",
  "home-school": "home-head",
  "supported-school": "receiving-head",
};

function audienceOf(recipient: Recipient, { supportedSchoolId }: Rows): Audience {
  switch (recipient.to) {
    case "brokers":
      return "broker";
    case "person":
      return "practitioner";
    case "school":
      return recipient.schoolId === supportedSchoolId ? "supported-school" : "home-school";
  }
}

const workOf = ({ offer, deployment }: Rows): Work | null => {
  if (deployment) {
    const { daysPlanned, window, mode } = deployment.agreement;
    return { days: daysPlanned, ...window, mode };
  }
  return offer ? { days: offer.terms.days, ...offer.terms.window, mode: offer.terms.mode } : null;
};

/** What a letter to this recipient may speak of: no name of a person, no reason that somebody gave. */
export function matterFor(recipient: Recipient, rows: Rows): Matter {
  const audience = audienceOf(recipient, rows);
  const { offer, schoolName, closure, registerKinds } = rows;
  const party = partyOf[audience];
  const awaited = (offer && awaitedParty(offer)) ?? null;
  const isAsked = offer !== undefined && party !== undefined && awaited === party;
  const yeses = offer?.consents.filter((each) => each.answer === "yes") ?? [];
  return {
    audience,
    schoolName,
    work: workOf(rows),
    answerBy: isAsked ? offer.expiresAt : null,
    answerByCalendar: isAsked ? (deadlineCalendar(offer)?.source ?? null) : null,
    accepted: yeses.map((each) => each.party),
    awaited,
    closedAs: closure?.as ?? null,
    registerKinds,
  };
}
