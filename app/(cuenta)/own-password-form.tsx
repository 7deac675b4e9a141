"use client";

import Link from "next/link";
import { LinkPasswordForm, type LinkPasswordProps } from "./link-password-form";
import { useAccountWords } from "./words-context";

const schema = () => import("@/domain/account/schema").then(({ JoinInput }) => JoinInput);

/** Asks a person who already has an account for its password, before an e-mail's link adds a provider to it. */
export function OwnPasswordForm(props: LinkPasswordProps) {
  const { signIn } = useAccountWords();
  return (
    <>
      <LinkPasswordForm {...props} schema={schema} label={signIn.password} autoComplete="current-password" />
      <p>
        <Link className="inline-flex min-h-11 items-center" href="/recuperar" prefetch={false}>
          {signIn.forgot}
        </Link>
      </p>
    </>
  );
}
