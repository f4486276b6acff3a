import { LeafCode } from "../../shared/domain/people/expertise.ts";
import { lineField } from "../fields.ts";
import { button, formNamed, formWith, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import type { Expertise } from "../people/expertise.ts";
import { savedNotice } from "../saved.ts";
import { work } from "../serving.ts";
import { historyOf } from "../settings/history.ts";
import { maySet, onlyBrokers } from "../settings/settingsPage.ts";
import { codeInWords } from "../terms.ts";
import { attempt, done, type Ending, read, refusedPage, type Trouble, type Visit } from "../visit.ts";
import { isOfLeaf, readLeaves } from "./readLeaves.ts";

const notThere = refusedPage(
  404,
  "There is no such code",
  "All of yours stand on one page: Codes of your own.",
);

const revisionField = ({ revision }: Expertise): Html =>
  html`<input type="hidden" name="revision" value="${revision}" />`;

/** Retires a code or takes it back into use; it is never removed, as rows that name it keep their meaning. */
const useForm = (visit: Visit, leaf: Expertise): Html => {
  const isUsed = leaf.state === "current";
  return html`<h2>${isUsed ? "Retire it" : "Take it back into use"}</h2>
    <p>
      ${
        isUsed
          ? "Nobody can choose it any more. Where it was named, it counts as what it is a part of."
          : "Requests and practitioners may name it again."
      }
    </p>
    ${formWith(
      formNamed(isUsed ? "retire" : "use", visit),
      [revisionField(leaf), html`<input type="hidden" name="name" value="${leaf.title}" />`],
      button(isUsed ? "Retire this code" : "Use it again", isUsed ? "no" : "second"),
    )}`;
};

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  if (!maySet(await read(visit, "getMe", {}))) return onlyBrokers;
  const code = visit.part("leaf");
  const [leaves, history] = await Promise.all([
    readLeaves(visit),
    historyOf(visit, { path: `/pages/expertise-leaves/${code}`, isAbout: isOfLeaf(code) }),
  ]);
  const leaf = leaves.find((each) => each.code === code);
  if (!leaf) return notThere;
  const form = formNamed("rename", visit, trouble);
  return headed(
    leaf.title,
    html`${savedNotice(visit, trouble)}
      <dl>
        ${row("Code", code)} ${row("Part of", leaf.parent === null ? "" : codeInWords(leaf.parent))}
        ${row("State", leaf.state === "current" ? "In use" : "Retired")}
      </dl>
      <h2>Rename it</h2>
      ${formWith(
        form,
        [revisionField(leaf), lineField(form, { name: "name", label: "Name", value: leaf.title })],
        button("Save the name"),
      )}
      ${useForm(visit, leaf)}
      <h2>What was changed</h2>
      ${history}
      <p><a href="/pages/expertise-leaves">Codes of your own</a></p>`,
    { trouble, forms: [form] },
  );
}

/** One code of the partnership's own: renamed, retired, or taken back into use. */
export const codePage = work({
  show,
  async answer(visit) {
    const { form } = visit;
    const code = LeafCode.safeParse(visit.part("leaf"));
    if (!code.success) return notThere;
    const sent = form.get("do") ?? "";
    if (!["rename", "retire", "use"].includes(sent)) return nothingChosen;
    const leaf = (await readLeaves(visit)).find((each) => each.code === code.data);
    if (!leaf) return notThere;
    const isRetired = sent === "retire" || (sent === "rename" && leaf.state === "retired");
    const body = { name: typed(form, "name"), isRetired, revision: Number(typed(form, "revision")) };
    const saved = await done(attempt(visit, "setLeaf", { params: { leaf: code.data }, body }));
    return "kind" in saved ? { kind: "go", to: `/pages/expertise-leaves/${code.data}?saved=yes` } : saved;
  },
});
