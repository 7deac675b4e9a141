import type { ReactNode } from "react";
import { SignOutForm } from "@/app/_offline/sign-out-form";
import { ownerOf } from "@/app/_server/auth/owner";
import { MenuIcon, PeopleIcon } from "@/components/ui/icons";
import { currentMessages } from "@/messages";
import { type Actor, unnamedDevice } from "@/model/access";
import { Menu } from "./menu";
import { ProviderChoice } from "./provider-choice";
import { MenuPlaces } from "./provider-nav";

const row = [
  "flex min-h-12 w-full cursor-pointer items-center gap-3 border-b border-rule px-4 py-1 text-left text-ink no-underline",
  "hover:underline [&>svg]:size-[22px] [&>svg]:flex-none not-has-[>svg]:pl-[calc(22px+7*var(--spacing))]",
].join(" ");

const summary = [
  "flex min-h-11 w-auto min-w-11 cursor-pointer list-none items-center justify-center gap-2 rounded-field px-2 py-0",
  "text-sm leading-[1.15] font-normal text-white [&::-webkit-details-marker]:hidden in-[details[open]]:bg-white/16",
  "focus-visible:outline-white [&>svg]:size-6 [&>svg]:flex-none",
].join(" ");

const panel = [
  "absolute top-full right-0 m-0 max-h-[calc(100dvh-3rem)] w-[min(20rem,100%)] overflow-y-auto border border-t-0",
  "border-rule bg-sheet p-0 text-ink shadow-[0_12px_28px_rgb(5_7_13/0.28)]",
].join(" ");

/** State of this device in the menu: its counter, and whether answers sound. */
type MenuDevice = { href: string; label: string; name: string | null; none: string };
type MenuLink = { href: string; label: string; lang?: string };

/** Menu of the signed-in person, at the right end of the top bar. Works without scripts. */
export async function AccountMenu({
  actor,
  device,
  sound,
  language,
  demonstration,
}: {
  actor: Actor;
  device: MenuDevice | null;
  /** Toggles the sound of answers, on counters only. */
  sound: MenuLink | null;
  language: MenuLink;
  /** Says that the data are made up. */
  demonstration: string | null;
}) {
  const { common, places } = await currentMessages();
  const { frame } = common;
  const { turn } = places;
  const isAlone = unnamedDevice(actor) !== null;
  const isPaired = actor.kind === "provider" && actor.pairedDevice !== undefined;
  // A device that asks alone has no person yet: whoever was named there last may be at home.
  const who = isAlone ? turn.nobody : actor.name;
  const place = device?.name ?? (actor.kind === "provider" ? actor.provider.legalName : null);
  return (
    <Menu className="mb-0 ml-auto flex-none">
      <summary className={summary}>
        {/* On wide screens: the signed-in person and where they work. */}
        <span className="grid justify-items-end max-sm:sr-only">
          <span className="sr-only">{frame.menu} </span>
          <b>{who}</b>
          {place ? <span> {place}</span> : null}
        </span>
        <MenuIcon />
      </summary>
      <div className={panel}>
        <div className="border-b-2 border-ink px-4 py-3 leading-[1.3]">
          <b className="block">{who}</b>
          {actor.kind === "provider" ? (
            <span className="block text-sm text-ink-soft">{actor.provider.legalName}</span>
          ) : null}
          {demonstration ? <span className="block text-sm text-ink-soft">{demonstration}</span> : null}
        </div>
        {actor.kind === "provider" ? <ProviderChoice actor={actor} /> : null}
        {device ? (
          <Row href={device.href}>
            <PeopleIcon />
            <span>
              <span className="block text-sm text-ink-soft">{device.label} </span>
              {device.name ?? device.none}
            </span>
          </Row>
        ) : null}
        <MenuPlaces actor={actor} />
        {isPaired ? (
          <Row href="/turno">{isAlone ? turn.say : turn.change}</Row>
        ) : (
          <Row href="/cuenta">{frame.ownAccount}</Row>
        )}
        <Row href="/ayuda">{frame.help}</Row>
        {sound ? <Row href={sound.href}>{sound.label}</Row> : null}
        <Row href={language.href} lang={language.lang}>
          {language.label}
        </Row>
        {isAlone ? (
          <Row href="/ingresar">{turn.password}</Row>
        ) : (
          <SignOutForm owner={ownerOf(actor)}>
            <button type="submit" className={`${row} font-bold`}>
              {frame.signOut}
            </button>
          </SignOutForm>
        )}
      </div>
    </Menu>
  );
}

/** A plain link, because the whole page must reload. */
function Row({ href, lang, children }: { href: string; lang?: string; children: ReactNode }) {
  return (
    <a className={row} href={href} lang={lang} hrefLang={lang}>
      {children}
    </a>
  );
}
