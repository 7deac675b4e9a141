import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { AccountMenu } from "@/app/_frame/account-menu";
import { HelpLine, InkBar, SignInLink, SiteFooter, SkipLink } from "@/app/_frame/frame";
import { ProviderNav } from "@/app/_frame/provider-nav";
import { RefusalOfGoneForm } from "@/app/_frame/refusal-of-gone-form";
import { SearchBox } from "@/app/_frame/search-box";
import { ConnectionChip } from "@/app/_offline/connection-chip";
import { UnlessHere } from "@/app/_offline/unless-here";
import { frameCounter } from "@/app/_server/auth/counter";
import { frameActor, homeOf } from "@/app/_server/auth/frame-actor";
import { earlierOwnersOf, ownerOf, personOf } from "@/app/_server/auth/owner";
import { keptForm } from "@/app/_server/http/kept-form";
import { KeptFormsProvider } from "@/components/form/kept-forms";
import { LanguageProvider } from "@/components/layout/language";
import { currentCaja } from "@/domain/caja/profile";
import { env } from "@/lib/env";
import { soundIsOn } from "@/lib/sound";
import { palette } from "@/lib/theme";
import { currentLanguage, messagesIn } from "@/messages";
import { can } from "@/model/access";
import "./styles/index.css";

// "optional": a font that loads late is used from the next page on, so that the layout never shifts.
const letters = localFont({
  src: "./fonts/ahn-esco.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--typeface-text",
  adjustFontFallback: false,
  // Without the figures, whose zero it slashes.
  declarations: [{ prop: "unicode-range", value: "U+0-23, U+26-2F, U+3B-10FFFF" }],
});

// Only the figures: people compare them with paper, and paper's zero has no slash.
const figures = localFont({
  src: "./fonts/archivo-num.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--typeface-figures",
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0024-0025, U+0030-003A" }],
});

export const viewport: Viewport = {
  themeColor: palette.bar.light,
  colorScheme: "light dark",
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
};

export async function generateMetadata(): Promise<Metadata> {
  const [language, caja] = await Promise.all([currentLanguage(), currentCaja()]);
  const title = messagesIn(language).common.frame.siteTitle(caja.portalName, caja.name);
  return {
    title: { default: title, template: `%s · ${title}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  };
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [language, caja, actor, request, sound] = await Promise.all([
    currentLanguage(),
    currentCaja(),
    frameActor(),
    headers(),
    soundIsOn(),
  ]);
  const { common, offline, places, use } = messagesIn(language);
  const { frame } = common;
  const here = request.get("x-path") ?? "/";
  const [counter, kept] = await Promise.all([frameCounter(actor), keptForm(here, actor)]);
  const owners = {
    owner: ownerOf(actor),
    person: personOf(actor),
    earlier: earlierOwnersOf(actor).join(" "),
  };
  const otherLanguage = language === "en" ? "es-CO" : "en";
  const languageLink = {
    href: `/idioma?${new URLSearchParams({ a: otherLanguage, volver: here })}`,
    label: frame.otherLanguage,
    lang: otherLanguage,
  };
  const demonstration = env().DEMO ? frame.demonstration : null;
  const provider = actor?.kind === "provider" ? actor : null;
  return (
    <html lang={language} className={`${letters.variable} ${figures.variable}`}>
      <body>
        <SkipLink>{frame.skip}</SkipLink>
        <InkBar
          portal={caja.portalName}
          caja={caja.shortName ?? caja.name}
          home={homeOf(actor)}
          connection={
            provider ? (
              <ConnectionChip
                fund={caja.shortName ?? caja.name}
                online={offline.chipOnline}
                offline={offline.chipOffline}
                back={offline.backOnline}
              />
            ) : null
          }
          search={actor && can(actor, "caja.search") ? <SearchBox /> : null}
        >
          {actor ? (
            <AccountMenu
              actor={actor}
              device={
                provider && {
                  href: "/equipo/este-dispositivo",
                  label: places.device.inFrame,
                  name: counter ? places.device.choice(counter.name, counter.branch) : null,
                  none: places.device.none,
                }
              }
              sound={
                provider && {
                  href: `/sonido?${new URLSearchParams({ a: sound ? "no" : "si", volver: here })}`,
                  label: sound ? use.soundOff : use.soundOn,
                }
              }
              language={languageLink}
              demonstration={demonstration}
            />
          ) : (
            <UnlessHere isKeptPage={here === "/sin-conexion"}>
              <SignInLink>{frame.signIn}</SignInLink>
            </UnlessHere>
          )}
        </InkBar>
        {provider ? <ProviderNav actor={provider} /> : null}
        <LanguageProvider language={language}>
          <KeptFormsProvider owners={owners} kept={kept}>
            {kept ? <RefusalOfGoneForm state={kept.state} /> : null}
            {children}
          </KeptFormsProvider>
        </LanguageProvider>
        <HelpLine phone={caja.phone} />
        <SiteFooter
          label={frame.footer}
          links={[
            { href: "/ayuda", label: frame.help },
            { href: "/accesibilidad", label: frame.accessibility },
            { href: "/privacidad", label: frame.privacy },
            { href: "/habeas-data", label: frame.dataRights },
          ]}
          language={languageLink}
          demonstration={demonstration}
        />
      </body>
    </html>
  );
}
