import { html, type Html, type Shown } from "./html.ts";

const numeric = (isNumber: boolean): Html | false => isNumber && html`class="number"`;

/** A table with a line for each thing, the first cell of each saying which it is; numbers stand below each other. */
export const tableOf = (
  caption: string,
  heads: readonly string[],
  lines: readonly (readonly Shown[])[],
): Html =>
  html`<table class="stack">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map(
          (each, index) =>
            html`<th scope="col" ${numeric(lines.some((line) => typeof line[index] === "number"))}>
              ${each}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ([which, ...cells]) =>
          html`<tr>
            <th scope="row">${which}</th>
            ${cells.map((cell, index) => html`<td ${numeric(typeof cell === "number")} data-of="${heads[index + 1]}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
