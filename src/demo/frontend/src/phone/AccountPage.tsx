import { path } from "../api/ask";
import { useFetched } from "../api/fetched";
import { usePlayground } from "../shell/playground";

/** The part of a person's account page in Semaphore from which they would copy their API token. */
export function AccountPage({ enter }: { enter: (token: string) => void }) {
  const { as } = usePlayground();
  const account = useFetched<{ login: string; token: string }>(path("token", { as }), 0);
  return (
    account && (
      <aside className="phone in-hand" aria-label="Your account page in Semaphore">
        <p className="phone-owner">Semaphore, simulated</p>
        <p>API token of {account.login}</p>
        <button type="button" onClick={() => enter(account.token)}>
          Enter token
        </button>
      </aside>
    )
  );
}
