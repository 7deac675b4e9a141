import { currentMessages } from "@/messages";

const menu =
  "ml-auto flex min-w-0 flex-[0_1_auto] flex-wrap items-center justify-end gap-x-[0.9rem] text-base leading-[1.2]";
const narrow = "max-sm:flex-[0_1_46%] max-sm:flex-col max-sm:items-end max-sm:text-right";
const link = "inline-flex cursor-pointer items-center text-white underline underline-offset-[0.18em]";

/** Right end of the ink bar: who is signed in and the way out, or the way in. */
export async function AccountMenu({
  name,
  device,
}: {
  name: string | null;
  /** The counter that this device is. */
  device: { href: string; label: string; name: string } | null;
}) {
  const { frame } = (await currentMessages()).common;
  if (name === null) {
    return (
      <div className={menu}>
        <a className={`${link} min-h-11 font-bold`} href="/ingresar">
          {frame.signIn}
        </a>
      </div>
    );
  }
  return (
    <div className={`${menu} ${narrow}`}>
      <span className="text-sm wrap-anywhere">
        {name}
        {device ? (
          <>
            {" · "}
            <a className={`${link} min-h-6`} href={device.href}>
              <span className="sr-only">{device.label} </span>
              {device.name}
            </a>
          </>
        ) : null}
      </span>
      <form method="post" action="/salir">
        <button type="submit" className={`${link} min-h-11 font-bold max-sm:pl-6`}>
          {frame.signOut}
        </button>
      </form>
    </div>
  );
}
