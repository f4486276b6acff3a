import type * as z from "zod";
import type { ExpertiseView } from "../../shared/contract/routes/expertise.ts";
import { type LocalLeaf, markOf, nationalCodeOf } from "../../shared/domain/people/expertise.ts";
import { codeOfLeaf } from "../../shared/registers/codeToday.ts";
import { codeFault } from "../../shared/registers/leaves.ts";
import { hasLabels, listedCodes, saysWords } from "../../shared/registers/taxonomySearch.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { decodeCursor, encodeCursor } from "../../shared/store/cursor.ts";
import { allLeaves } from "../../shared/store/leaves.ts";
import { leaves } from "../../shared/store/rows/expertise.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { create, replace } from "../../shared/store/store.ts";

const mutable = <Row extends { readonly replacedBy: readonly string[]; readonly words: readonly string[] }>(
  row: Row,
) => ({ ...row, replacedBy: [...row.replacedBy], words: [...row.words] });

export const listExpertise: Handler<"listExpertise"> = async ({ query }, { store }) => {
  const { limit, cursor, family, search, kind, state, ...labels } = query;
  const [after = ""] = cursor === undefined ? [] : decodeCursor(cursor);
  const found = listedCodes(await allLeaves(store)).filter(
    (each) =>
      each.code > after &&
      (family === undefined || each.family === family) &&
      (kind === undefined || each.kind === kind) &&
      (state === undefined || each.state === state) &&
      (search === undefined || saysWords(each, search)) &&
      hasLabels(each.crosswalk, labels),
  );
  const items = found.slice(0, limit).map(mutable);
  const last = items.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([last.code]) : null;
  return { status: 200, body: { items, nextCursor } };
};

const mostLeaves = 300;

/** Puts a leaf under a national code, or changes one. It is never removed: rows that name it keep their meaning. */
export const setLeaf: Handler<"setLeaf"> = ({ params: { leaf: code }, body }, { store, actor, act }) =>
  act(async () => {
    const [under, mark] = [nationalCodeOf(code), markOf(code)];
    if (mark === undefined) return notFound("leaf");
    // Read before the leaves that it guards: of two that are put at once under one name, one sees the other.
    const partnership = await store.get(partnerships, {});
    if (!partnership) return notFound("partnership");
    const all = await allLeaves(store);
    const before = all.get(mark);
    if (before && codeOfLeaf(before) !== code)
      return refuse(
        "already-exists",
        `${mark} is the mark of ${codeOfLeaf(before)}: each mark is given once. Choose another.`,
      );
    const fault = before ? undefined : codeFault(under, all);
    if (fault) return refuse(fault.kind, `${fault.detail}.`, [{ parameter: "leaf", detail: fault.detail }]);
    const { name, isRetired } = body;
    if (before?.name === name && before.isRetired === isRetired)
      return { reply: { status: 200, body: shownAs(before) } };
    if ((before?.revision ?? null) !== body.revision)
      return before
        ? refuse("wrong-state", "This leaf was changed since it was read: read it again.")
        : refuse("wrong-state", "There is no such leaf yet: send null as its revision.");
    if (!before && all.size >= mostLeaves)
      return refuse("list-full", `A partnership may have ${mostLeaves} leaves.`);
    const namesake = [...all.values()].find((each) => each.mark !== mark && isNamesake(each, body.name));
    if (namesake)
      return refuse("already-exists", `${codeOfLeaf(namesake)} has this name already.`, [
        { pointer: "/name", detail: "Another leaf in use has this name" },
      ]);
    const after: LocalLeaf = before
      ? { ...before, name, isRetired }
      : { mark, under, name, isRetired, revision: 0 };
    return {
      reply: { status: 200, body: shownAs(before ? { ...after, revision: before.revision + 1 } : after) },
      action: {
        chain: "partnership",
        action: "leaf-set",
        actor,
        facts: { code, isNew: !before, isRetired },
        writes: [before ? replace(leaves, after) : create(leaves, after), replace(partnerships, partnership)],
      },
    };
  });

/** A leaf as the list of codes shows it. */
function shownAs(leaf: LocalLeaf): z.input<typeof ExpertiseView> {
  const code = codeOfLeaf(leaf);
  const shown = listedCodes(new Map([[leaf.mark, leaf]])).find((each) => each.code === code);
  if (!shown) throw new Error(`${code} was written and is not listed`);
  return mutable(shown);
}

const isNamesake = (leaf: LocalLeaf, name: string): boolean =>
  !leaf.isRetired && leaf.name.toLowerCase() === name.toLowerCase();
