/**
 * The look of the page, on screen and on paper. It holds neither `<` nor `&`, so that it may stand in the page as it is.
 *
 * Contrasts are 7 to 1 at least (RGAA 4.1, criterion 3.2 at its highest level); sizes follow the reader's own.
 */
export const STYLE_SHEET = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; font: 1rem/1.45 system-ui, sans-serif; color: #17171f; background: #fff; }
h1, h2 { color: #123361; line-height: 1.2; }
h1 { font-size: 1.6rem; margin: 1rem 0; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; padding: .35rem .6rem; background: #ecf0f5; }
h3 { color: #123361; font-size: 1rem; margin: 1.2rem 0 .3rem; }
header p, footer, .quiet { color: #4d4d57; margin: .15rem 0; }
header .name { color: inherit; font-weight: bold; }
.notice { border: 2px solid #123361; padding: .6rem .8rem; font-weight: bold; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem 2rem; border: 1px solid #b8bfcc; padding: .8rem; }
.facts h2 { margin: 0 0 .4rem; padding: 0; background: none; font-size: 1rem; }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; }
dt { color: #4d4d57; }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .2rem 0; color: #4d4d57; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-top: 1px solid #b8bfcc; font-weight: normal; }
thead th { border: 0; border-bottom: 2px solid #123361; color: #123361; font-weight: bold; }
tbody th[scope=rowgroup] { font-weight: bold; padding-top: .7rem; }
td, th, p, dd { white-space: pre-line; }
.note td { border: 0; padding-left: 1rem; color: #4d4d57; }
figure { margin: .4rem 0; }
figure img { max-width: 100%; height: auto; }
figcaption { color: #4d4d57; }
.marked { color: #8c0a0f; font-weight: bold; }
.signature { font-weight: bold; }
@page { size: A4; margin: 15mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 9pt; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, .facts, .notice { break-inside: avoid; }
  h2, h3, tbody th[scope=rowgroup] { break-after: avoid; }
}
`;
