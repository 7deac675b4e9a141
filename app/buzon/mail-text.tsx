/** A mail's plain text with its links. They lead within this site, whatever address it was opened by. */
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
          {URL.canParse(line) ? <a href={new URL(line).pathname}>{line}</a> : line}
          <br />
        </span>
      ))}
    </p>
  );
}
