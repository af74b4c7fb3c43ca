/** Of the page about the API, in one piece: its policy names the hash. */
export const apiStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#faf6ee;color:#221c18;font:17px/1.6 "Noto Sans",system-ui,sans-serif}
header{background:#6b1417;border-bottom:4px solid #c79a3b;color:#fff}
header div,.page{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,3vw,2rem)}
header div{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 2rem;padding-block:1.25rem}
h1{margin:0;font-size:1.6rem;line-height:1.4}
header a{color:#fff;padding:.35rem 0}
.page{display:grid;gap:0 2.5rem}
.page>*{min-width:0}
nav{padding:1rem 0 0}
nav ul{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25rem}
nav a{display:inline-block;padding:.3rem 0}
nav p{margin:.25rem 0 0}
a{color:#6b1417;text-underline-offset:.2em}
a:focus-visible,summary:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
header a:focus-visible{outline-color:#fff}
.lead{font-size:1.1rem;max-width:46rem;margin:1.25rem 0 0}
h2{margin:2.25rem 0 .75rem;padding-bottom:.35rem;border-bottom:2px solid #c79a3b;font-size:1.35rem;line-height:1.4}
h3{margin:0;font-size:1.12rem;line-height:1.45}
h4{margin:1rem 0 .25rem;font-size:.95rem;color:#5b5148}
p,li{max-width:52rem}
section>ul li,section>ol li{margin:.4rem 0}
article{margin:0 0 1.25rem;padding:1.1rem 1.25rem;background:#fff;border:1px solid #e4d9c6;border-radius:8px}
article p{margin:.4rem 0}
.address code{font-weight:600}
.scope{display:inline-block;margin-left:.5rem;padding:.05rem .6rem;background:#f0dfb4;border-radius:99px;font-size:.85rem}
code,pre{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
pre{margin:.75rem 0;padding:.8rem 1rem;background:#2b211d;color:#fbf3e6;border-radius:6px;white-space:pre-wrap}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #e4d9c6}
article table{border-width:1px 0}
th,td{padding:.5rem .8rem;border-bottom:1px solid #e4d9c6;text-align:left;vertical-align:top}
thead th{background:#f3ead9;font-size:.92rem}
tbody th{width:15rem;font-weight:400}
th small{color:#5b5148;white-space:nowrap}
summary{display:inline-block;padding:.3rem 0;color:#6b1417;cursor:pointer;text-decoration:underline;text-underline-offset:.2em}
details[open]>summary{margin-bottom:.25rem}
.fields{margin:.25rem 0;padding-left:1.1rem;list-style:none;border-left:2px solid #e4d9c6}
.fields li{margin:.3rem 0;max-width:none}
.note{color:#5b5148;font-size:.92em}
@media (min-width:62rem){
.page{grid-template-columns:14rem minmax(0,1fr)}
nav{position:sticky;top:0;align-self:start;padding-top:2.25rem}
nav ul{display:block}
}
@media (max-width:40rem){
tbody tr{display:block;border-bottom:1px solid #e4d9c6;padding:.5rem 0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{display:block;width:auto;border:0;padding:.1rem .8rem}
tbody th{width:auto}
}
`;
