import type { Metadata } from "next";
import Link from "next/link";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.keys.settings.title };
}

/** Index of the settings, one page each. */
async function SettingsPage() {
  await requireGrant("settings.read");
  const { admin } = await currentMessages();
  const { keys } = admin;
  const places = [
    { href: "/admin/ajustes/caja", label: keys.settings.caja, text: keys.settings.cajaText },
    { href: "/admin/ajustes/tipos-de-orden", label: admin.kinds.title, text: admin.kinds.link },
    {
      href: "/admin/ajustes/aplicaciones",
      label: admin.applications.title,
      text: admin.applications.link,
    },
    { href: "/admin/ajustes/cotejo", label: admin.counter.title, text: admin.counter.link },
    { href: "/admin/ajustes/llaves", label: keys.title, text: keys.settings.keysText },
  ];
  return (
    <Page title={keys.settings.title} width="admin">
      {places.map(({ href, label, text }) => (
        <section key={href}>
          <h2>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </h2>
          <p>{text}</p>
        </section>
      ))}
    </Page>
  );
}

export default unlessDown(SettingsPage);
