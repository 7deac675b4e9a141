import { colour, palette } from "@/lib/theme";

const ink = colour("signal-ink");
const info = colour("info");
const yellow = colour("warn");
const white = colour("white");
const black = colour("black");

/** The page's only style. It is inlined, so that a phone fetches a single response. */
export const style = `
:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;background:${colour("paper")};color:${colour("ink")};font:400 1.125rem/1.45 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header{background:${palette.bar.light};color:${white};padding:.9rem min(1rem,4vw)}
header b{display:block}
.demo{background:${palette["indigo-soft"].light};color:${ink};margin:0;padding:.35rem 1rem;text-align:center}
.signal{padding:1.25rem min(1rem,4vw)}.info{background:${info};color:${white}}.warn{background:${yellow};color:${ink};border-bottom:4px solid ${ink}}
.signal>div{max-width:38rem;margin:0 auto;display:flex;flex-wrap:wrap;gap:.7rem 1rem;align-items:center}
.signal svg{flex:none;forced-color-adjust:none}.signal>div>div{flex:1 1 13rem;min-width:0}
h1{margin:0;font-size:min(9vw,clamp(1.5rem,1rem + 2.6vw,2.6rem));font-weight:800;line-height:1.1;text-wrap:balance}
.signal p{margin:.35rem 0 0}
.page-body{max-width:40rem;margin:0 auto;padding:1.25rem min(1rem,4vw)}
h2{font-size:1.375rem;line-height:1.2;margin:1.5rem 0 .6rem}p{margin:0 0 .9rem}
.warning{background:${colour("warn-soft")};border-left:6px solid ${yellow};padding:.9rem min(1rem,4vw);margin:1.25rem 0}.warning p:last-child{margin:0}
a{color:${colour("link")}}
.number{display:inline-block}
.button{display:flex;align-items:center;justify-content:center;min-height:56px;padding:.5rem 1rem;border-radius:8px;background:${colour("indigo")};color:${white};font-size:1.19rem;font-weight:700;text-decoration:none;text-align:center}
.button:hover{background:${colour("indigo-hover")}}
.tall-link{display:inline-flex;align-items:center;min-height:44px}
footer{max-width:40rem;margin:0 auto;padding:0 1rem 1.5rem;display:flex;flex-wrap:wrap;gap:0 1.5rem}
:focus-visible{outline:3px solid ${colour("ink")};outline-offset:2px;box-shadow:0 0 0 6px ${yellow}}
@media(forced-colors:active){.signal,.button,.warning{border:3px solid CanvasText}}
@media print{@page{size:Letter;margin:14mm}body{background:${white};color:${black}}header,.signal,.warning{background:none;color:${black};border:2px solid ${black}}.button,footer,.demo{display:none}}
`;

const figure = (shapes: string) =>
  `<svg data-figure viewBox="0 0 100 100" width="76" height="76" aria-hidden="true" focusable="false">${shapes}</svg>`;
const square = (lines: string) =>
  figure(
    `<rect x="3" y="3" width="94" height="94" rx="12" fill="${white}" stroke="${info}" stroke-width="4"/><g fill="none" stroke="${info}" stroke-width="8" stroke-linecap="round">${lines}</g>`,
  );

/** The figures of components/ui/figures.tsx, as text. */
export const figures = {
  lens: square('<circle cx="43" cy="43" r="22"/><path d="M61 61l18 18"/>'),
  clock: square('<circle cx="50" cy="50" r="30"/><path d="M50 32v19l13 9"/>'),
  diamond: figure(
    `<polygon points="50,2 98,50 50,98 2,50" fill="${ink}"/><polygon points="50,9 91,50 50,91 9,50" fill="${yellow}"/><path d="M38 40c0-8 6-13 13-13s12 5 12 11c0 9-12 9-12 19" fill="none" stroke="${ink}" stroke-width="7" stroke-linecap="round"/><circle cx="51" cy="70" r="5" fill="${ink}"/>`,
  ),
};
