import "server-only";
import { formWords } from "@/app/_server/form-words";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";

/** What the forms of the account say. */
export async function accountWords() {
  const [{ account, factor, offline, ownAccount, places }, caja] = await Promise.all([
    currentMessages(),
    currentCaja(),
  ]);
  const { form, consent, company, person, password, signIn, recover, team, invitation } = account;
  return {
    ...(await formWords(form.errors)),
    // A password or a PIN is kept nowhere, so after a lost connection it is written again.
    typedStays: offline.secretAgain,
    continue: form.continue,
    consent: {
      treatment: consent.treatment(caja.name),
      terms: consent.terms,
      messages: consent.messages,
    },
    company: company.form,
    person: person.form,
    password,
    signIn: signIn.form,
    factor: factor.form,
    ownAccount: ownAccount.form,
    pin: places.pin.form,
    turn: places.turn.form,
    recover: { email: recover.email, submit: recover.submit },
    accept: {
      name: team.form.name,
      submit: invitation.submit,
      code: invitation.code,
      codeHint: invitation.codeHint,
    },
  };
}

export type AccountWords = Awaited<ReturnType<typeof accountWords>>;
