import { markup } from "./markup";

const LIGHT = markup`
--surface:#fff;--text:#1f2733;--quiet:#586374;--line:#d5dae1;--soft:#f4f6f9;
--ordinary:#7488a1;--strange:#d55e00;--strange-soft:#fbe3d2;--strange-text:#a84300;--link:#005a8f;`;
const DARK = markup`
--surface:#1a1d22;--text:#e6eaf0;--quiet:#a3adba;--line:#3a414b;--soft:#23272e;
--ordinary:#8296b0;--strange:#f5853f;--strange-soft:#4a2a12;--strange-text:#ff9c5e;--link:#7cc4f2;`;

/** How a report looks: on a screen by day and by night, and on A4, where it is always dark on white. */
export const REPORT_STYLE = markup`
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
@page{size:A4;margin:16mm 14mm}
*{box-sizing:border-box}
body{margin:0 auto;padding:32px 20px 64px;max-width:1000px;background:var(--surface);color:var(--text);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
overflow-wrap:anywhere}
h1{font-size:28px;line-height:1.2;margin:0 0 4px}
h2{font-size:19px;line-height:1.3;margin:36px 0 8px;padding-top:12px;border-top:1px solid var(--line)}
p{margin:0 0 8px;max-width:75ch}
.quiet,small,figcaption,caption{color:var(--quiet)}
.remarks{white-space:pre-wrap;margin:16px 0 0;padding-left:12px;border-left:3px solid var(--strange)}
a{color:var(--link)}
nav ol{margin:16px 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px}
nav a{display:inline-block;padding:3px 0}
ul{margin:0 0 8px;padding-left:20px}
li{margin:2px 0}
dl{margin:0 0 12px}
main>section>dl>div{display:grid;grid-template-columns:minmax(120px,220px) 1fr;gap:2px 16px;padding:3px 0}
dt{color:var(--quiet)}
dd{margin:0}
table{border-collapse:collapse;width:100%;margin:8px 0 16px;font-size:14px}
caption{text-align:left;padding:0 0 6px;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;color:var(--quiet);font-size:13px;white-space:nowrap}
tbody th{font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums;padding-right:18px}
.wide{overflow-x:auto}
.wide th,.wide td{min-width:72px}
.things tbody th{min-width:84px;max-width:190px}
.things .why{min-width:220px;width:46%}
.things p{margin:0 0 4px}
.things dl{margin:0;font-size:13px}
.things dl div{display:flex;flex-wrap:wrap;gap:0 8px}
.things dd strong{color:var(--strange-text)}
.things img{display:block;max-width:100%;margin:0 0 6px;border:1px solid var(--line)}
figure{margin:8px 0 12px}
figcaption{font-size:13px;margin-top:4px}
.things svg{margin:0 0 6px;max-width:460px}
svg{display:block;width:100%;height:auto}
svg text{font-size:12px;fill:var(--quiet)}
svg .ordinary{fill:var(--ordinary)}
svg .strange{fill:var(--strange)}
svg .flagged{fill:var(--strange-soft)}
svg .axis{stroke:var(--line);fill:none}
svg .threshold{stroke:var(--strange-text);stroke-width:1.5;stroke-dasharray:5 3;fill:none}
svg .course{stroke:var(--ordinary);stroke-width:1.3;fill:none;stroke-linejoin:round}
svg text.strong{fill:var(--strange-text);font-weight:600}
pre{white-space:pre-wrap;font-size:12px;background:var(--soft);padding:10px;margin:6px 0}
summary{cursor:pointer;padding:4px 0}
.events{display:flex;flex-wrap:wrap;gap:4px;margin:0 0 6px;padding:0;list-style:none;font-size:12px}
.events li{margin:0;padding:1px 6px;border:1px solid var(--line)}
.events .here{border-color:var(--strange-text);color:var(--strange-text);font-weight:600}
@media (max-width:640px){
.things,.things tbody,.things tr,.things th,.things td{display:block;width:auto;max-width:none}
.things thead{display:none}
.things tr{border-top:1px solid var(--line);padding:8px 0}
.things th,.things td{border:0;padding:2px 0;text-align:left}
.things .why{width:auto}
main>section>dl>div{grid-template-columns:1fr}}
@media print{
body{padding:0;max-width:none;font-size:10.5pt}
nav{display:none}
.wide{overflow:visible}
h2{break-after:avoid;margin-top:20px}
tr,figure,dl>div{break-inside:avoid}
thead{display:table-header-group}
table,.things dl{font-size:9pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
