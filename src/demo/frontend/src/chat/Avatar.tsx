import { usePlayground } from "../shell/playground";
import { colourOf } from "./people";

/** A person's initial, or the bot's lights. */
export function Avatar({ id, name, bot, small }: { id: string; name: string; bot?: boolean; small?: boolean }) {
  const { workspace } = usePlayground();
  const size = small ? "avatar small" : "avatar";
  if (bot) {
    return (
      <span className={`${size} bot`} aria-hidden="true">
        <i />
        <i />
      </span>
    );
  }
  return (
    <span className={`${size} ${colourOf(workspace, id)}`} aria-hidden="true">
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
