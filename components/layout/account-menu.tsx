/** Right end of the ink bar: who is signed in and the way out, or the way in. */
export function AccountMenu({
  name,
  device,
  words,
}: {
  name: string | null;
  /** The counter that this device is. */
  device: { href: string; label: string; name: string } | null;
  words: { signIn: string; signOut: string };
}) {
  if (name === null) {
    return (
      <div className="account">
        <a href="/ingresar">{words.signIn}</a>
      </div>
    );
  }
  return (
    <div className="account">
      <span className="account-name">
        {name}
        {device ? (
          <>
            {" · "}
            <a className="account-counter" href={device.href}>
              <span className="sr-only">{device.label} </span>
              {device.name}
            </a>
          </>
        ) : null}
      </span>
      <form method="post" action="/salir">
        <button type="submit">{words.signOut}</button>
      </form>
    </div>
  );
}
