import { payersInWords } from "../shared/domain/inWords.ts";
import { counted } from "../shared/domain/counted.ts";
import { chargeFor } from "../shared/domain/deployments/money.ts";
import type { AnswerOf } from "../shared/runtime/client.ts";
import { capital, html, type Html, row } from "./html.ts";
import { pounds } from "./words.ts";

type Agreement = Pick<
  AnswerOf<"getDeployment">["agreement"],
  "daysPlanned" | "dayRatePence" | "homeSchoolSharePence" | "payer"
>;

/** Which school the reader speaks for, undefined where it is neither. */
export type Reads = "supported-school" | "home-school" | undefined;

/** What support costs, who pays and who gets it; to a head, first what is their own school's. */
export function priceRows(agreement: Agreement, reads: Reads): Html {
  const { daysPlanned, dayRatePence, homeSchoolSharePence: share, payer } = agreement;
  const of = chargeFor(agreement, daysPlanned);
  const days = counted(daysPlanned, "day");
  const isHome = reads === "home-school";
  const paysItself = reads === "supported-school" && payer === reads;
  const gets = isHome ? "your school" : "the practitioner's school";
  return html`${isHome && row("Your school gets", `${pounds(of.homeSchoolSharePence)}: ${days} at ${pounds(share)}. Your school arranges cover, and pays for it from this.`)}
  ${row("In all", `${pounds(of.chargedPence)}: ${days} at ${pounds(dayRatePence)}`)}
  ${row("Paid by", paysItself ? "Your school" : capital(payersInWords[payer]))}
  ${row("Of which", `${pounds(of.homeSchoolSharePence)} to ${gets}, ${pounds(of.brokeragePence)} for brokerage`)}`;
}
