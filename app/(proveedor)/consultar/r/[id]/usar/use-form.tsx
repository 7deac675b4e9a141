"use client";

import { useState } from "react";
import { useCounterWords } from "@/app/(proveedor)/_answer/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { KEY_FIELD } from "@/components/form/typed-fields";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { OtherWays } from "@/components/ui/other-ways";
import { registerUseAction } from "./actions";
import { SlowNotice, UnknownOutcome } from "./unknown-outcome";

const schema = () => import("@/domain/use/schema").then(({ UseInput }) => UseInput);

/** Registers the use. */
export function UseForm({
  lookupId,
  useKey,
  left,
  part,
}: {
  lookupId: string;
  /** Idempotency key: a repeated submission is the same use. */
  useKey: string;
  /** Balance that this page shows, in whole pesos. Without an amount exactly this is used. */
  left: number;
  /** Where partial use is allowed, the value of the field. */
  part: string | null;
}) {
  const { use } = useCounterWords();
  // A form that was restored is sent with the key that it had.
  const [sentKey, setSentKey] = useState(useKey);
  const truth = `/consultar/r/${lookupId}/resultado?clave=${sentKey}`;
  return (
    <UnknownOutcome href={truth}>
      <Form
        action={registerUseAction}
        schema={schema}
        hidden={{ lookupId, left }}
        idempotencyKey={useKey}
        known={part === null ? {} : { amount: part }}
        order={["amount", "invoice"]}
        leavesDeadLine
        onSubmit={({ currentTarget }) => setSentKey(String(new FormData(currentTarget).get(KEY_FIELD)))}
      >
        {({ field }) => (
          <>
            {part === null ? null : (
              <TextField
                {...field("amount")}
                label={use.amount}
                hint={use.amountHint}
                inputMode="decimal"
                autoComplete="off"
                digits
              />
            )}
            <TextField {...field("invoice")} label={use.invoice} autoComplete="off" maxLength={40} />
            <SlowNotice href={truth} />
            <ActionBar>
              <SubmitButton pendingLabel={use.submitting}>{use.submit}</SubmitButton>
            </ActionBar>
            <OtherWays>
              <ButtonLink href={`/consultar/r/${lookupId}`} variant="row">
                {use.back}
              </ButtonLink>
            </OtherWays>
          </>
        )}
      </Form>
    </UnknownOutcome>
  );
}
