import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { frameActor, homeOf } from "@/app/_server/auth/frame-actor";
import { ButtonLink } from "@/components/ui/button";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { SampleOrder } from "./sample-order";

export async function generateMetadata(): Promise<Metadata> {
  const [{ publicPages }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return {
    title: { absolute: publicPages.home.pageTitle(caja.name) },
    description: publicPages.home.description,
    robots: { index: true, follow: true },
  };
}

export default async function HomePage() {
  const [{ publicPages }, caja, actor] = await Promise.all([currentMessages(), currentCaja(), frameActor()]);
  if (actor) redirect(homeOf(actor));
  const { home } = publicPages;
  return (
    <main id="contenido" tabIndex={-1}>
      <div className="page-body wide">
        <div className="front">
          <div>
            <h1>{home.title}</h1>
            <p className="motto">{home.lead}</p>
            <div className="doors">
              <ButtonLink href="/ingresar">{home.signIn}</ButtonLink>
              <ButtonLink href="/registro" variant="outline">
                {home.register}
              </ButtonLink>
            </div>
          </div>
          <SampleOrder caja={caja.name} />
        </div>
        <h2>{home.howTitle}</h2>
        <ol className="three-steps">
          {Object.values(home.steps).map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
        <h2>{home.needTitle}</h2>
        <ul className="steps">
          {Object.values(home.needs).map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </div>
    </main>
  );
}
