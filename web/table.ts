import { html, type Html, type Shown } from "./html.ts";

/** A table with a line for each thing, the first cell of each saying which it is. */
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
        ${heads.map((each) => html`<th scope="col">${each}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ([which, ...cells]) =>
          html`<tr>
            <th scope="row">${which}</th>
            ${cells.map((cell, index) => html`<td data-of="${heads[index + 1]}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
