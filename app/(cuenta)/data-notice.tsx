import type { Messages } from "@/messages/es-CO";

/** What the data are for, in layers: five lines, then the whole texts (Ley 1581, art. 12). */
export function DataNotice({
  words,
  caja,
  policy,
}: {
  words: Messages["account"]["consent"];
  caja: string;
  policy: string;
}) {
  return (
    <>
      <p>{words.lead(caja)}</p>
      <ul>
        {Object.values(words.uses).map((use) => (
          <li key={use}>{use}</li>
        ))}
      </ul>
      <p>{words.rights}</p>
      <details>
        <summary>{words.policy}</summary>
        {policy.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <details>
        <summary>{words.rules}</summary>
        <p>{words.rulesText}</p>
      </details>
    </>
  );
}
