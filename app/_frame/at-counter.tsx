import { currentMessages } from "@/messages";
import { type ProviderActor, unnamedDevice } from "@/model/access";

/** On a paired device: who serves, and the way to name another person. */
export async function AtCounter({ actor }: { actor: ProviderActor }) {
  const { turn } = (await currentMessages()).places;
  const isAlone = unnamedDevice(actor) !== null;
  return (
    <aside
      className="border-b border-rule bg-indigo-soft px-4 text-sm leading-[1.3] wrap-anywhere sm:text-center camera:hidden print:hidden"
      aria-label={turn.title}
    >
      {isAlone ? turn.nobody : turn.serves(actor.name)}{" "}
      <a className="inline-flex min-h-11 items-center font-bold" href="/turno">
        {isAlone ? turn.say : turn.change}
      </a>
    </aside>
  );
}
