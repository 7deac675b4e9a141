import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ForgetLeft } from "@/app/_offline/forget-left";
import { currentBrowser } from "@/app/_server/auth/browser";
import { sessionToken } from "@/app/_server/auth/config";
import { startOf } from "@/app/_server/auth/counter";
import { currentActor } from "@/app/_server/auth/session";
import { NotTaken } from "@/components/form/not-taken";
import { Page } from "@/components/layout/page";
import { whySessionEnded } from "@/domain/account/session-end";
import { readFactorSession } from "@/domain/factor/session";
import { ownPath } from "@/lib/http/own-path";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { FrameOfNobody } from "./frame-of-nobody";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.signIn.title };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{
    volver?: string | string[];
    clave?: string | string[];
    motivo?: string | string[];
    salida?: string | string[];
  }>;
}) {
  const [{ volver, clave, motivo, salida }, actor, { account }, token] = await Promise.all([
    searchParams,
    currentActor(),
    currentMessages(),
    sessionToken(),
  ]);
  const back = typeof volver === "string" ? ownPath(volver) : null;
  // At a paired device somebody who is named by a PIN may enter whole, and so may anybody else.
  const isOwn = actor && (actor.kind === "caja" || !actor.pairedDevice);
  if (isOwn) redirect(back ?? (await startOf(actor)));
  if ((await readFactorSession(token, await currentBrowser()))?.waits)
    redirect(pathWith("/ingresar/segundo-paso", { volver: back ?? "" }));
  const { title, form, ended, goOn, typedWaits, saved } = account.signIn;
  const why = back ? await whySessionEnded(token) : null;
  const hasTyped = motivo === "envio";
  return (
    <Page title={title}>
      {back ? (
        <p>
          {why || hasTyped ? ended[why ?? "gone"] : null} {hasTyped ? typedWaits : goOn}
        </p>
      ) : null}
      {back && hasTyped ? <NotTaken from={back} /> : null}
      {salida ? <ForgetLeft /> : null}
      {clave === "guardada" ? <p role="status">{saved}</p> : null}
      <FrameOfNobody />
      <SignInForm back={back} />
      <p>
        <Link className="inline-flex min-h-11 items-center" href="/recuperar" prefetch={false}>
          {form.forgot}
        </Link>
      </p>
      <p>
        {form.noAccount}{" "}
        <Link className="inline-flex min-h-11 items-center" href="/registro/autorizacion" prefetch={false}>
          {form.register}
        </Link>
      </p>
    </Page>
  );
}
