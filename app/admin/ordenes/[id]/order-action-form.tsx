"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { SelectField, TextAreaField, TextField } from "@/components/form/field";
import { Form, type FormProps } from "@/components/form/form";
import {
  annulAction,
  approveAction,
  askAction,
  blockAction,
  extendAction,
  issueAction,
  replaceAction,
  sendBackAction,
  sendChangeBackAction,
  unblockAction,
} from "./actions";
import { IssueButtons } from "./issue-buttons";

const reasoned = () => import("@/domain/order/schema").then(({ ReasonInput }) => ReasonInput);
const shown = () => import("@/domain/order/schema").then(({ ShownDraft }) => ShownDraft);

const ways = {
  issue: { action: issueAction, schema: shown },
  ask: { action: askAction, schema: shown },
  approve: { action: approveAction, schema: shown },
  sendBack: {
    action: sendBackAction,
    schema: () => import("@/domain/order/schema").then(({ SendBackInput }) => SendBackInput),
  },
  sendChangeBack: {
    action: sendChangeBackAction,
    schema: () => import("@/domain/order/schema").then(({ ChangeBackInput }) => ChangeBackInput),
  },
  annul: {
    action: annulAction,
    schema: () => import("@/domain/order/schema").then(({ AnnulInput }) => AnnulInput),
  },
  extend: {
    action: extendAction,
    schema: () => import("@/domain/order/schema").then(({ ExtendInput }) => ExtendInput),
  },
  replace: { action: replaceAction, schema: reasoned },
  block: { action: blockAction, schema: reasoned },
  unblock: {
    action: unblockAction,
    schema: () => import("@/domain/order/schema").then(({ UnblockInput }) => UnblockInput),
  },
} satisfies Record<string, Pick<FormProps, "action" | "schema">>;

const fieldOrder = ["hold", "cause", "until", "reason"];

/** Form of an action on an order, with its reason. Some also ask for a cause, a day, or the hold to end. */
export function OrderActionForm({
  way,
  hidden,
  causes,
  until,
  holds,
  reason,
  reasonHint,
  andPrint,
  submit,
  suffix,
}: {
  way: keyof typeof ways;
  /** The order, and what the page shows of it. */
  hidden: Readonly<Record<string, string>>;
  causes?: { label: string; options: { value: string; label: string }[] };
  /** Label of the new last day. */
  until?: string;
  /** The reasons of a review. */
  holds?: { label: string; options: { value: string; label: string; hint?: string }[] };
  /** Label and hint of the reason, instead of the usual ones. */
  reason?: string;
  reasonHint?: string;
  /** Label of a button that prints the issued order too. */
  andPrint?: string;
  submit: string;
  /** Where a page has two forms with a reason: each field has an id of its own. */
  suffix?: string;
}) {
  const { act: words } = useAdminWords("orders");
  const only = holds?.options.length === 1 ? holds.options[0] : undefined;
  return (
    <Form
      className="max-w-xl"
      {...ways[way]}
      hidden={only ? { ...hidden, hold: only.value } : hidden}
      order={fieldOrder}
      suffix={suffix}
    >
      {({ field }) => (
        <>
          {causes ? (
            <SelectField {...field("cause")} label={causes.label} options={causes.options} emptyLabel="—" />
          ) : null}
          {only ? (
            <p>
              <b>{only.label}</b>
            </p>
          ) : null}
          {holds && holds.options.length > 1 ? (
            <RadioGroup {...field("hold")} legend={holds.label} options={holds.options} />
          ) : null}
          {until ? <TextField {...field("until")} label={until} type="date" autoComplete="off" /> : null}
          <TextAreaField
            {...field("reason")}
            label={reason ?? words.reason}
            hint={reasonHint ?? words.reasonHint}
            maxLength={300}
          />
          <IssueButtons andPrint={andPrint} label={submit} />
        </>
      )}
    </Form>
  );
}
