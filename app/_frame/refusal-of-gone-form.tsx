import { refusalParts } from "@/app/_server/refusal-parts";
import { messageClass } from "@/components/form/form-message";
import { formView } from "@/components/form/form-view";
import type { KeptForm } from "@/components/form/kept-forms";
import { currentLanguage, currentMessages } from "@/messages";

/**
 * Why a form was refused that was sent without scripts, where its page no longer has that form: somebody else was
 * first. Only the whole page knows whether the form is there, so CSS hides this beside it, and writes its text, so
 * that no page has the same sentence twice.
 */
export async function RefusalOfGoneForm({ state }: Pick<KeptForm, "state">) {
  const [messages, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { wait } = messages.account.form;
  const words = { wait, errors: {}, unreadableText: "", parts: refusalParts(messages) };
  const { refusal } = formView({ state, words, language });
  if (!refusal) return null;
  return (
    <div className="mx-auto max-w-[72rem] px-4 pt-3 print:hidden [body:has(form_[role=alert])_&]:hidden">
      <p
        className={`${messageClass} mb-0 before:content-[attr(data-text)]`}
        role="alert"
        data-text={refusal}
      />
    </div>
  );
}
