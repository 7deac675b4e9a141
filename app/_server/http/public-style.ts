/** The page's only style: it stands inside the page, so that one answer is all a phone has to fetch. */
export const style = `
:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;background:light-dark(#f7f4ec,#10131f);color:light-dark(#14192b,#f3f1ea);font:400 1.125rem/1.45 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header{background:#14192b;color:#fff;padding:.9rem 1rem}
header b{display:block}
.demo{background:#e7e7f6;color:#14192b;margin:0;padding:.35rem 1rem;text-align:center}
.signal{padding:1.25rem 1rem}.info{background:#2b2f7e;color:#fff}.warn{background:#ffc72c;color:#14192b;border-bottom:4px solid #14192b}
.signal>div{max-width:38rem;margin:0 auto;display:flex;flex-wrap:wrap;gap:.7rem 1rem;align-items:center}
.signal svg{flex:none;width:76px;height:76px;forced-color-adjust:none}.signal>div>div{flex:1 1 11rem}
h1{margin:0;font-size:clamp(1.75rem,1.35rem + 2.4vw,2.6rem);font-weight:800;line-height:1.1;text-wrap:balance}
.signal p{margin:.35rem 0 0}
.page-body{max-width:40rem;margin:0 auto;padding:1.25rem 1rem}
h2{font-size:1.375rem;line-height:1.2;margin:1.5rem 0 .6rem}p{margin:0 0 .9rem}
.warning{background:light-dark(#fff3cf,#3a2f0c);border-left:6px solid #ffc72c;padding:.9rem 1rem;margin:1.25rem 0}.warning p:last-child{margin:0}
a{color:light-dark(#2b2f7e,#b4baff)}
.button{display:flex;align-items:center;justify-content:center;min-height:56px;padding:.5rem 1rem;border-radius:8px;background:light-dark(#2b2f7e,#4046b0);color:#fff;font-size:1.19rem;font-weight:700;text-decoration:none;text-align:center}
.button:hover{background:light-dark(#1d205c,#343a98)}
.tall-link{display:inline-flex;align-items:center;min-height:44px}
footer{max-width:40rem;margin:0 auto;padding:0 1rem 1.5rem;display:flex;flex-wrap:wrap;gap:0 1.5rem}
:focus-visible{outline:3px solid light-dark(#14192b,#f3f1ea);outline-offset:2px;box-shadow:0 0 0 6px #ffc72c}
@media(forced-colors:active){.signal,.button,.warning{border:3px solid CanvasText}}
@media print{@page{size:Letter;margin:14mm}body{background:#fff;color:#000}header,.signal,.warning{background:none;color:#000;border:2px solid #000}.button,footer,.demo{display:none}}
`;

const figure = (shapes: string) =>
  `<svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">${shapes}</svg>`;
const square = (lines: string) =>
  figure(
    `<rect x="3" y="3" width="94" height="94" rx="12" fill="#fff"/><g fill="none" stroke="#2B2F7E" stroke-width="8" stroke-linecap="round">${lines}</g>`,
  );

/** The figures of components/ui/figures.tsx, as text. */
export const figures = {
  lens: square('<circle cx="43" cy="43" r="22"/><path d="M61 61l18 18"/>'),
  clock: square('<circle cx="50" cy="50" r="30"/><path d="M50 32v19l13 9"/>'),
  diamond: figure(
    '<polygon points="50,2 98,50 50,98 2,50" fill="#14192B"/><polygon points="50,9 91,50 50,91 9,50" fill="#FFC72C"/><path d="M38 40c0-8 6-13 13-13s12 5 12 11c0 9-12 9-12 19" fill="none" stroke="#14192B" stroke-width="7" stroke-linecap="round"/><circle cx="51" cy="70" r="5" fill="#14192B"/>',
  ),
};
