import { ownPath } from "@/lib/http/own-path";

/** Plain text of an e-mail with links, rewritten to the current host. */
export function MailText({ text }: { text: string }) {
  let at = 0;
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => ({ line, key: at++ }));
  return (
    <p>
      {lines.map(({ line, key }) => (
        <span key={key}>
          {linked(line)}
          <br />
        </span>
      ))}
    </p>
  );
}

function linked(line: string) {
  const path = URL.canParse(line) ? ownPath(new URL(line).pathname) : null;
  return path ? <a href={path}>{line}</a> : line;
}
