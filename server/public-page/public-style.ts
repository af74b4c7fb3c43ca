/** The style of the public pages: read on a phone, on a laptop, and printed in grey. */
export const publicStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#faf6ee;color:#221c18;font:17px/1.55 "Noto Sans",system-ui,sans-serif;overflow-wrap:anywhere}
.mark{padding:4px 16px;background:#f0dfb4;text-align:center;font-size:14px;font-weight:600}
header{background:#6b1417;border-bottom:4px solid #c79a3b;color:#fff}
header>div,main{max-width:62rem;margin:0 auto;padding:0 clamp(16px,4vw,32px)}
header>div{display:grid;grid-template-columns:1fr auto;gap:0 16px;padding-top:20px;padding-bottom:24px}
h1{grid-column:1/-1;margin:10px 0 0;font-size:clamp(22px,4.6vw,31px);line-height:1.4;text-wrap:balance}
.survey,.other{margin:0;font-size:15px;color:#f0dfb4}
.other a{color:#fff;padding:8px 0}
.lead{grid-column:1/-1;margin:6px 0 0;color:#f4e3d7}
a{color:#0b4f8a}
a:focus-visible{outline:3px solid #c79a3b;outline-offset:2px}
main{padding-top:8px;padding-bottom:40px}
h2{margin:36px 0 12px;font-size:22px;line-height:1.45;color:#6b1417}
h3{margin:0;font-size:17px;line-height:1.45}
.pair{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr))}
.sheet{background:#fff;border:1px solid #e4d9c6;border-radius:8px;padding:16px 20px}
.sheet p{margin:6px 0 0}
.big{font-size:46px;line-height:1.25;font-weight:700;color:#6b1417}
p.big{margin:4px 0 0}
.bare{font-size:24px;color:#5b5148}
.few{color:#6b6761}
.beside{display:flex;flex-wrap:wrap;gap:0 20px}
.quiet{color:#5b5148;font-size:15px}
.statistic{color:#5b5148;font-size:15px}
.change{border-top:1px solid #e4d9c6;padding-top:8px}
.sheet p.change{margin-top:12px}
figure{margin:0}
figcaption{font-weight:600;font-size:16px}
svg{display:block;width:100%;height:auto}
svg text{font:13px "Noto Sans",system-ui,sans-serif;fill:#5b5148}
svg .grid{stroke:#e4d9c6}
svg .bar{stroke:#8a6a2b;stroke-width:2}
svg .join{stroke:#6b1417;stroke-width:1.5;fill:none}
svg .dot{fill:#6b1417;stroke:#6b1417;stroke-width:2}
svg .hollow{fill:#fff}
svg .value{fill:#221c18;font-weight:600}
table{width:100%;border-collapse:collapse;margin-top:16px;background:#fff;border:1px solid #e4d9c6}
caption{text-align:left;padding:0 0 6px;font-size:15px;color:#5b5148}
th,td{padding:8px 12px;text-align:left;vertical-align:top;border-top:1px solid #e4d9c6;font-size:16px}
thead th{font-size:15px;background:#f6efe2}
tbody th{font-weight:600}
td b{white-space:nowrap}
td span,tbody th span{display:block;color:#5b5148;font-size:14px;font-weight:400}
.days i{font-style:normal;display:inline-block;white-space:nowrap}
table.quarters{table-layout:fixed}
dl{margin:0}
dt{font-weight:600;font-size:15px;color:#5b5148}
dd{margin:0 0 8px}
.replies{display:grid;gap:12px;margin:0;padding:0;list-style:none}
ul.links{margin:0;padding:12px 0 0;list-style:none}
ul.links li{padding:12px 0;border-bottom:1px solid #e4d9c6}
.row{display:flex;flex-wrap:wrap;gap:4px 28px}
.row a{padding:4px 0}
.fields td:first-child,.fields tbody th{white-space:nowrap}
code{font:15px ui-monospace,monospace}
@media (max-width:560px){th,td{padding:8px}.fields th,.fields td{display:block;border-top:0;padding:2px 10px}.fields tr{display:block;border-top:1px solid #e4d9c6;padding:6px 0}.fields thead{display:none}}
@media print{body{background:#fff;font-size:11pt}header{background:#fff;color:#000;border-color:#000}h1,h2,.big{color:#000}.lead,.survey{color:#000}.other,.row{display:none}.sheet,figure,tr,li{break-inside:avoid}h2{break-after:avoid;margin-top:20pt}}
`;
