import { publicDatabase } from "@/db/client";
import { findCurrentPolicy } from "@/db/queries/caja";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";

/** Privacy notice in layers: a summary of five lines, then the full texts (Ley 1581, art. 12). */
export async function DataNotice() {
  const [{ account }, caja, policy] = await Promise.all([
    currentMessages(),
    currentCaja(),
    findCurrentPolicy(publicDatabase()),
  ]);
  const { consent } = account;
  return (
    <>
      <p>{consent.lead(caja.name)}</p>
      <ul>
        {Object.values(consent.uses).map((use) => (
          <li key={use}>{use}</li>
        ))}
      </ul>
      <p>{consent.rights}</p>
      <details>
        <summary>{consent.policy}</summary>
        {(policy?.text ?? "").split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <details>
        <summary>{consent.rules}</summary>
        <p>{consent.rulesText}</p>
      </details>
    </>
  );
}
