"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField, RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form, type FormAction } from "@/components/form/form";
import { OneButtonForm } from "@/components/form/one-button-form";
import { SubmitButton } from "@/components/form/submit-button";
import {
  abandonRightsAction,
  answerRightsAction,
  askMissingAction,
  completeAtDeskAction,
  extendRightsAction,
  nameAccountAction,
  noteIdentityAction,
  reissueCodeAction,
  withdrawAuthorisationAction,
} from "./actions";

/** The request, and the version of it that the page shows. */
type Shown = { hidden: { number: string; version: number } };

const schemas = () => import("@/domain/rights/schema");
const LONGEST = 4_000;

/** A step that needs one text. */
const steps = {
  missing: {
    action: askMissingAction as FormAction,
    schema: () => schemas().then(({ AskMissingInput }) => AskMissingInput),
  },
  came: {
    action: completeAtDeskAction as FormAction,
    schema: () => schemas().then(({ CompleteAtDeskInput }) => CompleteAtDeskInput),
  },
  extend: {
    action: extendRightsAction as FormAction,
    schema: () => schemas().then(({ ExtendRightsInput }) => ExtendRightsInput),
  },
  identity: {
    action: noteIdentityAction as FormAction,
    schema: () => schemas().then(({ RightsIdentityInput }) => RightsIdentityInput),
  },
};

export function TextStepForm({ step, hidden }: Shown & { step: keyof typeof steps }) {
  const words = useAdminWords("rights")[step];
  const { action, schema } = steps[step];
  return (
    <Form className="max-w-2xl" action={action} schema={schema} hidden={hidden} suffix={step}>
      {({ field }) => (
        <>
          <TextAreaField {...field("text")} label={words.label} maxLength={LONGEST} />
          <SubmitButton variant="outline">{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const answerSchema = () => schemas().then(({ AnswerRightsInput }) => AnswerRightsInput);

/** Closes a request. The two boxes are there once somebody saw the identity, that to forget where it was asked for. */
export function AnswerRightsForm({
  hidden,
  results,
  hasIdentity,
  mayForget,
}: Shown & { results: { value: string; label: string }[]; hasIdentity: boolean; mayForget: boolean }) {
  const { answer: words } = useAdminWords("rights");
  return (
    <Form
      className="max-w-2xl"
      action={answerRightsAction}
      schema={answerSchema}
      hidden={hidden}
      order={["result", "text", "file", "forget"]}
      suffix="respuesta"
    >
      {({ field, tick }) => (
        <>
          <RadioGroup {...field("result")} legend={words.result} options={results} />
          <TextAreaField
            {...field("text")}
            label={words.answer}
            hint={words.answerHint}
            maxLength={LONGEST}
          />
          {hasIdentity ? <CheckboxField {...tick("file")} label={words.file} /> : null}
          {hasIdentity && mayForget ? <CheckboxField {...tick("forget")} label={words.forget} /> : null}
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function AbandonRightsForm({ hidden }: Shown) {
  const { abandon } = useAdminWords("rights");
  return <OneButtonForm action={abandonRightsAction} hidden={hidden} label={abandon} variant="outline" />;
}

export function WithdrawForm({ hidden }: Shown) {
  const { withdraw } = useAdminWords("rights");
  return (
    <OneButtonForm action={withdrawAuthorisationAction} hidden={hidden} label={withdraw} variant="outline" />
  );
}

export function ReissueCodeForm({ hidden }: Shown) {
  const { reissue } = useAdminWords("rights");
  return <OneButtonForm action={reissueCodeAction} hidden={hidden} label={reissue} variant="outline" />;
}

export function NameAccountForm({
  hidden,
  person,
  theirs,
  label,
}: Shown & { person: string; theirs: "yes" | "no"; label: string }) {
  return (
    <OneButtonForm
      action={nameAccountAction}
      hidden={{ ...hidden, person, theirs }}
      label={label}
      variant="outline"
    />
  );
}
