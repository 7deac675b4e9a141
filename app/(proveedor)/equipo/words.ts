import "server-only";
import { formWords } from "@/app/_server/form-words";
import { currentMessages } from "@/messages";

/** Words of the forms for team, branches and counters. */
export async function teamWords() {
  const { account, places } = await currentMessages();
  const { team, form } = account;
  const { legend, submit } = places.device;
  return {
    ...(await formWords(form.errors)),
    invite: team.form,
    roles: team.roles,
    roleHints: team.roleHints,
    device: { legend, submit },
  };
}

export type TeamWords = Awaited<ReturnType<typeof teamWords>>;
