"use client";

import { useCallback, useState } from "react";
import { CheckboxField, RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormState } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { LONGEST_WORDS, reportReasons } from "@/model/report";
import { PhotoField } from "./photo-field";
import { useReportWords } from "./words-context";

const schema = () => import("@/domain/report/schema").then(({ ReportInput }) => ReportInput);

const place =
  "mb-4 hidden min-h-14 max-w-none items-center justify-center rounded-button border-2 border-dashed border-rule px-3 py-1 text-center text-ink-soft";

/**
 * Reports a mismatch, in words and with a photo. Below the reasons the form says what each does to the order,
 * and the button names it. Without `:has` all of it is shown, and the server asks for the tick.
 */
export function ReportForm({
  action,
  photoAction,
  keptPhoto,
  idempotencyKey,
  answered,
  mayGoInReview,
  photoTypes,
  largestPhotoBytes,
}: {
  /** Address of the route handler that takes it. */
  action: string;
  /** Address of the one that takes the photo before it. */
  photoAction: string;
  /** Name of the photo that arrived before. */
  keptPhoto: string | undefined;
  idempotencyKey: string;
  answered: FormState;
  /** Whether the order is one that can be put in review. */
  mayGoInReview: boolean;
  photoTypes: readonly string[];
  largestPhotoBytes: number;
}) {
  const words = useReportWords();
  const [kept, setKept] = useState(keptPhoto);
  const keep = useCallback((_: string, name: string) => setKept(name), []);
  return (
    <Form
      action={action}
      schema={schema}
      idempotencyKey={idempotencyKey}
      answered={answered}
      order={["reason", "words", "photo"]}
    >
      {({ field, tick }) => (
        <>
          <RadioGroup
            {...field("reason")}
            legend={words.reason}
            look="tiles"
            options={reportReasons.map((value) => ({
              value,
              label: words.reasons[value],
            }))}
          />
          {mayGoInReview ? (
            <div className="mb-4 rounded-r-[6px] border-l-6 border-warn-text bg-warn-soft px-4 pt-3 unchosen:hidden mild:hidden">
              <p className="mb-0">
                <b>{words.holds}</b>
              </p>
              <CheckboxField {...tick("confirmed")} label={words.confirm} />
            </div>
          ) : null}
          <p
            className={`mb-4 border-l-6 border-link bg-indigo-soft px-4 py-3 ${mayGoInReview ? "hidden mild:block" : ""}`}
          >
            {words.leaves}
          </p>
          <TextAreaField
            {...field("words")}
            label={words.words}
            hint={words.wordsHint}
            maxLength={LONGEST_WORDS}
          />
          <PhotoField
            {...field("photo")}
            to={photoAction}
            kept={kept}
            onKept={keep}
            texts={words.arriving}
            label={words.photo}
            hint={answered.status === "invalid" ? `${words.photoHint} ${words.photoAgain}` : words.photoHint}
            accept={photoTypes.join(",")}
            largestBytes={largestPhotoBytes}
          />
          {kept ? <CheckboxField {...tick("withoutPhoto")} label={words.withoutPhoto} /> : null}
          <p className={`${place} unchosen:flex`}>{words.chooseFirst}</p>
          {mayGoInReview ? <p className={`${place} unsure:flex`}>{words.tickFirst}</p> : null}
          <div className="contents unchosen:hidden">
            <div className={mayGoInReview ? "contents unsure:hidden" : "contents"}>
              <ActionBar>
                {mayGoInReview ? (
                  <div className="mild:hidden">
                    <SubmitButton>{words.submitHold}</SubmitButton>
                  </div>
                ) : null}
                <div className={mayGoInReview ? "grave:hidden" : ""}>
                  <SubmitButton>{words.submit}</SubmitButton>
                </div>
              </ActionBar>
            </div>
          </div>
        </>
      )}
    </Form>
  );
}
