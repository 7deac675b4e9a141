import type { CompanyInput } from "@/domain/account/company";
import { authorise, readDraft, saveStep, sendConfirmation } from "@/domain/account/register";
import type { Stranger } from "@/model/stranger";
import { browser, someEmail, someNit } from "./account";

/** The company step of a registration. */
export const company = (nit = someNit()): CompanyInput => ({
  nit,
  checkDigit: 0,
  legalName: "Tienda de prueba",
  municipality: "08001",
  address: "Calle 1",
  phone: "+576053235000",
});
/** E-mail texts whose subjects only tell which of the two was sent. */
export const emails = () => ({
  confirm: { subject: "confirm", text: "confirm" },
  known: { subject: "known", text: "known" },
  barred: { subject: "barred", text: "barred" },
});

/** The registration of this browser. */
export async function draftOf(token: string) {
  const draft = await readDraft(token);
  if (!draft) throw new Error("no draft");
  return draft;
}

/** Creates a registration with every step filled in. */
export async function fillIn({ email = someEmail(), nit = someNit() } = {}) {
  const token = await authorise(
    { treatment: "1", terms: "1" },
    { ...browser(), language: "es-CO", token: undefined },
  );
  await saveStep(token, await draftOf(token), { company: company(nit) });
  const person = { name: "Ana", idKind: "CC", idNumber: "1042555318", email, mobile: "+573001234567" };
  await saveStep(token, await draftOf(token), { person });
  return { token, email, nit };
}

/** Submits a registration, and returns the token of its e-mailed link. */
export async function submit(token: string, from: Stranger = browser()): Promise<string> {
  let link = "";
  const spy = (_answers: unknown, sent: string) => {
    link = sent;
    return emails();
  };
  await sendConfirmation(await draftOf(token), spy, from);
  return link;
}
