import { colour, palette } from "@/lib/theme";

/** Style of the outage page: needs no font, build or script. */
export const unavailableStyle = `
:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;background:${colour("paper")};color:${colour("ink")};font:400 1.125rem/1.45 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header{background:${palette.bar.light};color:${colour("white")};padding:.9rem min(1rem,4vw);font-size:min(1.125rem,6vw)}
.signal{background:${colour("info")};color:${colour("white")};padding:1rem min(1rem,4vw)}
.signal>div{max-width:38rem;margin:0 auto;display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:center}
.signal svg{flex:none;forced-color-adjust:none}.signal>div>div{flex:1 1 10rem;min-width:0}
h1{margin:0;font-size:min(11vw,clamp(1.75rem,1.35rem + 2.4vw,2.6rem));line-height:1.1}
.signal p{margin:.25rem 0 0}
.page-body{max-width:40rem;margin:0 auto;padding:1.25rem 1rem}
a{color:${colour("link")}}
.button{display:flex;align-items:center;justify-content:center;min-height:56px;border:2px solid;border-radius:8px;font-weight:700;text-decoration:none}
aside{text-align:center;padding:0 1rem 1rem}aside a{display:inline-flex;align-items:center;min-height:44px}
:focus-visible{outline:3px solid ${colour("ink")};box-shadow:0 0 0 6px ${colour("warn")}}
@media(forced-colors:active){.signal{border:4px solid CanvasText}}
`;
