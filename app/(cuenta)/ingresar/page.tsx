import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentActor } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { ownPath } from "@/lib/http/own-path";
import { currentMessages } from "@/messages";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.signIn.title };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ volver?: string | string[]; clave?: string | string[] }>;
}) {
  const [{ volver, clave }, actor, { account }] = await Promise.all([
    searchParams,
    currentActor(),
    currentMessages(),
  ]);
  const back = typeof volver === "string" ? ownPath(volver) : null;
  if (actor) redirect(back ?? (actor.kind === "caja" ? "/admin" : "/aplicaciones"));
  const { title, form, closed, saved } = account.signIn;
  return (
    <Page title={title}>
      {back ? <p>{closed}</p> : null}
      {clave === "guardada" ? <p role="status">{saved}</p> : null}
      <SignInForm back={back} />
      <p>
        <Link href="/recuperar" prefetch={false}>
          {form.forgot}
        </Link>
      </p>
      <p>
        {form.noAccount}{" "}
        <Link href="/registro/autorizacion" prefetch={false}>
          {form.register}
        </Link>
      </p>
    </Page>
  );
}
