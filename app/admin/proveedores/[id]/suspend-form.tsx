"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormView } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { Box } from "@/components/ui/box";
import { type DateLanguage, longDate } from "@/lib/format/date";
import { isCalendarDay } from "@/model/calendar";
import { suspendAction } from "./actions";

const schema = () => import("@/domain/provider/schema").then(({ SuspendInput }) => SuspendInput);
const fieldOrder = ["from", "reason"];

/** What the provider will read, with `{dia}` and `{motivo}`. */
export type Notices = Readonly<Record<"subject" | "mail" | "screen", string>>;

/** Suspends a provider: first it shows what the provider will read, then it is confirmed. */
export function SuspendForm({
  hidden,
  today,
  language,
  notices,
}: {
  /** The provider, and what the page shows of it. */
  hidden: { provider: string; seen: string };
  today: string;
  language: DateLanguage;
  /** Of a suspension that holds now, and of one from a later day on. */
  notices: { now: Notices; later: Notices };
}) {
  const { standing: words, suspend: t } = useAdminWords("providers");
  return (
    <Form
      action={suspendAction}
      schema={schema}
      hidden={hidden}
      known={{ from: today }}
      order={fieldOrder}
      className="max-w-2xl"
    >
      {({ field, view }) => {
        const typed = { from: view.text("from") ?? "", reason: view.text("reason") ?? "" };
        const shown = view.refusal !== null;
        return (
          <>
            <TextField
              {...field("from")}
              label={t.suspendFrom}
              hint={t.suspendFromHint}
              type="date"
              autoComplete="off"
            />
            <TextAreaField
              {...field("reason")}
              label={words.reason}
              hint={words.reasonHint}
              maxLength={600}
            />
            {shown ? (
              <>
                <input type="hidden" name="shownFrom" value={typed.from} />
                <input type="hidden" name="shownReason" value={typed.reason} />
                <Preview
                  view={view}
                  notices={typed.from > today ? notices.later : notices.now}
                  language={language}
                />
              </>
            ) : null}
            <SubmitButton>{shown ? words.suspend : t.suspendShow}</SubmitButton>
          </>
        );
      }}
    </Form>
  );
}

function Preview({ view, notices, language }: { view: FormView; notices: Notices; language: DateLanguage }) {
  const { suspend: t } = useAdminWords("providers");
  const from = view.text("from") ?? "";
  // The e-mail is in Spanish, whatever the language of who suspends.
  const filled = (text: string, by: DateLanguage) =>
    text
      .replaceAll("{dia}", isCalendarDay(from) ? longDate(from, by) : from)
      .replaceAll("{motivo}", () => view.text("reason")?.trim() ?? "");
  return (
    <Box as="section" aria-label={t.previewMail}>
      <p className="m-0 text-sm text-ink-soft">{t.previewMail}</p>
      <p className="m-0 font-bold">{filled(notices.subject, "es-CO")}</p>
      <p className="whitespace-pre-line">{filled(notices.mail, "es-CO")}</p>
      <p className="m-0 text-sm text-ink-soft">{t.previewScreen}</p>
      <p className="m-0">{filled(notices.screen, language)}</p>
    </Box>
  );
}
