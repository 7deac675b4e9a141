import "server-only";
import { formWords } from "@/app/_server/form-words";
import { currentMessages } from "@/messages";

/** What the forms of requests about one's own data say. */
export async function rightsWords() {
  const { account, rights } = await currentMessages();
  const { title: _title, lead: _lead, kinds: _kinds, askers: _askers, use: _use, ...form } = rights.form;
  const { number, code, submit } = rights.open;
  const { complete, completeSubmit, leave } = rights.status;
  return {
    ...(await formWords({ ...account.form.errors, ...rights.errors })),
    form,
    open: { number, code, submit },
    status: { complete, completeSubmit, leave },
  };
}

export type RightsWords = Awaited<ReturnType<typeof rightsWords>>;
