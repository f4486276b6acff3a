import { groupedField, lineField } from "../fields.ts";
import { button, type Form, formNamed, formWith, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { LeafCode } from "../../shared/domain/people/expertise.ts";
import { type Expertise, groupedCodes, readCodes } from "../people/expertise.ts";
import { work } from "../serving.ts";
import { historyOf } from "../settings/history.ts";
import { maySet, onlyBrokers } from "../settings/settingsPage.ts";
import { tableOf } from "../table.ts";
import { codeInWords } from "../terms.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { isOfLeaf, readLeaves } from "./readLeaves.ts";

const at = "/pages/expertise-leaves";

const tableOfLeaves = (leaves: readonly Expertise[]): Html =>
  tableOf(
    "Codes of your own",
    ["Name", "Code", "Part of", "State"],
    leaves.map(({ code, title, parent, state }) => [
      html`<a href="${at}/${code}">${title}</a>`,
      code,
      parent === null ? "" : codeInWords(parent),
      state === "current" ? "In use" : "Retired",
    ]),
  );

const addForm = (form: Form, codes: readonly Expertise[]): Html =>
  formWith(
    form,
    [
      groupedField(
        form,
        { name: "under", label: "Part of which expertise?", hint: "Matching counts it as near to that." },
        groupedCodes(codes.filter(({ kind }) => kind === "national")),
      ),
      lineField(form, {
        name: "mark",
        label: "Mark",
        hint: "Up to 8 letters and digits, such as SSP. It stays for ever, and no other code of yours may have it.",
      }),
      lineField(form, { name: "name", label: "Name", hint: "As schools and practitioners will read it." }),
    ],
    button("Add this code"),
  );

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const me = await read(visit, "getMe", {});
  if (!maySet(me)) return onlyBrokers;
  const [leaves, codes, history] = await Promise.all([
    readLeaves(visit),
    readCodes(visit),
    historyOf(visit, { path: at, isAbout: isOfLeaf() }),
  ]);
  const form = formNamed("add", visit, trouble);
  return headed(
    "Codes of your own",
    html`<p>
        What your partnership calls by a name of its own stands under a code of the common list of expertise.
        Requests and practitioners may then name it.
      </p>
      ${
        leaves.length === 0
          ? html`<p>There are none yet. Add one where a code of the common list is too wide for you.</p>`
          : tableOfLeaves(leaves)
      }
      <h2>Add a code</h2>
      ${addForm(form, codes)}
      <h2>What was changed</h2>
      ${history}
      <p><a href="/pages/partnership">All settings</a></p>`,
    { trouble, forms: [form] },
  );
}

const fault = (field: string, detail: string): Trouble["faults"][number] => ({ field, detail });

/** What is missing before a code can be named at all. */
function missing(form: URLSearchParams): Trouble["faults"] {
  return [
    ...(LeafCode.safeParse(`${typed(form, "under")}.A`).success
      ? []
      : [fault("under", "Choose of which expertise it is a part")]),
    ...(/^[A-Za-z0-9]{1,8}$/.test(typed(form, "mark"))
      ? []
      : [fault("mark", "Give up to 8 letters and digits, and nothing else")]),
    ...(typed(form, "name").length < 2 ? [fault("name", "Give it a name of at least 2 letters")] : []),
  ];
}

async function add(visit: Visit): Promise<Ending | Trouble> {
  const { form } = visit;
  const faults = missing(form);
  if (faults.length > 0)
    return { status: 422, detail: "Some of what you wrote is not right yet, and nothing was done.", faults };
  const leaf = `${typed(form, "under")}.${typed(form, "mark").toUpperCase()}`;
  const body = { name: typed(form, "name"), isRetired: false, revision: null };
  const answered = await attempt(visit, "setLeaf", { params: { leaf }, body });
  if (answered.kind === "answered") return { kind: "go", to: `${at}/${leaf}?saved=yes` };
  const trouble = troubleOf(answered);
  if (answered.code === "wrong-state" || (answered.code === "already-exists" && trouble.faults.length === 0))
    return {
      ...trouble,
      detail: "Nothing was added.",
      faults: [fault("mark", "Another code of yours has this mark: choose another")],
    };
  return trouble;
}

/** The codes that a partnership added to the taxonomy: which there are, one more, and who added what. */
export const codesPage = work({
  show,
  answer: (visit) => (visit.form.get("do") === "add" ? add(visit) : Promise.resolve(nothingChosen)),
});
