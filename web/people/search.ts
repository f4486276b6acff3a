import type { Option } from "../fields.ts";
import { choices, groupedField, lineField, selectField } from "../fields.ts";
import type { Form } from "../form.ts";
import { html, type Html } from "../html.ts";
import { type Expertise, groupedCodes } from "./expertise.ts";
import { soon } from "./lapses.ts";

const fields = ["name", "homeSchoolId", "expertise", "letter"] as const;

/** What people are searched by: their name, their school, what they can help with, and whether their letter ends. */
export function searchedBy(query: URLSearchParams, today: string) {
  const asked = (name: (typeof fields)[number]): string | undefined => query.get(name)?.trim() || undefined;
  const expertise = asked("expertise");
  return {
    name: asked("name"),
    homeSchoolId: asked("homeSchoolId"),
    ...(expertise?.includes("-") ? { code: expertise } : { family: expertise }),
    letterEndsBy: asked("letter") === undefined ? undefined : soon(today),
  };
}

/** The address of a search, to which the next part of its list is added. */
export function searchAddress(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of fields) if (query.get(name)) kept.set(name, query.get(name) ?? "");
  return kept.size === 0 ? "/pages/people" : `/pages/people?${kept.toString()}`;
}

interface Offered {
  readonly codes: readonly Expertise[];
  /** Undefined for a head, who sees those of one school. */
  readonly schools: readonly Option[] | undefined;
}

/** The search, with what was asked for. */
export function searchForm(query: URLSearchParams, { codes, schools }: Offered): Html {
  const form: Form = {
    name: "search",
    address: "/pages/people",
    formToken: "",
    typed: query,
    trouble: undefined,
    labels: new Map(),
  };
  const groups = groupedCodes(codes).map(([title, options]) => {
    const family = options[0]?.[0].slice(0, 2) ?? "";
    return [title, [[family, `Anything in ${title}`], ...options]] as const;
  });
  return html`<form method="get" action="/pages/people" role="search">
    ${lineField(form, { name: "name", label: "Name, or a part of it" })}
    ${schools && selectField(form, { name: "homeSchoolId", label: "School" }, [["", "Any school"], ...schools])}
    ${groupedField(form, { name: "expertise", label: "What they can help with", none: "Anything" }, groups)}
    ${choices(form, {
      name: "letter",
      label: "Letter of assurance",
      options: [["ends", "Missing, ended, or ends within a month"]],
    })}
    <button class="button second" type="submit">Search</button>
  </form>`;
}
