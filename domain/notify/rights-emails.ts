import "server-only";
import type { StepEmail } from "@/domain/rights/desk";
import type { ReceivedEmail } from "@/domain/rights/file-request";
import type { CodeEmail } from "@/domain/rights/reissue-code";
import { longDate } from "@/lib/format/date";
import { currentLanguage, type Language, messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What somebody who asked about their own data is sent at once: number, day and code, in the page's language. */
export async function receivedRightsEmail(links: MailLinks): Promise<ReceivedEmail> {
  const [{ signature }, language] = await Promise.all([mailTexts(), currentLanguage()]);
  const { received } = messagesIn(language).rights.mails;
  return ({ number, kind, dueOn, code }) => ({
    subject: received.subject(number),
    text: received.text(kind, number, longDate(dueOn, language), code, links.rights(), signature),
  });
}

const languageOf = (language: string): Language => (language === "en" ? "en" : "es-CO");

/** Another code, where the first one was lost or never mailed. */
export async function rightsCodeEmail(links: MailLinks): Promise<CodeEmail> {
  const { signature } = await mailTexts();
  return ({ number, code, language }) => {
    const { code: texts } = messagesIn(languageOf(language)).rights.mails;
    return { subject: texts.subject(number), text: texts.text(number, code, links.rights(), signature) };
  };
}

/**
 * What the asker is sent at a step of the desk, in the language of the request. The words of the desk are read on the
 * page of the request, behind its code, and stand in no e-mail.
 */
export async function rightsStepEmails(
  links: MailLinks,
): Promise<Record<"missing" | "completed" | "extended" | "answered" | "abandoned", StepEmail>> {
  const { signature } = await mailTexts();
  const url = links.rights();
  return {
    missing: ({ number, kind, day, language }) => {
      const { missing } = messagesIn(languageOf(language)).rights.mails;
      const until = longDate(day, languageOf(language));
      const write = kind === "consult" ? missing.question : missing.claim;
      return { subject: missing.subject(number), text: write(number, until, url, signature) };
    },
    completed: ({ number, day, language }) => {
      const { completed } = messagesIn(languageOf(language)).rights.mails;
      const until = longDate(day, languageOf(language));
      return { subject: completed.subject(number), text: completed.text(number, until, url, signature) };
    },
    extended: ({ number, day, language }) => {
      const { extended } = messagesIn(languageOf(language)).rights.mails;
      const until = longDate(day, languageOf(language));
      return { subject: extended.subject(number), text: extended.text(number, until, url, signature) };
    },
    answered: ({ number, language }) => {
      const { answered } = messagesIn(languageOf(language)).rights.mails;
      return { subject: answered.subject(number), text: answered.text(number, url, signature) };
    },
    abandoned: ({ number, language }) => {
      const { abandoned } = messagesIn(languageOf(language)).rights.mails;
      return { subject: abandoned.subject(number), text: abandoned.text(number, signature) };
    },
  };
}
