"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { confirmTotpAction, proveCodeAction, provePasswordAction, resetAction } from "./actions";

const codeSchema = () => import("@/domain/factor/schema").then(({ ProveCodeInput }) => ProveCodeInput);
const firstCodeSchema = () =>
  import("@/domain/factor/schema").then(({ ConfirmTotpInput }) => ConfirmTotpInput);
const resetSchema = () => import("@/domain/factor/schema").then(({ ResetCodeInput }) => ResetCodeInput);
const passwordSchema = () =>
  import("@/domain/factor/schema").then(({ ProvePasswordInput }) => ProvePasswordInput);

/**
 * Asks for a code of the application or on paper: at the second step of the sign-in, or again later.
 * @param app whether the person has an application, and not only codes on paper
 */
export function CodeForm({ back, app, again = false }: { back: string; app: boolean; again?: boolean }) {
  const { factor } = useAccountWords();
  return (
    <Form
      action={proveCodeAction}
      schema={codeSchema}
      hidden={{ back }}
      order={["factorCode"]}
      suffix="codigo"
    >
      {({ field }) => (
        <>
          <TextField
            {...field("factorCode")}
            label={factor.code}
            hint={app ? factor.hint : factor.paperHint}
            autoComplete="one-time-code"
            capitals
            maxLength={60}
          />
          <SubmitButton>{again ? factor.confirm : factor.enter}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Asks for the first code of a new application. */
export function FirstCodeForm({ back }: { back: string }) {
  const { factor } = useAccountWords();
  return (
    <Form action={confirmTotpAction} schema={firstCodeSchema} hidden={{ back }} order={["factorCode"]}>
      {({ field }) => (
        <>
          <TextField
            {...field("factorCode")}
            label={factor.firstCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={60}
          />
          <SubmitButton>{factor.connect}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Asks a person without a second factor for their password again. */
export function AgainPasswordForm({ back, email }: { back: string; email: string }) {
  const { factor } = useAccountWords();
  return (
    <Form action={provePasswordAction} schema={passwordSchema} hidden={{ back }} order={["password"]}>
      {({ field }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} />
          <PasswordField {...field("password")} label={factor.password} autoComplete="current-password" />
          <SubmitButton>{factor.confirm}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Asks for the code that an administrator handed over, after which another factor is enrolled. */
export function ResetCodeForm({ back }: { back: string }) {
  const { factor } = useAccountWords();
  return (
    <Form
      action={resetAction}
      schema={resetSchema}
      hidden={{ back }}
      order={["factorCode"]}
      suffix="entregado"
    >
      {({ field }) => (
        <>
          <TextField
            {...field("factorCode")}
            label={factor.resetCode}
            autoComplete="off"
            capitals
            maxLength={40}
          />
          <SubmitButton variant="outline">{factor.resetSubmit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
