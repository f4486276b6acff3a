import { createHash } from "node:crypto";
import type { Html } from "./html.ts";

/** The one stylesheet of all pages: large type, one column, and a ring that shows where the keyboard is. */
const style = `
:root { color-scheme: light; --ink: #0b0c0c; --brand: #1d3b6f; --line: #b1b4b6; --faint: #f3f2f1; --wrong: #b3261e }
* { box-sizing: border-box }
html:has(.stays) { scroll-padding-bottom: 6rem } .stays { position: sticky; bottom: 0; padding: .75rem 0; background: #fff; border-top: 1px solid var(--line) }
body { margin: 0; background: #fff; color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; padding: .5rem 1rem; background: #fff; transform: translateY(-200%) } .skip:focus { transform: none }
header { background: var(--brand); color: #fff }
header > div { max-width: 60rem; margin: 0 auto; padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem;
  align-items: center; justify-content: space-between }
header a { display: inline-block; padding: .25rem 0; color: #fff; font-weight: 700; text-decoration: none } header a:hover { text-decoration: underline }
header nav { background: #16305c } header ul { list-style: none; max-width: 60rem; margin: 0 auto; padding: 0 1rem; display: flex; flex-wrap: wrap; gap: 0 .75rem }
header li { margin: 0 } header li a, header summary { padding: .5rem 0 .25rem; border-bottom: .25rem solid transparent } header [aria-current], header summary.here { border-color: #fff }
header details { margin: 0; position: relative } header summary { color: #fff; font-weight: 700; text-decoration: none } header summary:hover { text-decoration: underline }
header details ul { display: block; position: absolute; z-index: 1; min-width: 100%; padding: 0 1rem .5rem; background: #16305c; white-space: nowrap }
header form { margin: 0 }
header button, button.link { all: unset; cursor: pointer; text-decoration: underline; padding: .25rem 0 }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere }
main > *, section > *, form > * { max-width: 42rem } main > .wide, main > section, section > .wide { max-width: none }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1rem } h2 { font-size: 1.4rem; line-height: 1.25; margin: 2rem 0 .75rem }
h3 { font-size: 1.15rem; margin: 1.25rem 0 .5rem }
a { color: var(--brand); text-underline-offset: .15em }
a:focus, button:focus, input:focus, select:focus, textarea:focus, summary:focus, [tabindex]:focus {
  outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px #fd0 }
header a:focus, header button:focus, header summary:focus { outline-color: #fff }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem } caption { text-align: left; font-weight: 700; padding: .5rem 0 }
th, td { text-align: left; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.number { text-align: right } td.number { white-space: nowrap } th, td { overflow-wrap: break-word } .wide th[scope=row] { min-width: 14rem } td p { margin: 0 0 .25rem } meter { width: 100%; min-width: 4rem; height: 1.25rem }
dl { margin: 0 0 1.5rem } dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: .5rem 0;
  border-bottom: 1px solid var(--line) } dt { font-weight: 700 } dd { margin: 0 } dd p { margin: 0 0 .25rem }
ul, ol { padding-left: 1.25rem } li { margin-bottom: .35rem } ul.plain, ul.beside { list-style: none; padding: 0 } ul.beside { display: flex; flex-wrap: wrap; gap: 0 1.25rem }
ul.cards { list-style: none; padding: 0 } ul.cards > li { border: 1px solid var(--line); border-left: .4rem solid var(--brand);
  padding: .75rem 1rem; margin-bottom: 1rem } .cards h2, .cards h3 { margin: 0 0 .25rem; font-size: 1.2rem } .cards p { margin: 0 0 .25rem }
.button { display: inline-block; border: 0; border-radius: 3px; padding: .6rem 1.1rem; background: #0f6b3c; color: #fff; font: inherit;
  font-weight: 700; text-decoration: none; cursor: pointer; min-height: 2.75rem } .button:hover { background: #0a4d2b }
.button.second { background: var(--faint); color: var(--ink); border: 2px solid #505a5f } .button.second:hover { background: #dbdad9 }
.button.no { background: var(--wrong) } .button.no:hover { background: #7d1a15 }
label, legend { font-weight: 700 } legend { padding: 0 } .button + .button { margin-top: .5rem } fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0 } .field, main form { margin-bottom: 1.5rem }
.field > label { display: block } .hint { color: #484949; display: block; font-weight: 400 }
input[type=text], input[type=number], input[type=date], select, textarea { font: inherit; color: inherit; background: #fff; border: 2px solid var(--ink);
  padding: .4rem .5rem; min-height: 2.75rem; max-width: 100%; border-radius: 0 }
textarea, .field > input[type=text] { width: 100% } input[type=number] { width: 7rem }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .3rem 0 } .choice label { font-weight: 400; flex: 1 }
.choice input { width: 1.6rem; height: 1.6rem; margin: 0; flex: none; accent-color: var(--brand) }
.wrong { border-left: .35rem solid var(--wrong); padding-left: .9rem } .wrong .told { color: var(--wrong); font-weight: 700; display: block }
.problem { border: 4px solid var(--wrong); padding: 1rem; margin-bottom: 1.5rem } .problem h2 { margin: 0 0 .5rem }
.problem a { color: var(--wrong); font-weight: 700 }
.notice { border-left: .4rem solid var(--brand); background: #eef2f9; padding: .75rem 1rem; margin: 0 0 1.5rem } .notice > :last-child { margin-bottom: 0 }
.notice > :first-child { margin-top: 0 } .quiet { color: #484949 } code { background: var(--faint); padding: 0 .25rem }
details { margin: 0 0 1rem } summary { cursor: pointer; color: var(--brand); text-decoration: underline; width: fit-content }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr } h1 { font-size: 1.6rem }
  .stack thead { position: absolute; left: -999rem } .stack tr { display: block; border-bottom: 3px solid var(--line); padding: .5rem 0 }
  .stack th, .stack td { display: block; border: 0; padding: .15rem 0 } .stack td[data-of]::before { content: attr(data-of) ": "; font-weight: 700 }
  .number, td.number { text-align: left; white-space: normal } header details ul { position: static; padding: 0 0 .25rem 1rem } }
@media print { header, .skip, form { display: none } }
`;

/** The stylesheet in its element: to the character what {@link styleSource} is the digest of. */
export const styleElement: Html = { markup: `<style>${style}</style>` };

/** The stylesheet as a content security policy names it: no other style than this applies. */
export const styleSource = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
