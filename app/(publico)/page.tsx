import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { startOf } from "@/app/_server/auth/counter";
import { frameActor } from "@/app/_server/auth/frame-actor";
import { PageBody } from "@/components/layout/page-body";
import { ButtonLink } from "@/components/ui/button";
import { Steps } from "@/components/ui/steps";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { SampleOrder } from "./sample-order";

export async function generateMetadata(): Promise<Metadata> {
  const [{ publicPages }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return {
    title: { absolute: publicPages.home.pageTitle(caja.portalName, caja.name) },
    description: publicPages.home.description,
    robots: { index: true, follow: true },
  };
}

const step = [
  "border-t-2 border-ink pt-[0.6rem] pb-4 [counter-increment:step]",
  "before:block before:text-4xl before:leading-[1.1] before:font-extrabold before:text-link before:content-[counter(step)]",
].join(" ");

export default async function HomePage() {
  const [{ publicPages }, caja, actor] = await Promise.all([currentMessages(), currentCaja(), frameActor()]);
  if (actor) redirect(await startOf(actor));
  const { home } = publicPages;
  return (
    <main id="contenido" tabIndex={-1}>
      <PageBody width="admin">
        <div className="grid items-center gap-x-12 gap-y-6 md:grid-cols-[1.1fr_1fr] md:py-6">
          <div>
            <p className="font-bold text-link">{home.greeting(caja.portalName)}</p>
            <h1 className="md:text-[clamp(2.5rem,1.5rem+2.4vw,3.5rem)]">{home.title}</h1>
            <p className="text-[clamp(1.125rem,1rem+0.5vw,1.3125rem)]">{home.lead}</p>
            <div className="mt-5 grid gap-3 md:flex md:flex-wrap">
              <ButtonLink href="/ingresar">{home.signIn}</ButtonLink>
              <ButtonLink href="/registro" variant="outline">
                {home.register}
              </ButtonLink>
            </div>
          </div>
          <SampleOrder caja={caja.name} />
        </div>
        <h2>{home.howTitle}</h2>
        <ol className="mb-4 grid gap-x-8 [counter-reset:step] md:grid-cols-3">
          {Object.values(home.steps).map(({ title, text }) => (
            <li key={title} className={step}>
              <h3 className="mt-1">{title}</h3>
              <p className="m-0">{text}</p>
            </li>
          ))}
        </ol>
        <h2>{home.needTitle}</h2>
        <Steps>
          {Object.values(home.needs).map((need) => (
            <li key={need}>{need}</li>
          ))}
        </Steps>
      </PageBody>
    </main>
  );
}
