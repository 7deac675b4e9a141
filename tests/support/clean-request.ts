import { owner } from "./factories/account";
import { file, makeAgreement, makeApplicant } from "./factories/request";
import { pdf } from "./full-journey";

/** A clean request with documents that can be shown. */
export async function makeClean(): Promise<{ number: string; name: string }> {
  const actor = await makeApplicant();
  await makeAgreement(actor.provider.nit);
  await owner`update agreement set ends_on = current_date + 400 where nit = ${actor.provider.nit}`;
  const name = `Ferretería ${actor.provider.nit}`;
  await owner`update provider set legal_name = ${name} where id = ${actor.provider.id}`;
  const number = await file(actor);
  await owner`update request_document d set content = ${pdf}, sealed_as = null, size = ${pdf.length} from request r
    where r.id = d.request_id and r.filing_number = ${number}`;
  return { number, name };
}
/** State of the request with this filing number. */
export const stateOf = async (number: string) =>
  (await owner<{ state: string }[]>`select state from request where filing_number = ${number}`)[0]?.state;
