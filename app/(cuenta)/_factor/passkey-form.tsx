"use client";

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { addPasskeyAction, provePasskeyAction } from "./passkey-actions";

const OPTIONS = "/cuenta/seguridad/opciones";
const TOKEN = "passkeyToken";

const addSchema = () => import("@/domain/factor/schema").then(({ AddPasskeyInput }) => AddPasskeyInput);
const proveSchema = () => import("@/domain/factor/schema").then(({ ProvePasskeyInput }) => ProvePasskeyInput);

/** Why the server wants no key now, in the person's words. */
class RefusedKey extends Error {}

async function optionsFor<T>(query: string): Promise<T> {
  const answer = await fetch(OPTIONS + query, { method: "POST" });
  if (answer.status === 409) throw new RefusedKey((await answer.json()).refused);
  if (!answer.ok) throw new Error(`options answered ${answer.status}`);
  return answer.json();
}

/** Asks the browser for the key's answer first, puts it into the form, and sends the form then. */
function useKeyAnswer(ask: () => Promise<unknown>) {
  const { factor } = useAccountWords();
  const [failed, setFailed] = useState<string | null>(null);
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const field = form.elements.namedItem(TOKEN) as HTMLInputElement;
    if (field.value !== "") return;
    event.preventDefault();
    setFailed(null);
    try {
      field.value = JSON.stringify(await ask());
      form.requestSubmit();
    } catch (error) {
      // Otherwise the person closed the browser's question, or no key answered.
      setFailed(error instanceof RefusedKey ? error.message : factor.passkeyFailed);
    }
  }
  return { failed, onSubmit };
}

/**
 * The key's answer. It stays while the form is validated, which submits twice, and goes when the server has answered,
 * because another try needs another answer.
 */
function KeyAnswer({ pending }: { pending: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(false);
  useEffect(() => {
    if (field.current && sent.current && !pending) field.current.value = "";
    sent.current = pending;
  }, [pending]);
  return <input type="hidden" name={TOKEN} defaultValue="" ref={field} />;
}

/** Whether this browser knows passkeys; false until scripts run. */
function useKnowsKeys(): boolean {
  const [knows, setKnows] = useState(false);
  useEffect(() => setKnows(browserSupportsWebAuthn()), []);
  return knows;
}

/** Adds a passkey, with a name by which its owner recognises it. */
export function AddPasskeyForm({ back }: { back: string }) {
  const { factor } = useAccountWords();
  const knows = useKnowsKeys();
  const { failed, onSubmit } = useKeyAnswer(async () =>
    startRegistration({
      optionsJSON: await optionsFor<PublicKeyCredentialCreationOptionsJSON>("?para=nueva"),
    }),
  );
  if (!knows) return <p className="text-hint text-ink-soft">{factor.passkeyScripts}</p>;
  return (
    <Form
      action={addPasskeyAction}
      schema={addSchema}
      hidden={{ back }}
      order={["name"]}
      suffix="llave"
      onSubmit={onSubmit}
    >
      {({ field, pending }) => (
        <>
          <KeyAnswer pending={pending} />
          <TextField
            {...field("name")}
            label={factor.passkeyName}
            hint={factor.passkeyHint}
            autoComplete="off"
            maxLength={60}
          />
          {failed ? <p role="alert">{failed}</p> : null}
          <SubmitButton>{factor.passkeyAdd}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Proves the session by a passkey of its person. */
export function ProvePasskeyForm({ back }: { back: string }) {
  const { factor } = useAccountWords();
  const knows = useKnowsKeys();
  const { failed, onSubmit } = useKeyAnswer(async () =>
    startAuthentication({ optionsJSON: await optionsFor<PublicKeyCredentialRequestOptionsJSON>("") }),
  );
  if (!knows) return <p className="text-hint text-ink-soft">{factor.passkeyScripts}</p>;
  return (
    <Form
      action={provePasskeyAction}
      schema={proveSchema}
      hidden={{ back }}
      suffix="llave"
      onSubmit={onSubmit}
    >
      {({ pending }) => (
        <>
          <KeyAnswer pending={pending} />
          {failed ? <p role="alert">{failed}</p> : null}
          <SubmitButton>{factor.passkeyUse}</SubmitButton>
        </>
      )}
    </Form>
  );
}
