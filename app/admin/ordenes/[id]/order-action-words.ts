import "server-only";
import { adminFormWords } from "@/app/admin/form-words";
import { currentMessages } from "@/messages";

/** The words of a deed's form, as finished strings. */
export async function orderActionWords(submit: string) {
  const [form, { admin }] = await Promise.all([adminFormWords(), currentMessages()]);
  const { reason, reasonHint } = admin.life;
  return { ...form, errors: admin.issue.errors, reason, reasonHint, submit };
}
