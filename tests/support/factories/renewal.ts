import type { ProviderActor } from "@/model/access";
import { owner } from "./account";
import { makeApplication } from "./application";
import { file, find, makeAdministrator, makeAgreement, makeApplicant, outcomeOf, somePaper } from "./request";

/** Days after which it renews that certificate. */
export const YEAR = 365;

/**
 * Creates a provider that has an application with RUT and a chamber's certificate that it renews each year; `of` is one
 * that another has already.
 */
export async function makeRenewing({ age = YEAR + 1, of }: { age?: number; of?: string } = {}) {
  const documents = ["rut", "chamber"];
  const code = of ?? (await makeApplication({ documents, needsAgreement: true, opensLookUp: true }));
  await owner`update application_document set renewal_days = ${YEAR}, largest_age_days = 30
    where application_code = ${code} and kind = 'chamber'`;
  const actor = await makeApplicant();
  await makeAgreement(actor.provider.nit);
  const papers = Object.fromEntries(documents.map((kind) => [kind, somePaper(`${kind}.pdf`)]));
  const request = await find(actor, await file(actor, code, papers));
  if (!request) throw new Error("no request made");
  const outcome = await outcomeOf(await makeAdministrator(), request.id, "approved");
  if (outcome !== "done") throw new Error(outcome);
  await ageTo(actor, age);
  return { actor, code, first: request };
}

/** All its papers came so many days ago. */
export const ageTo = (actor: ProviderActor, days: number) => owner`
  update request_document d set uploaded_at = bogota_start(bogota_today() - ${days}::int)
  from request r where r.id = d.request_id and r.provider_id = ${actor.provider.id}`;
