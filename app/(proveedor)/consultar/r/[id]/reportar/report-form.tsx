"use client";

import { RadioGroup, TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormState, FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { LONGEST_WORDS, reportReasons, reviewReasons } from "@/model/report";
import { PhotoField } from "./photo-field";
import { useReportWords } from "./words-context";

const schema = () => import("@/domain/report/schema").then(({ ReportInput }) => ReportInput);

/** What does not match, in the merchant's words and in a photo. */
export function ReportForm({
  action,
  idempotencyKey,
  answered,
  known,
  mayGoInReview,
  photoTypes,
  largestPhotoBytes,
}: {
  /** Address of the route handler that takes it. */
  action: string;
  idempotencyKey: string;
  answered: FormState;
  known: FormValues;
  /** Whether the order is one that can be put in review. */
  mayGoInReview: boolean;
  photoTypes: readonly string[];
  largestPhotoBytes: number;
}) {
  const words = useReportWords();
  return (
    <Form
      action={action}
      schema={schema}
      idempotencyKey={idempotencyKey}
      answered={answered}
      known={known}
      order={["reason", "words", "photo"]}
    >
      {({ field }) => (
        <>
          <RadioGroup
            {...field("reason")}
            legend={words.reason}
            look="tiles"
            options={reportReasons.map((value) => ({
              value,
              label: words.reasons[value],
              hint: mayGoInReview && reviewReasons.includes(value) ? words.reviewHint : undefined,
            }))}
          />
          <TextAreaField
            {...field("words")}
            label={words.words}
            hint={words.wordsHint}
            maxLength={LONGEST_WORDS}
          />
          <PhotoField
            {...field("photo")}
            label={words.photo}
            hint={answered.status === "invalid" ? `${words.photoHint} ${words.photoAgain}` : words.photoHint}
            accept={photoTypes.join(",")}
            largestBytes={largestPhotoBytes}
            tooBig={words.photoTooBig}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
