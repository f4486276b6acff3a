import { declaredIn } from "../../shared/domain/people/profileOf.ts";
import { whenLeftEmpty } from "../faults.ts";
import { textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import { isOther, seenField } from "../seen.ts";
import { attempt, done, type Done, read, type Trouble, type Visit } from "../visit.ts";
import { type Claim, personKeyOf } from "./readPerson.ts";

const endorseForm = (form: Form, seen: Html, title: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Endorse this${away(title)}</summary>
    <p>You say that you know this of them. A broker is warned of claims that nobody has endorsed.</p>
    ${formWith(
      form,
      [
        seen,
        textField(
          form,
          {
            name: "note",
            label: "What you know it by (optional)",
            hint: "Whoever sees the claim reads it. Write no names of pupils or staff.",
          },
          2,
        ),
      ],
      button(["Endorse", away(title)]),
    )}
  </details>`;

const declineForm = (form: Form, seen: Html, title: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Say that you do not vouch for it${away(title)}</summary>
    <p>
      It stays in their profile, and brokers are warned that nobody has endorsed it. The practitioner is
      written to, and you may still endorse it later.
    </p>
    ${formWith(
      form,
      [
        seen,
        textField(
          form,
          {
            name: "reason",
            label: "Why not?",
            hint: "They, their head and the broker read it. Write no names of pupils or staff.",
          },
          2,
        ),
      ],
      button(["Decline to endorse it", away(title)], "no"),
    )}
  </details>`;

/** What the home head, or the broker in their place, may say of a claim; an endorsement is taken back and given again. */
export function wordOn(claim: Claim, form: (name: string) => Form, title: string): Html {
  const { code, endorsement } = claim;
  if (endorsement)
    return formWith(
      form(`unendorse-${code}`),
      undefined,
      button(["Take the endorsement back", away(title)], "second"),
    );
  const seen = seenField(declaredIn(claim));
  return html`${endorseForm(form(`endorse-${code}`), seen, title)}
  ${declineForm(form(`decline-${code}`), seen, title)}`;
}

/** What a form of a claim says of it. */
interface Word {
  readonly what: string;
  readonly code: string;
}

/** The word that a form is for, if it is for any. */
export function wordIn(sent: string): Word | undefined {
  const [, what, code] = /^(endorse|unendorse|decline)-(.+)$/.exec(sent) ?? [];
  return what === undefined || code === undefined ? undefined : { what, code };
}

const changedMeanwhile: Trouble = {
  status: 409,
  detail:
    "The claim was changed after you opened this page, and nothing was said of it. " +
    "Look at it as it is now, and answer again.",
  faults: [],
};

const whenEmpty = { reason: "Say why, in a few words" };

/** Says a word on a claim as it was seen. */
export async function speak(visit: Visit, { what, code }: Word): Done {
  const { form } = visit;
  const params = { ...personKeyOf(visit), code };
  if (what === "unendorse") return done(attempt(visit, "withdrawEndorsement", { params }));
  const { claims } = await read(visit, "getPerson", { params: personKeyOf(visit) });
  const held = claims.find((each) => each.code === code);
  if (!held || isOther(form, declaredIn(held))) return changedMeanwhile;
  const claim = declaredIn(held);
  if (what === "endorse")
    return done(attempt(visit, "endorseClaim", { params, body: { note: typed(form, "note"), claim } }));
  const declined = await done(
    attempt(visit, "declineEndorsement", { params, body: { reason: typed(form, "reason"), claim } }),
  );
  return "kind" in declined ? declined : whenLeftEmpty(declined, form, whenEmpty);
}
