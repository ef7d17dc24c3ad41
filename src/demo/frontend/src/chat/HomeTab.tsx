import { useEffect } from "react";
import { Blocks } from "../blockkit/Blocks";
import { SurfaceProvider } from "../blockkit/surface";
import { useSurfaceOf } from "../blockkit/target";
import { usePlayground } from "../shell/playground";

/** The app's home tab, published by the bot when a person opens it. */
export function HomeTab() {
  const { as, act, workspace } = usePlayground();
  // A press on the Home tab names the view that the person sees there.
  const surface = useSurfaceOf({ view: workspace.home?.id ?? "home" });
  useEffect(() => void act("home", { as }), [as, act]);
  return (
    <section className="conversation" aria-labelledby="home-title">
      <header className="bar">
        <h2 id="home-title">{workspace.bot.name}</h2>
        <span className="faint">Home</span>
      </header>
      <div className="home" tabIndex={0} role="region" aria-label="Home tab">
        {workspace.home ? (
          <SurfaceProvider value={surface}>
            <Blocks blocks={workspace.home.blocks} />
          </SurfaceProvider>
        ) : (
          <p className="faint">Nothing is shown here: the bot has published no Home tab yet.</p>
        )}
      </div>
    </section>
  );
}
